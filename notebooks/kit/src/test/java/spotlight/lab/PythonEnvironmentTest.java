package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonEnvironmentTest {

    @TempDir
    Path root;

    private final FakeMachine machine = new FakeMachine();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private boolean pipWorks = true;
    private boolean venvWorks = true;
    private String machineJupyter = "";

    @Test
    void theFirstStartMakesAnEnvironmentAndTheSecondFindsIt() throws IOException {
        Jupyter made = environment().ensure();
        Path python = root.resolve(".lab/venv/bin/python");
        assertEquals(new Jupyter(python, true, "jupyterlab", "4.6.4"), made);
        assertTrue(Files.readString(root.resolve(".lab/requirements.txt")).contains("jupyterlab==4.6.4"));
        machine.commands.clear();
        assertEquals(made, environment().ensure());
        assertEquals(List.of(), machine.commands);
    }

    @Test
    void pipIsNotLeftToTryForMinutesUnlessTheUserSaysSo() {
        environment().ensure();
        assertEquals("2", pipEnvironment().get("PIP_RETRIES"));
        machine.env.put("PIP_RETRIES", "0");
        clear();
        environment().ensure();
        assertFalse(pipEnvironment().containsKey("PIP_RETRIES"));
    }

    @Test
    void anEnvironmentKilledHalfWayIsMadeAnew() throws IOException {
        Path left = Files.createDirectories(root.resolve(".lab/venv/lib")).resolve("half.py");
        Files.writeString(left, "def");
        assertTrue(environment().ensure().isPrivate());
        assertFalse(Files.exists(left));
        assertTrue(text().startsWith("  The Python environment in .lab is half made or out of date: making it anew\n"));
    }

    @Test
    void anEnvironmentWithOtherPinsOfAnotherFolderOrWithoutItsPythonIsNotReady() throws IOException {
        environment().ensure();
        Path marker = root.resolve(".lab/ready.properties");
        String good = Files.readString(marker);
        assertTrue(environment().ready().isPresent());
        Files.writeString(marker, good.replace("4.6.4; python", "4.6.3; python"));
        assertEquals(Optional.empty(), environment().ready(), "pins");
        Files.writeString(marker, good.replace("root=", "root=/elsewhere"));
        assertEquals(Optional.empty(), environment().ready(), "folder");
        Files.writeString(marker, good.substring(0, good.length() / 2));
        assertEquals(Optional.empty(), environment().ready(), "half written");
        Files.writeString(marker, good + "\nx=\\u12");
        assertEquals(Optional.empty(), environment().ready(), "damaged");
        Files.writeString(marker, good);
        Files.delete(root.resolve(".lab/venv/bin/python"));
        assertEquals(Optional.empty(), environment().ready(), "python");
    }

    @Test
    void offlineTheMachinesOwnJupyterServes() {
        pipWorks = false;
        machineJupyter = "notebook 6.4.12";
        Jupyter found = environment().ensure();
        assertEquals(new Jupyter(Path.of("/bin/python3"), false, "notebook", "6.4.12"), found);
        assertFalse(Files.exists(root.resolve(".lab/venv")));
        assertTrue(text()
                .endsWith("  Using the Jupyter on this machine instead: Jupyter Notebook 6.4.12, /bin/python3\n"));
    }

    @Test
    void offlineWithoutAJupyterTheFixIsThere() {
        pipWorks = false;
        assertTrouble("pip could not install JupyterLab: ERROR: No matching distribution found for jupyterlab==4.6.4",
                "connect to the internet and start ./lab again, or: sudo apt install jupyter-notebook python3-nbclient");
        assertFalse(Files.exists(root.resolve(".lab/venv")), "nothing half made stays");
        pipWorks = true;
        assertTrue(environment().ensure().isPrivate());
    }

    @Test
    void withoutPython() {
        machine.programs.remove("python3");
        assertTrouble("there is no Python on PATH; JupyterLab needs Python 3.9 or newer",
                "sudo apt install python3 python3-venv");
    }

    @Test
    void withAnOldPython() {
        machine.programs.put("python3", List.of(Path.of("/old/python3")));
        assertTrouble("Python 3.6 in /old/python3 is too old; JupyterLab needs 3.9 or newer",
                "sudo apt install python3 python3-venv");
    }

    @Test
    void withoutTheVenvModule() {
        venvWorks = false;
        assertTrouble("Python cannot make an environment: Error: ensurepip is not available",
                "sudo apt install python3-venv");
    }

    @Test
    void inAFolderNothingCanBeWrittenIn() throws IOException {
        Files.writeString(root.resolve(".lab"), "in the way");
        assertTrouble("cannot write in " + root, Fixes.readOnly(root));
    }

    private void assertTrouble(String problem, String fix) {
        Trouble trouble = assertThrows(Trouble.class, () -> environment().ensure());
        assertEquals(problem, trouble.getMessage());
        assertEquals(fix, trouble.fix());
    }

    /** Puts a finished environment there, as other tests need it. */
    void ready(Path where) throws IOException {
        Path python = Files.writeString(where.resolve("python"), "");
        assertTrue(python.toFile().setExecutable(true));
        Files.createDirectories(where.resolve(".lab"));
        try (java.io.OutputStream out = Files.newOutputStream(where.resolve(".lab/ready.properties"))) {
            java.util.Properties facts = new java.util.Properties();
            facts.putAll(
                    java.util.Map.of("pins", Resources.text("requirements.txt"), "root", where.toString(), "python",
                            python.toString(), "private", "true", "module", "jupyterlab", "version", "4.6.4"));
            facts.store(out, null);
        }
    }

    private PythonEnvironment environment() {
        machine.answer = this::answer;
        return new PythonEnvironment(new Home(root), machine,
                new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8), false));
    }

    private Machine.Outcome answer(List<String> command) {
        String text = String.join(" ", command);
        if (text.contains("-m venv")) {
            return venvWorks ? makeVenv() : new Machine.Outcome(1, "Error: ensurepip is not available");
        }
        if (text.contains("-m pip")) {
            return new Machine.Outcome(pipWorks ? 0 : 1,
                    pipWorks ? "Collecting jupyterlab" : "ERROR: No matching distribution found for jupyterlab==4.6.4");
        }
        if (text.contains("version_info")) {
            return new Machine.Outcome(0, text.startsWith("/old") ? "3.6" : "3.11");
        }
        String jupyter = text.contains(".lab") ? "jupyterlab 4.6.4" : machineJupyter;
        return new Machine.Outcome(jupyter.isEmpty() ? 3 : 0, jupyter);
    }

    private Machine.Outcome makeVenv() {
        try {
            Path python = Files.createDirectories(root.resolve(".lab/venv/bin")).resolve("python");
            Files.writeString(python, "");
            assertTrue(python.toFile().setExecutable(true));
            return new Machine.Outcome(0, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private java.util.Map<String, String> pipEnvironment() {
        for (int i = machine.commands.size() - 1; i >= 0; i--) {
            if (machine.commands.get(i).contains("pip")) {
                return machine.environments.get(i);
            }
        }
        throw new AssertionError("pip was not called");
    }

    private void clear() {
        assertTrue(root.resolve(".lab/ready.properties").toFile().delete());
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
