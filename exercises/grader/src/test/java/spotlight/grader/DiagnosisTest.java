package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import spotlight.check.NotAttempted;
import spotlight.grader.TimeLimit.Stuck;

/** What happens in a whole run is in {@link ExerciseExtensionTest}; here are the rarer cases. */
class DiagnosisTest {
    @Test
    void aTestsOwnSentenceStandsAsItIs() {
        assertEquals("the rows sum to 1", Diagnosis.of(new AssertionError("the rows sum to 1")));
        assertEquals("the test failed without a message", Diagnosis.of(new AssertionError()));
    }

    @Test
    void anExceptionIsItsNameAndMessage() {
        assertEquals("IllegalArgumentException: matmul: inner sizes differ",
                Diagnosis.of(new IllegalArgumentException("matmul: inner sizes differ")));
        assertEquals("NullPointerException at OneWeight.java:31",
                Diagnosis.of(at(new NullPointerException(), "spotlight.ch02.OneWeight", 31)));
    }

    @Test
    void aFailedInitialiserIsDiagnosedByItsCause() {
        Throwable cause = at(new ArithmeticException("/ by zero"), "spotlight.ch02.OneWeight", 5);
        assertEquals("ArithmeticException at OneWeight.java:5: / by zero",
                Diagnosis.of(new ExceptionInInitializerError(cause)));
    }

    @Test
    void whatDoesNotCompileIsSaidWithItsLine() {
        assertEquals("OneWeight.java does not compile: line 12: y cannot be resolved",
                Diagnosis.of(at(new Error("Unresolved compilation problem: \n\ty cannot be resolved\n"),
                        "spotlight.ch02.OneWeight", 12)));
        assertEquals(
                "AbsentTest.java does not compile: line 20: The method weight(Tensor) is undefined "
                        + "(has a name or a parameter of your class changed?)",
                Diagnosis.of(at(
                        new Error("Unresolved compilation problem: \n\tThe method weight(Tensor) is undefined\n"),
                        "spotlight.ch99.AbsentTest", 20)));
        assertEquals(
                "Absent.java does not compile: look at its imports and declarations; the compiler's own message is "
                        + "at the beginning of the build's output",
                Diagnosis.of(at(new Error("Unresolved compilation problem: \n"), "spotlight.ch99.Absent", 9)));
    }

    @Test
    void aTimeLimitIsSaidInSeconds() {
        StackTraceElement[] where = at(new Error(), "spotlight.ch02.OneWeight", 31).getStackTrace();
        assertEquals("2.1 One did not finish within 10 s: is there an endless loop? It was at OneWeight.java:31",
                Diagnosis.timedOut("2.1 One", 10_000, new Stuck(where, false)));
        assertEquals("2.1 One did not finish within 1500 ms: is there an endless loop?",
                Diagnosis.timedOut("2.1 One", 1500, new Stuck(new StackTraceElement[0], false)));
    }

    @Test
    void notAttemptedIsFoundInACircleOfCausesToo() {
        NotAttempted untouched = new NotAttempted("2.1");
        Exception outer = new Exception("outer");
        Exception inner = new Exception("inner", outer);
        outer.initCause(inner);
        assertEquals(Optional.empty(), Diagnosis.notAttempted(outer));
        inner.addSuppressed(untouched);
        assertSame(untouched, Diagnosis.notAttempted(outer).orElseThrow());
    }

    private static <T extends Throwable> T at(T thrown, String className, int line) {
        String file = className.substring(className.lastIndexOf('.') + 1) + ".java";
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement(className, "weight", file, line)});
        return thrown;
    }
}
