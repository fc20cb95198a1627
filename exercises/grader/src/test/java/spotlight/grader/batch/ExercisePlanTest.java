package spotlight.grader.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spotlight.grader.Call;
import spotlight.grader.ExerciseResult;
import spotlight.grader.MethodResult;
import spotlight.grader.Script;
import spotlight.grader.Status;
import spotlight.grader.Wire;

class ExercisePlanTest {
    private static final MethodResult FIRST = new MethodResult("first", 2, Status.NOT_ATTEMPTED, "", "think");
    private static final MethodResult SECOND = new MethodResult("second", 1, Status.NOT_ATTEMPTED, "", "");
    private final ExercisePlan plan = new ExercisePlan("spotlight.ch98.Twice", "a\nb\n",
            List.of(new PlannedTest("spotlight.ch98.TwiceTest", Optional.empty())),
            new ExerciseResult("98.1 Twice", List.of(FIRST, SECOND)));

    @Test
    void theStubIsUntouchedWhateverItsLineEnds() {
        assertEquals("Twice.java", plan.file());
        assertTrue(plan.isUntouched("a\nb\n"));
        assertTrue(plan.isUntouched("a\r\nb\r\n"));
        assertFalse(plan.isUntouched("a\nb"));
    }

    @Test
    void worthAndMethodsAreThoseOfThePlanWhateverTheOtherJvmSays() {
        ExerciseResult forged = new ExerciseResult("1.1 Another", List.of(
                new MethodResult("second", 100, Status.PASSED, "", "forged"),
                new MethodResult("third", 100, Status.PASSED, "", ""),
                new MethodResult("first", 0, Status.FAILED, "wrong", "anything")));
        assertEquals(new ExerciseResult("98.1 Twice", List.of(
                new MethodResult("first", 2, Status.FAILED, "wrong", "think"),
                new MethodResult("second", 1, Status.PASSED, "", ""))), plan.checked(forged));
        assertEquals(plan.nothing(), plan.checked(new ExerciseResult("", List.of())));
    }

    @Test
    void aMethodThatIsReportedTwiceCountsOnce() {
        ExerciseResult twice = new ExerciseResult("", List.of(
                new MethodResult("first", 2, Status.FAILED, "wrong", ""),
                new MethodResult("first", 2, Status.PASSED, "", "")));
        assertEquals(0, plan.checked(twice).points());
    }

    @Test
    void plannedTestsComeBackAsTheyWereWritten() {
        for (PlannedTest test : List.of(new PlannedTest("a.B", Optional.empty()),
                new PlannedTest("a.B", Optional.of(new Script(2, plan.nothing(), List.of()))),
                new PlannedTest("a.B", Optional.of(
                        new Script(10, plan.nothing(), List.of(new Call("c", List.of(1, "d")))))))) {
            assertEquals(test, Wire.read(Wire.write(out -> PlannedTest.write(out, test)), PlannedTest::read));
        }
    }
}
