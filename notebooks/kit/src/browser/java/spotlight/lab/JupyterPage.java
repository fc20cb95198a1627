package spotlight.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** JupyterLab in a headless Chromium, with the moves a learner makes. */
final class JupyterPage implements AutoCloseable {

    private static final String CELL = "//div[contains(@class,'jp-CodeCell')][.//div[contains(@class,'cm-content')]"
            + "[contains(normalize-space(.),'%s')]]";

    private final ChromeDriver driver;
    private final Path screenshots;

    /**
     * @param profile an empty folder for what the browser keeps
     * @param screenshots where pictures of the page go
     */
    JupyterPage(Path profile, Path screenshots) {
        this.driver = Chromium.start(profile);
        this.screenshots = screenshots;
    }

    /** Opens a notebook and waits for its kernel. */
    void open(String address) {
        driver.get(address + "&reset");
        await("the notebook and its kernel", Duration.ofMinutes(3), () -> idle() && !all(
                "//div[contains(@class,'jp-Notebook')]//div[contains(@class,'jp-CodeCell')]").isEmpty());
    }

    /** Chooses from the menu bar. */
    void menu(String menu, String item) {
        click("//div[contains(@class,'lm-MenuBar-itemLabel')][.='" + menu + "']");
        click("//div[contains(@class,'lm-Menu-itemLabel')][.='" + item + "']");
    }

    /** Presses the button that goes on in the dialog shown. */
    void accept() {
        click("//div[contains(@class,'jp-Dialog')]//button[contains(@class,'jp-mod-accept')]");
        await("the dialog to close", Duration.ofSeconds(60),
                () -> all("//div[contains(@class,'jp-Dialog')]").isEmpty());
    }

    /** Waits until this many cells have run and none is waiting for its turn or at work. */
    void awaitRan(long cells, Duration limit) {
        await(cells + " cells to run", limit, () -> idle() && ran() == cells
                && all("//div[contains(@class,'jp-InputPrompt')][contains(.,'*')]").isEmpty());
    }

    /** How many code cells carry a number, which means that they ran. */
    private long ran() {
        return all("//div[contains(@class,'jp-CodeCell')]//div[contains(@class,'jp-InputPrompt')]").stream()
                .filter(prompt -> text(prompt).matches("\\[\\d+]:")).count();
    }

    /** The texts of all error outputs. */
    List<String> errors() {
        return all(
                "//div[@data-mime-type='application/vnd.jupyter.error' or @data-mime-type='application/vnd.jupyter.stderr']")
                .stream().map(this::text).filter(text -> !text.isBlank()).toList();
    }

    /** How wide, in its own pixels, the picture below the cell with this code has been drawn; 0 if it has not. */
    long pictureWidth(String code) {
        return (Long) driver.executeScript("return arguments[0].complete ? arguments[0].naturalWidth : 0",
                cell(code).findElement(By.cssSelector(".jp-OutputArea-output img")));
    }

    /** The text alternative of the picture below the cell with this code, as a screen reader says it. */
    String pictureWords(String code) {
        return cell(code).findElement(By.cssSelector(".jp-OutputArea-output img")).getDomAttribute("alt");
    }

    /** Scrolls to the cell with this code and runs it, as Shift-Enter does. */
    void run(String code) {
        WebElement cell = cell(code);
        show(cell);
        cell.findElement(By.cssSelector(".cm-content")).click();
        new Actions(driver).keyDown(Keys.SHIFT).sendKeys(Keys.ENTER).keyUp(Keys.SHIFT).perform();
    }

    /** What the cell with this code shows below itself. */
    String output(String code) {
        return String.join("\n", cell(code).findElements(By.cssSelector(".jp-OutputArea-output")).stream()
                .map(this::text).toList());
    }

    /** Brings the outputs of a cell into view. */
    void showOutput(String code) {
        show(cell(code).findElement(By.cssSelector(".jp-OutputArea")));
    }

    /** Follows the link in the text that leads to this file. */
    void follow(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        WebElement link = find("//div[contains(@class,'jp-MarkdownOutput')]//a[contains(@href,'" + file
                + "') or contains(@data-commandlinker-args,'" + file + "')]");
        show(link);
        link.click();
        await("the editor of " + name, Duration.ofSeconds(30), () -> find(editor()).isDisplayed()
                && text(find(editor())).contains(name.replace(".java", "")));
    }

    /** Replaces the text in the open editor by pasting, and saves it. */
    void replaceAndSave(String text) {
        WebElement content = find(editor());
        content.click();
        new Actions(driver).keyDown(Keys.CONTROL).sendKeys("a").keyUp(Keys.CONTROL).perform();
        driver.executeScript("const data = new DataTransfer(); data.setData('text/plain', arguments[1]);"
                + "arguments[0].dispatchEvent(new ClipboardEvent('paste',"
                + "{clipboardData: data, bubbles: true, cancelable: true}));", content, text);
        new Actions(driver).keyDown(Keys.CONTROL).sendKeys("s").keyUp(Keys.CONTROL).perform();
    }

    private static String editor() {
        return "//div[contains(@class,'jp-FileEditor') and not(ancestor::*[contains(@class,'lm-mod-hidden')])]"
                + "//div[contains(@class,'cm-content')]";
    }

    /** Goes to the tab with this name. */
    void tab(String name) {
        click("//div[contains(@class,'lm-DockPanel')]//div[contains(@class,'lm-TabBar-tabLabel')][.='" + name + "']");
    }

    /** Takes a picture of the page. */
    void screenshot(String name) {
        try {
            Files.createDirectories(screenshots);
            Files.write(screenshots.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until something holds. */
    void await(String what, Duration limit, Supplier<Boolean> holds) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (holds.get()) {
                    return;
                }
                Thread.sleep(200);
            } catch (NoSuchElementException | StaleElementReferenceException | JavascriptException notYet) {
                // the page is being drawn anew
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        screenshot("waited-in-vain");
        throw new AssertionError("waited " + limit.toSeconds() + " s in vain for " + what);
    }

    private boolean idle() {
        return text(find("//*[@id='jp-main-statusbar']")).contains("| Idle");
    }

    private WebElement cell(String code) {
        return find(CELL.formatted(code));
    }

    private WebElement find(String xpath) {
        return driver.findElement(By.xpath(xpath));
    }

    private List<WebElement> all(String xpath) {
        return driver.findElements(By.xpath(xpath));
    }

    private void click(String xpath) {
        await(xpath, Duration.ofSeconds(30), () -> {
            WebElement element = find(xpath);
            boolean visible = element.isDisplayed();
            if (visible) {
                element.click();
            }
            return visible;
        });
    }

    private void show(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    }

    private String text(WebElement element) {
        return (String) driver.executeScript("return arguments[0].textContent", element);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
