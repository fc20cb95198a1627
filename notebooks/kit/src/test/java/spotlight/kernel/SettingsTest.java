package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void emptyEnvironmentUsesTheOwnClassPathAndNoTimeout() {
        Settings settings = Settings.ofEnvironment(Map.of());
        assertEquals(Settings.paths(System.getProperty("java.class.path")), settings.classpath());
        assertEquals(List.of(), settings.compilerOptions());
        assertEquals(Duration.ZERO, settings.timeout());
        assertEquals(List.of(), settings.startupScripts());
    }

    @Test
    void classPathExpandsGlobsAndLeavesOutWhatIsMissing() throws IOException {
        Path b = Files.createFile(folder.resolve("b.jar"));
        Path a = Files.createFile(folder.resolve("a.jar"));
        String classpath = String.join(File.pathSeparator, folder + "/*.jar", folder.toString(), folder + "/none.jar",
                folder + "/none/*.jar", "");
        assertEquals(List.of(a.toString(), b.toString(), folder.toString()), Settings.paths(classpath));
    }

    @Test
    void timeoutIsMillisecondsOrHasAUnit() {
        assertEquals(Duration.ofMillis(1500), Settings.timeout("1500"));
        assertEquals(Duration.ofSeconds(30), Settings.timeout("30 seconds"));
        assertEquals(Duration.ZERO, Settings.timeout("-1"));
    }

    @Test
    void malformedTimeoutIsRefused() {
        String expected = "IJAVA_TIMEOUT: soon is not a time such as 5000 or \"5 seconds\"";
        assertEquals(expected,
                assertThrows(IllegalArgumentException.class, () -> Settings.timeout("soon")).getMessage());
        assertThrows(IllegalArgumentException.class, () -> Settings.timeout("5 parsecs"));
    }

    @Test
    void startupScriptsComeFromFilesAndThenFromTheVariable() throws IOException {
        Path script = Files.writeString(folder.resolve("start.jsh"), "int a = 1;");
        Settings settings = Settings.ofEnvironment(
                Map.of("IJAVA_STARTUP_SCRIPTS_PATH", script.toString(), "IJAVA_STARTUP_SCRIPT", "int b = 2;"));
        assertEquals(List.of("int a = 1;", "int b = 2;"), settings.startupScripts());
    }
}
