package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PythonsTest {

    @TempDir
    Path folder;

    private final FakeMachine machine = new FakeMachine();

    @Test
    void versionsFrom39OnWillDo() {
        assertTrue(Pythons.atLeast39("3.9"));
        assertTrue(Pythons.atLeast39("3.14\n"));
        assertFalse(Pythons.atLeast39("3.8"));
        assertFalse(Pythons.atLeast39("2.7"));
        assertFalse(Pythons.atLeast39("no"));
    }

    @Test
    void aPythonThatIsTooOldIsPassedOverForALaterOneOnPath() {
        machine.programs.put("python3", List.of(Path.of("/old/python3"), Path.of("/new/python3")));
        machine.answer = command -> new Machine.Outcome(0, command.get(0).startsWith("/old") ? "3.7" : "3.12");
        assertEquals(Path.of("/new/python3"), new Pythons(machine).base());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void thePythonBehindTheJupyterCommandIsAskedFirst() throws IOException {
        Path python = Files.writeString(folder.resolve("python"), "");
        assertTrue(python.toFile().setExecutable(true));
        Path jupyter = Files.writeString(folder.resolve("jupyter"), "#!" + python + "\nimport jupyter");
        machine.programs.put("jupyter", List.of(jupyter));
        machine.answer = command -> new Machine.Outcome(0, "jupyterlab 4.4.1");
        assertEquals(Optional.of(new Jupyter(python, false, "jupyterlab", "4.4.1")),
                new Pythons(machine).withJupyter());
    }

    @Test
    void aJupyterThatDoesNotImportIsNone() {
        machine.answer = command -> new Machine.Outcome(1, "ImportError: libzmq.so.5");
        assertEquals(Optional.empty(), new Pythons(machine).withJupyter());
    }
}
