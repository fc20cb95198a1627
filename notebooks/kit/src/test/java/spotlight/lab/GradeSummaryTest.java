package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spotlight.grader.ExerciseResult;
import spotlight.grader.MethodResult;
import spotlight.grader.Status;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.ExerciseOutcome.Kind;
import spotlight.grader.batch.SubmissionResult;
import spotlight.grader.handin.Submission;

class GradeSummaryTest {

    private static SubmissionResult result(String id, Status status, Kind kind, List<String> remarks) {
        ExerciseResult exercise = new ExerciseResult("2.1 One", List.of(new MethodResult("m", 3, status, "", "")));
        return new SubmissionResult(new Submission(id, id, Map.of(), Path.of(id), Optional.empty()),
                List.of(new ExerciseOutcome(exercise, kind, "", List.of(), "")), remarks);
    }

    @Test
    void averageAndEndingsAreCounted() {
        assertEquals(List.of("3 submissions, on average 1.0 of 3 points", "  2 exercises: graded",
                "  1 exercise: ended at a limit, or by itself", "  1 submission with remarks, see log.txt"),
                GradeSummary.of(List.of(result("ann", Status.PASSED, Kind.GRADED, List.of()),
                        result("bob", Status.FAILED, Kind.GRADED, List.of("half a zip")),
                        result("cy", Status.TIMED_OUT, Kind.ENDED, List.of()))).lines());
    }

    @Test
    void nobodyIsNoDivisionByZero() {
        assertEquals(List.of("0 submissions, on average 0.0 of 0 points"), GradeSummary.of(List.of()).lines());
    }
}
