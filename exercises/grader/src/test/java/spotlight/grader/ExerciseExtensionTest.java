package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

import spotlight.ch99.Learner;
import spotlight.check.NotAttempted;

class ExerciseExtensionTest {
    @AfterEach
    void asBefore() throws InterruptedException {
        System.clearProperty("spotlight.strict");
        Learner.end();
    }

    @Exercise("99.1 Untouched")
    static class Untouched {
        @Test
        @Points(value = 2, hint = "")
        void directly() {
            assertEquals(2, Learner.untouched());
        }

        @Test
        @Points(hint = "")
        void whereAnExceptionIsExpected() {
            assertThrows(RuntimeException.class, Learner::untouched);
        }

        @Test
        @Points(hint = "")
        void asACause() {
            try {
                Learner.untouched();
            } catch (NotAttempted thrown) {
                throw new AssertionError("wrapped", new IllegalStateException(thrown));
            }
        }

        @Test
        @Points(hint = "")
        void asSuppressed() {
            try {
                Learner.untouched();
            } catch (NotAttempted thrown) {
                AssertionError failure = new AssertionError("some failed");
                failure.addSuppressed(thrown);
                throw failure;
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Points(hint = "")
        void perRow(int row) {
            assertEquals(row, Learner.untouched());
        }
    }

    @Test
    void anUntouchedStubIsSkippedHoweverTheTestMeetsIt() {
        ExerciseResult result = run(Untouched.class);
        assertEquals(5, result.count(Status.NOT_ATTEMPTED), result::toString);
        assertEquals(0, result.points());
        assertEquals(6, result.max());
    }

    @Test
    void strictModeMakesAnUntouchedStubAFailure() {
        System.setProperty("spotlight.strict", "true");
        ExerciseResult result = run(Untouched.class);
        assertEquals(5, result.count(Status.FAILED), result::toString);
        assertEquals("not attempted", result.methods().get(0).message());
    }

    @Exercise("99.2 Prepared by the learner's code")
    static class UntouchedBefore {
        @BeforeEach
        void prepare() {
            Learner.untouched();
        }

        @Test
        @Points(hint = "")
        void test() {
        }
    }

    @Test
    void aPreparationThatCallsAnUntouchedStubSkipsToo() {
        assertEquals(Status.NOT_ATTEMPTED, run(UntouchedBefore.class).methods().get(0).status());
    }

    @Exercise("99.3 Assumed")
    static class Assumed {
        @Test
        @Points(hint = "")
        void test() {
            Assumptions.assumeTrue(false, "only on Tuesdays");
        }
    }

    @Test
    void strictModeAcceptsNoOtherWayOfNotRunning() {
        assertEquals(Status.NOT_ATTEMPTED, run(Assumed.class).methods().get(0).status());
        System.setProperty("spotlight.strict", "true");
        assertEquals("skipped: Assumption failed: only on Tuesdays", run(Assumed.class).methods().get(0).message());
    }

    @Exercise(value = "99.4 Endless", seconds = 2)
    static class Endless {
        @Test
        @Points(value = 3, hint = "A hint about the task does not help here.")
        void loops() {
            assertEquals(2, Learner.endless());
        }

        @Test
        @Points(hint = "")
        void loopsAgain() {
            assertEquals(2, Learner.endless());
        }
    }

    @Test
    void anEndlessLoopEndsAtTheTimeLimitWithItsLine() {
        ExerciseResult result = run(Endless.class);
        MethodResult loops = result.methods().get(0);
        assertEquals("loops", loops.name());
        assertEquals(Status.TIMED_OUT, loops.status());
        assertEquals("", loops.hint());
        assertTrue(loops.message().matches("99\\.4 Endless did not finish within [12] s: is there an endless loop\\? "
                + "It was at Learner\\.java:2\\d"), loops.message());
        assertEquals(List.of(Status.TIMED_OUT, Status.TIMED_OUT),
                result.methods().stream().map(MethodResult::status).toList());
        assertEquals(List.of(true, true), Stream.of("within 1 s", "within 2 s").map(limit -> result.methods().stream()
                .anyMatch(method -> method.message().contains(limit))).toList());
    }

    @Exercise("99.5 Broken in many ways")
    static class Broken {
        @Test
        @Points(hint = "")
        void compileError() {
            assertEquals(2, Learner.broken());
        }

        @Test
        @Points(hint = "")
        void exception() {
            assertEquals(2, Learner.outside());
        }

        @Test
        @Points(hint = "")
        void memory() {
            assertEquals(2, Learner.hungry());
        }

        @Test
        @Points(hint = "")
        void recursion() {
            assertEquals(2, Learner.recursive(0));
        }

        @Test
        @Points(hint = "")
        void wrong() {
            throw new AssertionFailedError("two: expected 3, got " + Learner.two());
        }
    }

    @Test
    void eachFailureIsOneSentenceThatNamesTheLine() {
        ExerciseResult result = run(Broken.class);
        assertEquals("Learner.java does not compile: line 46: Type mismatch: cannot convert from String to int; "
                + "y cannot be resolved to a variable", result.methods().get(0).message());
        assertEquals("ArrayIndexOutOfBoundsException at Learner.java:41: Index 2 out of bounds for length 2",
                result.methods().get(1).message());
        assertEquals("out of memory at Learner.java:35: which array or list grows without end?",
                result.methods().get(2).message());
        assertEquals("endless recursion at Learner.java:31 (StackOverflowError): which case ends it?",
                result.methods().get(3).message());
        assertEquals("two: expected 3, got 2", result.methods().get(4).message());
    }

    private static ExerciseResult run(Class<?> testClass) {
        return new ExerciseRun().run(testClass).get(0);
    }
}
