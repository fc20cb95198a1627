package spotlight.lab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.ExerciseOutcome.Kind;
import spotlight.grader.batch.SubmissionResult;

/**
 * What a class has got, in a few lines.
 *
 * @param submissions how many there are
 * @param points      of all of them together
 * @param max         points possible for one
 * @param kinds       how often an exercise ended in each way
 * @param remarked    how many submissions have remarks
 */
record GradeSummary(int submissions, long points, int max, Map<Kind, Integer> kinds, int remarked) {

    /** Reads the results one by one. */
    static GradeSummary of(Iterable<SubmissionResult> results) {
        int submissions = 0;
        long points = 0;
        int max = 0;
        int remarked = 0;
        Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
        for (SubmissionResult result : results) {
            submissions++;
            points += result.points();
            max = Math.max(max, result.max());
            remarked += result.remarks().isEmpty() ? 0 : 1;
            for (ExerciseOutcome outcome : result.exercises()) {
                kinds.merge(outcome.kind(), 1, Integer::sum);
            }
        }
        return new GradeSummary(submissions, points, max, kinds, remarked);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s, on average %.1f of %d points",
                count(submissions, "submission"),
                submissions == 0 ? 0 : (double) points / submissions, max));
        kinds.forEach((kind, times) -> lines.add("  " + count(times, "exercise") + ": " + words(kind)));
        if (remarked > 0) {
            lines.add("  " + count(remarked, "submission") + " with remarks, see log.txt");
        }
        return lines;
    }

    /** {@code 1 submission}, {@code 2 submissions}. */
    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case UNTOUCHED -> "untouched";
            case GRADED -> "graded";
            case DOES_NOT_COMPILE -> "not compiling";
            case NOT_ALLOWED -> "not allowed, so not run";
            case ENDED -> "ended at a limit, or by itself";
            case NOT_RUN -> "not run, because the submission's time was used up";
        };
    }
}
