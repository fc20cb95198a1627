package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import spotlight.grader.SourceCompiler.Compiled;

class WireTest {
    private static final Problem PROBLEM = new Problem("Twice.java", 3, 7, "';' expected", "\treturn 2");

    @Test
    void aResultArrivesAsItWasSent() {
        CheckResult result = new CheckResult(List.of(PROBLEM),
                new ExerciseResult("2.1 河",
                        List.of(new MethodResult("doubles three", 2, Status.FAILED, "expected 6", "Think."))),
                "printed\n", "trouble", List.of(new Measurement("the three loops", 3.1, "why")));
        assertEquals(result, Wire.checkResult(Wire.bytes(result)));
    }

    @Test
    void classesArriveAsTheyWereSent() {
        Compiled compiled = new Compiled(Map.of("a.B", new byte[] {1, 2, -3}), List.of(PROBLEM));
        Compiled arrived = Wire.compiled(Wire.bytes(compiled));
        assertEquals(compiled.problems(), arrived.problems());
        assertArrayEquals(new byte[] {1, 2, -3}, arrived.classes().get("a.B"));
    }

    @Test
    void anAnswerThatIsCutShortIsAnError() {
        assertEquals("the answer of the checking program cannot be read",
                assertThrows(UncheckedIOException.class, () -> Wire.checkResult(new byte[] {0, 0, 0, 1, 0}))
                        .getMessage());
    }
}
