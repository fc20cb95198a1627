package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class PointsReportTest {
    @Test
    void oneAlignedLineForEachExerciseThenChaptersAndTotal() {
        ExerciseResult done = exercise("2.1 One attention weight", method("a", 3, Status.PASSED, ""));
        ExerciseResult open = exercise("2.2 Softmax", method("a", 4, Status.NOT_ATTEMPTED, ""),
                method("b", 6, Status.NOT_ATTEMPTED, ""));
        ExerciseResult other = exercise("3.1 Mask", method("a", 1, Status.NOT_ATTEMPTED, ""));
        assertEquals("""

                2.1 One attention weight    3 of 3 points
                2.2 Softmax                 0 of 10 points, 2 not attempted
                Chapter 2                   3 of 13 points, 2 not attempted

                3.1 Mask                    0 of 1 points, 1 not attempted

                Total                       3 of 14 points, 3 not attempted
                """, PointsReport.text(List.of(done, open, other)));
    }

    @Test
    void aFailureShowsItsDiagnosisAndHintOnce() {
        ExerciseResult result = exercise("2.1 One attention weight",
                method("weighs the first", 2, Status.FAILED, "weight: the scaling is missing"),
                method("weighs the second", 2, Status.FAILED, "weight: the scaling is missing"),
                method("stops", 1, Status.TIMED_OUT, "2.1 did not finish within 1 s: is there an endless loop?"));
        assertEquals("""

                2.1 One attention weight    0 of 5 points, 2 failed, 1 timed out
                    failed: weighs the first; weighs the second
                        weight: the scaling is missing
                        Hint: Look again.
                    timed out: stops
                        2.1 did not finish within 1 s: is there an endless loop?
                        Hint: Look again.
                """, PointsReport.text(List.of(result)));
    }

    @Test
    void aRunWithoutExercisesPrintsNothing() {
        assertEquals("", PointsReport.text(List.of()));
    }

    private static ExerciseResult exercise(String title, MethodResult... methods) {
        return new ExerciseResult(title, List.of(methods));
    }

    private static MethodResult method(String name, int max, Status status, String message) {
        return new MethodResult(name, max, status, message, "Look again.");
    }
}
