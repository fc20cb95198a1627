package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import spotlight.grader.batch.SubmissionResult;
import spotlight.gradebook.Gradebook;
import spotlight.gradebook.GradebookOptions;
import spotlight.gradebook.LateRule;

/**
 * An instructor and a student read the gradebook's pages in a real browser, on a screen, on a phone and in the dark.
 */
class GradebookIT {
    @TempDir(cleanup = CleanupMode.NEVER) // the browser may still be writing when the test has ended
    Path folder;

    private final Path root = Home.find().root();

    private ChromeDriver browser;
    private List<SubmissionResult> results;

    @BeforeEach
    void open() throws IOException {
        results = new GeneratedClass(root).students(300);
        Files.writeString(folder.resolve("overrides.csv"),
                "id,exercise,points,reason\ns1000,2.1,4,right but named the other way round\n");
        new Gradebook(root, GradebookOptions.standard().withTitle("Transformers, winter 2026").withDeadline(
                OffsetDateTime.parse("2026-12-01T23:59+01:00"), Duration.ofMinutes(10),
                LateRule.parse("10 % a day, at most 50 %"))).write(folder, results);
        browser = Chromium.start(folder.resolve("profile"));
    }

    @AfterEach
    void close() {
        browser.quit();
    }

    @Test
    void theClassPageReadsOnAScreenAndOnAPhone() throws IOException {
        show("class.html");
        assertEquals(300L, script("return document.querySelectorAll('#everyone + div tbody tr').length"));
        screenshot("class-1-screen");
        scrollTo("Hardest exercises");
        screenshot("class-2-hardest");
        scrollTo("Common mistakes");
        screenshot("class-3-mistakes");
        scrollTo("Chapters");
        screenshot("class-4-chapters");
        scrollTo("Everyone");
        screenshot("class-5-everyone");
        Chromium.darkPhone(browser);
        show("class.html");
        isQuietAndNarrow();
        assertEquals("rgb(20, 22, 26)", script("return getComputedStyle(document.body).backgroundColor"));
        screenshot("class-6-phone-dark");
        scrollTo("Everyone");
        screenshot("class-7-phone-everyone");
    }

    @Test
    void aFeedbackPageReadsOnAPhoneInTheDark() throws IOException {
        String student = results.stream().filter(result -> result.exercises().stream()
                .anyMatch(outcome -> outcome.problems().size() > 0)).findFirst().orElseThrow().submission().id();
        show("feedback/s1000.html");
        screenshot("feedback-1-screen");
        Chromium.darkPhone(browser);
        show("feedback/" + student + ".html");
        isQuietAndNarrow();
        screenshot("feedback-2-phone-dark");
        script("[...document.querySelectorAll('details[open] > pre')][0].scrollIntoView({block: 'center'})");
        screenshot("feedback-3-phone-compiler");
        script("document.querySelector('.mistake').scrollIntoView({block: 'center'})");
        screenshot("feedback-4-phone-mistake");
    }

    /** What a student wrote does nothing, even if escaping failed: the page's own policy forbids it. */
    @Test
    void thePolicyOfThePageForbidsScriptsAndRequests() throws IOException {
        Path page = folder.resolve("feedback/s1000.html");
        Files.writeString(page, Files.readString(page).replace("</main>",
                "<script>document.title = 'owned'</script><img id=\"leak\" src=\"" + folder.resolve("x.png").toUri()
                        + "\"></main>"));
        show("feedback/s1000.html");
        assertTrue(browser.getTitle().startsWith("Transformers, winter 2026: "), browser.getTitle());
        List<String> said = console();
        assertEquals(2, said.stream().filter(line -> line.contains("Content Security Policy")).count(),
                said.toString());
    }

    private void isQuietAndNarrow() {
        assertEquals(true, script("return document.documentElement.scrollWidth <= window.innerWidth"),
                "nothing is wider than the phone");
        assertEquals(true, script("return [...document.images].every(image => image.alt.length > 0)"));
        assertEquals(true, script("return [...document.images].every(image => image.naturalWidth > 0)"), "charts show");
        assertEquals(0L, script("return performance.getEntriesByType('resource').filter(entry => "
                + "!entry.name.startsWith('data:')).length"), "nothing is loaded");
        assertEquals(0L, script("return document.scripts.length"));
        assertEquals(List.of(), console());
    }

    private void show(String page) {
        browser.get(folder.resolve(page).toUri().toString());
    }

    private void scrollTo(String heading) {
        browser.executeScript("[...document.querySelectorAll('h2')].find(h => h.textContent === arguments[0])"
                + ".scrollIntoView()", heading);
    }

    private Object script(String code) {
        return browser.executeScript(code);
    }

    private List<String> console() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream().map(entry -> entry.getMessage()).toList();
    }

    private void screenshot(String name) throws IOException {
        Path pictures = Files.createDirectories(root.resolve("target/screenshots"));
        Files.write(pictures.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
}
