package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.gradebook.SimilarPairs;

class JPlagRunTest {
    private static final String BODY = " { static double weight(double[] q, double[] k) { double sum = 0; "
            + "for (int i = 0; i < q.length; i++) { double a = q[i]; sum += a * k[i]; if (sum > 10) { sum = sum - 1; } "
            + "while (sum < 0) { sum = sum + 2; } } return sum / Math.sqrt(q.length); } }";

    @TempDir
    Path folder;

    @Test
    void withoutMavenThereIsNoJPlag() {
        FakeMachine machine = new FakeMachine();
        machine.programs.remove("mvn");
        assertEquals("lab: Maven (mvn) is not on PATH, and JPlag comes by it" + System.lineSeparator()
                + "  fix: ./lab doctor knows how to install it", trouble(machine));
    }

    @Test
    void withoutANetworkTheFixIsNamed() {
        FakeMachine machine = new FakeMachine();
        machine.answer = command -> new Machine.Outcome(1, "[ERROR] Unknown host");
        assertEquals("lab: Maven could not fetch JPlag: [ERROR] Unknown host" + System.lineSeparator()
                + "  fix: connect to the internet and run the command again; this is needed once", trouble(machine));
    }

    /** Where the build has fetched JPlag once: {@code ./lab grades similar} does. */
    @Test
    void renamedVariablesDoNotHideACopyAndTheCourseIsNobodysCopy() throws IOException {
        Path jplag = Path.of(System.getProperty("user.home"), ".m2/repository/de/jplag/jplag/4.3.0/jplag-4.3.0.jar");
        assumeTrue(Files.exists(jplag), "JPlag is not on this machine");
        JPlagRun run = new JPlagRun(new LocalMachine(), folder.resolve("jplag"));
        assertEquals("JPlag 4.3.0 (GPL-3.0)", run.prepare());
        String given = " { static int given(int n) { int r = 1; for (int j = 0; j < n; j++) { r = r * j; if (r > 7) { "
                + "break; } else { r++; } } while (r > 3) { r = r / 2; } return r; } }";
        write("base/stubs/ch02/Given.java", "class Given" + given);
        write("hand-ins/ada/ch02/OneWeight.java", "class OneWeight" + BODY);
        write("hand-ins/bob/ch02/OneWeight.java", "class OneWeight" + BODY.replace("sum", "total"));
        write("hand-ins/eve/ch02/Given.java", "class Given" + given);
        write("hand-ins/kim/ch02/Given.java", "class Given" + given);
        write("hand-ins/deep/ch02/Deep.java", "class Deep { int x = " + "(".repeat(45_000) + "1" + ")".repeat(45_000)
                + "; }");
        SimilarPairs found = run.compare(folder.resolve("hand-ins"), folder.resolve("base"),
                folder.resolve("similar.zip"));
        SimilarPairs.Pair first = found.pairs().get(0);
        assertEquals(List.of("ada", "bob", 1.0), List.of(first.first(), first.second(), first.similarity()));
        assertEquals("ada/ch02/OneWeight.java", first.matches().get(0).first().file());
        assertTrue(found.pairs().stream().skip(1).allMatch(pair -> pair.similarity() == 0), found.toString());
        assertTrue(found.left().contains("deep"), found.toString());
        assertTrue(Files.size(folder.resolve("similar.zip")) > 0);
    }

    private String trouble(FakeMachine machine) {
        return assertThrows(Trouble.class, () -> new JPlagRun(machine, folder).prepare()).report();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
