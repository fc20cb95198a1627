package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import spotlight.explorer.Explorer;
import spotlight.model.Gpt;
import spotlight.random.TorchRandom;
import spotlight.site.Site;
import spotlight.text.Characters;

/** A reader without Jupyter in a real browser: the site, on a phone and in the dark, and the explorer by keys alone. */
class ReadingIT {
    private static final String CHOSEN = ".spotlight-explorer .query [aria-current]";

    @TempDir(cleanup = CleanupMode.NEVER) // the browser may still be writing when the test has ended
    Path folder;

    private final Path root = Home.find().root();

    private ChromeDriver browser;

    @BeforeEach
    void open() {
        browser = Chromium.start(folder.resolve("profile"));
    }

    @AfterEach
    void close() {
        browser.quit();
    }

    @Test
    void theSiteReadsOnAPhoneAndInTheDark() throws IOException {
        Path site = folder.resolve("site");
        assertEquals(List.of(), new Site(root, site, step -> {
        }).write());
        browser.get(site.resolve("index.html").toUri().toString());
        screenshot("site-1-front");
        Chromium.darkPhone(browser);
        browser.get(site.resolve("chapters/05-many-heads.html").toUri().toString());
        assertEquals(true, script("return document.documentElement.scrollWidth <= window.innerWidth"),
                "nothing is wider than the phone");
        assertEquals(true, script("return [...document.images].every(image => image.alt.length > 0)"));
        assertEquals("rgb(20, 22, 26)", script("return getComputedStyle(document.body).backgroundColor"));
        screenshot("site-2-phone-dark");
        browser.get(site.resolve("exercises/ch05.html").toUri() + "#5.1");
        assertEquals(false, script("return [...document.querySelectorAll('details')].some(fold => fold.open)"));
        screenshot("site-3-exercises");
        assertEquals(List.of(), console());
    }

    @Test
    void theExplorerObeysKeysAndTemperature() throws IOException {
        String text = "the cat sat";
        Characters letters = Characters.of(text);
        Gpt gpt = Gpt.init(new Gpt.Config(letters.vocab(), 16, 2, 2, 16), new TorchRandom(0));
        Path file = Files.writeString(folder.resolve("explorer.html"),
                "<!doctype html><meta charset=utf-8><body>" + Explorer.of(gpt, letters, text).html());
        browser.get(file.toUri().toString());
        screenshot("explorer-1");
        assertEquals("t", text(CHOSEN));
        script("document.querySelector('" + CHOSEN + "').focus()");
        new Actions(browser).sendKeys(Keys.ARROW_LEFT).perform();
        assertEquals("a", text(CHOSEN));
        assertEquals("a", script("return document.activeElement.textContent"), "the focus moves along");
        assertTrue(text(".said").startsWith("layer 0, head 0: token 9 “a” looks at “"), text(".said"));
        assertEquals(1L, script("return document.querySelectorAll('.spotlight-explorer tr.hidden').length"),
                "one token is still to come");
        Number sum = (Number) script("return [...document.querySelectorAll('.steps tbody td.w')].reduce("
                + "(sum, cell) => sum + parseFloat(cell.textContent), 0)");
        assertEquals(100, sum.doubleValue(), 1, "percent, rounded for each key");
        String warm = text(".next .bars");
        script("const slider = document.querySelector('input[type=range]'); slider.value = 0.1;"
                + "slider.dispatchEvent(new Event('input'))");
        assertNotEquals(warm, text(".next .bars"), "a low temperature sharpens");
        script("document.querySelector('[data-head=\"1\"]').click()");
        assertTrue(text(".said").startsWith("layer 0, head 1: token 9"), text(".said"));
        screenshot("explorer-2");
        assertEquals(List.of(), console());
    }

    private Object script(String code) {
        return browser.executeScript(code);
    }

    private String text(String selector) {
        return (String) script("return document.querySelector('" + selector + "').textContent");
    }

    private List<String> console() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream().map(entry -> entry.getMessage()).toList();
    }

    private void screenshot(String name) throws IOException {
        Path pictures = Files.createDirectories(root.resolve("target/screenshots"));
        Files.write(pictures.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
}
