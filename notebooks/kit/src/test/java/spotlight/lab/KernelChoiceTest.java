package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelChoiceTest {

    @TempDir
    Path folder;

    @Test
    void readsEachForm() throws IOException {
        Path jar = Files.writeString(folder.resolve("my kernel=1.jar"), "");
        assertEquals(KernelChoice.SPOTLIGHT, KernelChoice.parse("spotlight"));
        assertEquals(new KernelChoice(KernelChoice.Kind.IJAVA, Optional.of(jar)), KernelChoice.parse("ijava=" + jar));
        assertEquals(new KernelChoice(KernelChoice.Kind.JJAVA, Optional.of(jar)), KernelChoice.parse("jjava=" + jar));
        assertEquals(new KernelChoice(KernelChoice.Kind.JJAVA, Optional.empty()), KernelChoice.parse("jjava"));
    }

    @Test
    void saysWhichFormsThereAre() {
        assertTrouble("rapaio", "--kernel rapaio: there is no kernel rapaio",
                "use --kernel spotlight, --kernel ijava=PATH.jar, --kernel jjava or --kernel jjava=PATH.jar");
        assertTrouble("ijava", "--kernel ijava: IJava comes as a release archive, so its jar must be named",
                "unpack ijava-1.3.0.zip and start ./lab --kernel ijava=…/java/ijava-1.3.0.jar");
        Path absent = folder.resolve("absent.jar");
        assertTrouble("ijava=" + absent, "--kernel ijava=" + absent + ": there is no file " + absent,
                "give the path of the kernel's jar, for example --kernel ijava=java/ijava-1.3.0.jar");
    }

    @Test
    void jjavaAloneIsTheOnePipInstalls() {
        Jupyter jupyter = new Jupyter(Path.of("/venv/python"), true, "jupyterlab", "4.6.4");
        FakeMachine machine = new FakeMachine();
        machine.answer = command -> new Machine.Outcome(0, command.contains("pip") || machine.commands.size() == 1
                ? ""
                : "/venv/share/jupyter/kernels/java/jjava.jar");
        assertEquals(Optional.of(Path.of("/venv/share/jupyter/kernels/java/jjava.jar")),
                KernelChoice.parse("jjava").located(machine, jupyter).jar());
        machine.answer = command -> new Machine.Outcome(command.contains("pip") ? 1 : 0, "");
        Trouble trouble = assertThrows(Trouble.class, () -> KernelChoice.parse("jjava").located(machine, jupyter));
        assertEquals("lab: --kernel jjava: JJava is not installed and pip could not fetch it" + System.lineSeparator()
                + "  fix: download jjava.jar from https://github.com/dflib/jjava/releases and name it: "
                + "--kernel jjava=PATH.jar", trouble.report());
    }

    private static void assertTrouble(String text, String problem, String fix) {
        Trouble trouble = assertThrows(Trouble.class, () -> KernelChoice.parse(text));
        assertEquals(problem, trouble.getMessage());
        assertEquals(fix, trouble.fix());
    }
}
