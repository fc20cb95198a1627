package spotlight.grader.batch;

import java.util.List;
import spotlight.grader.ExerciseResult;
import spotlight.grader.Problem;

/**
 * What became of one exercise of one student.
 *
 * @param result   points and messages of each test method; never without methods, so that the maximum is known
 * @param kind     how it ended
 * @param reason   one sentence for the student, empty if {@link Kind#GRADED} or {@link Kind#UNTOUCHED}
 * @param problems of the compiler, if it does not compile, or forbidden places, if it is not allowed
 * @param printed  what the student's code printed, cut at a limit
 */
public record ExerciseOutcome(ExerciseResult result, Kind kind, String reason, List<Problem> problems, String printed) {
    /** How an exercise can end. */
    public enum Kind {
        /** The stub is the kit's own, or missing: no points, nothing was run. */
        UNTOUCHED,
        /** Its tests have run to their end. */
        GRADED,
        /** The compiler refused it. */
        DOES_NOT_COMPILE,
        /** It uses what a submission may not use; nothing was run. */
        NOT_ALLOWED,
        /** It hung, or took its JVM down. */
        ENDED,
        /** The submission as a whole had used up its time before. */
        NOT_RUN
    }

    /** A copy of the list is kept. */
    public ExerciseOutcome {
        problems = List.copyOf(problems);
    }
}
