package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    @TempDir
    Path root;

    private final FakeMachine machine = new FakeMachine();

    @Test
    void aHealthyMachineHasOneLineForEachCheck() throws IOException {
        new PythonEnvironmentTest().ready(root);
        List<Finding> findings = new Doctor(new Home(root), machine).examine();
        assertEquals(List.of("JDK", "Maven", "Vector", "Python", "Jupyter", "Memory", "Folder", "Port", "Fonts"),
                findings.stream().map(Finding::check).toList());
        assertEquals("all well", Doctor.summary(findings));
        assertEquals(0, DoctorCommand.exitCode(findings));
        assertLine("JDK", "OK    JDK      Java 17.0.15 (Debian), /jdk\n");
        assertLine("Maven", "OK    Maven    /bin/mvn\n");
        assertLine("Vector", "OK    Vector   jdk.incubator.vector, 256 bits wide\n");
        assertLine("Python", "OK    Python   Python 3.11, /bin/python3\n");
        assertLine("Jupyter", "OK    Jupyter  JupyterLab 4.6.4, " + root.resolve("python") + "\n");
        assertLine("Memory", "OK    Memory   8.0 GB\n");
        assertLine("Port", "OK    Port     8888 is free\n");
        assertLine("Fonts", "OK    Fonts    charts can be drawn, Chinese labels too\n");
    }

    @Test
    void aRuntimeWithoutCompilerFails() {
        machine.java = new Machine.Java("21.0.1", "Acme", "/jre", 21, false);
        assertLine("JDK", "FAIL  JDK      Java 21.0.1 (Acme), /jre has no compiler: a JRE, not a JDK\n"
                + "      fix:     sudo apt install openjdk-21-jdk || sudo apt install openjdk-17-jdk\n");
    }

    @Test
    void anOldJavaFails() {
        machine.os = Os.MAC;
        machine.java = new Machine.Java("11.0.2", "Acme", "/jdk", 11, true);
        assertLine("JDK", "FAIL  JDK      Java 11.0.2 (Acme), /jdk is too old, 17 or newer is needed\n"
                + "      fix:     brew install --cask temurin\n");
    }

    @Test
    void mavenIsMissed() {
        machine.programs.remove("mvn");
        assertLine("Maven", "FAIL  Maven    mvn is not on PATH\n      fix:     sudo apt install maven\n");
    }

    @Test
    void aJdkWithoutVectorsIsSlower() {
        machine.os = Os.FEDORA;
        machine.bits = OptionalInt.empty();
        assertLine("Vector",
                "WARN  Vector   this JDK has no module jdk.incubator.vector: plain loops run instead, slower\n"
                        + "      fix:     sudo dnf install java-21-openjdk-devel\n");
    }

    @Test
    void pythonIsMissed() {
        machine.os = Os.WINDOWS;
        machine.programs.remove("python3");
        assertLine("Python", "FAIL  Python   not on PATH; JupyterLab needs Python 3.9 or newer\n"
                + "      fix:     winget install Python.Python.3.13\n");
    }

    @Test
    void anOldPythonFails() {
        machine.answer = command -> new Machine.Outcome(0, "3.8 True");
        assertLine("Python", "FAIL  Python   Python 3.8, /bin/python3 is too old, 3.9 or newer is needed\n"
                + "      fix:     sudo apt install python3 python3-venv\n");
    }

    @Test
    void debiansPythonWithoutVenvFails() {
        machine.answer = command -> new Machine.Outcome(0, "3.11 False");
        assertLine("Python", "FAIL  Python   Python 3.11, /bin/python3 has no venv module\n"
                + "      fix:     sudo apt install python3-venv\n");
    }

    @Test
    void aPythonThatDoesNotStartFails() {
        machine.answer = command -> new Machine.Outcome(-1, "exec format error");
        assertLine("Python", "FAIL  Python   /bin/python3 does not start: exec format error\n"
                + "      fix:     sudo apt install python3 python3-venv\n");
    }

    @Test
    void beforeTheFirstStartThereIsNoJupyter() {
        assertLine("Jupyter", "WARN  Jupyter  not there yet: the first ./lab installs it in .lab/ (240 MB)\n"
                + "      fix:     ./lab, or on a machine without internet: sudo apt install jupyter-notebook python3-nbclient\n");
    }

    @Test
    void littleMemoryWarnsAndVeryLittleFails() {
        machine.memory = 3L << 30;
        assertLine("Memory", "WARN  Memory   3.0 GB, 4 GB are better\n"
                + "      fix:     close other programs, or use a machine with 4 GB or more\n");
        machine.memory = 1L << 30;
        assertLine("Memory", "FAIL  Memory   1.0 GB, 2 GB are needed\n"
                + "      fix:     close other programs, or use a machine with 4 GB or more\n");
    }

    @Test
    void aFolderThatCannotBeWrittenFails() {
        Path gone = root.resolve("gone");
        assertEquals(Finding.fail("Folder", "cannot write in " + gone, Fixes.readOnly(gone)),
                finding("Folder", new Home(gone)));
    }

    @Test
    void aBusyPortIsOnlyWorthAWord() {
        machine.portFree = false;
        assertLine("Port", "WARN  Port     8888 is in use: ./lab takes the next free one\n"
                + "      fix:     nothing to do, or name one yourself: ./lab --port 9999\n");
        List<Finding> findings = new Doctor(new Home(root), machine).examine();
        assertEquals("Jupyter WARN, Port WARN, see ./lab doctor", Doctor.summary(findings));
        assertEquals(0, DoctorCommand.exitCode(findings));
    }

    @Test
    void aMachineThatCannotDrawFails() {
        machine.fonts = Machine.Fonts.NONE;
        assertLine("Fonts", "FAIL  Fonts    Java cannot draw text here: a font library is missing\n"
                + "      fix:     sudo apt install libfreetype6 fontconfig fonts-dejavu-core fonts-noto-cjk\n");
        assertEquals(1, DoctorCommand.exitCode(new Doctor(new Home(root), machine).examine()));
        machine.fonts = Machine.Fonts.BUNDLED;
        assertLine("Fonts", "OK    Fonts    charts can be drawn with the course's own font; for other Chinese words in "
                + "your own charts: sudo apt install libfreetype6 fontconfig fonts-dejavu-core fonts-noto-cjk\n");
    }

    @Test
    void thisMachineCanBeExamined() throws IOException {
        Files.createDirectories(root);
        List<Finding> findings = new Doctor(new Home(root), new LocalMachine()).examine();
        assertTrue(findings.get(0).found().contains(System.getProperty("java.version")));
        assertEquals(Finding.Status.OK, findings.get(0).status(), "tests run on a JDK");
    }

    private Finding finding(String check, Home home) {
        return new Doctor(home, machine).examine().stream().filter(found -> found.check().equals(check)).findFirst()
                .orElseThrow();
    }

    private void assertLine(String check, String expected) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        DoctorCommand.print(new PrintStream(printed, true, StandardCharsets.UTF_8), finding(check, new Home(root)));
        assertEquals(expected, printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }
}
