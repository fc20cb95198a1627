package spotlight.grader.batch;

import java.util.List;
import spotlight.grader.handin.Submission;

/**
 * What one student gets: the same input gives the same result, so it holds no times and no paths of this machine.
 *
 * @param exercises one entry for each exercise that is graded, in the order of their numbers
 * @param remarks   what went wrong with the submission as a whole; the instructor reads them
 */
public record SubmissionResult(Submission submission, List<ExerciseOutcome> exercises, List<String> remarks) {
    /** Copies of the lists are kept. */
    public SubmissionResult {
        exercises = List.copyOf(exercises);
        remarks = List.copyOf(remarks);
    }

    /** Points earned, before any late rule. */
    public int points() {
        return exercises.stream().mapToInt(outcome -> outcome.result().points()).sum();
    }

    /** Points possible. */
    public int max() {
        return exercises.stream().mapToInt(outcome -> outcome.result().max()).sum();
    }
}
