package spotlight.lab;

import java.nio.file.Path;
import java.util.Map;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with a profile of its own, which speaks to nobody but this machine. */
final class Chromium {
    private Chromium() {
    }

    /** @param profile an empty folder for what the browser keeps */
    static ChromeDriver start(Path profile) {
        Machine machine = new LocalMachine();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program(machine, "chromium", "chromium-browser", "google-chrome").toString());
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--user-data-dir=" + profile);
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, java.util.logging.Level.WARNING);
        options.setCapability("goog:loggingPrefs", console);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program(machine, "chromedriver").toFile()).usingAnyFreePort().build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().window().setSize(new Dimension(1400, 1000));
        return driver;
    }

    /** From now on a phone, whose owner likes it dark. */
    static void darkPhone(ChromeDriver driver) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
                java.util.List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    }

    private static Path program(Machine machine, String... names) {
        for (String name : names) {
            if (!machine.programs(name).isEmpty()) {
                return machine.programs(name).get(0);
            }
        }
        throw new Trouble("there is no " + names[0] + " on PATH", "sudo apt install chromium chromium-driver");
    }
}
