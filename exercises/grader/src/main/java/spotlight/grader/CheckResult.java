package spotlight.grader;

import java.util.List;

/**
 * What a check of one exercise found. Either the compiler's problems, or a result for each test method, or, when the
 * code took the whole checking program down, the trouble.
 *
 * @param problems errors of the compiler, in the order it found them
 * @param result   the tests; without methods when they did not run
 * @param printed  what the learner's code printed
 * @param trouble  why there is no result, or empty
 */
public record CheckResult(List<Problem> problems, ExerciseResult result, String printed, String trouble) {
    /** A copy of the list is kept. */
    public CheckResult {
        problems = List.copyOf(problems);
    }

    static CheckResult doesNotCompile(String title, List<Problem> problems) {
        return new CheckResult(problems, new ExerciseResult(title, List.of()), "", "");
    }

    static CheckResult trouble(String title, String trouble) {
        return new CheckResult(List.of(), new ExerciseResult(title, List.of()), "", trouble);
    }

    /** Whether the program that ran the tests may be left in a bad state: a thread still running, memory gone. */
    boolean spoilsTheWorker() {
        return result.methods().stream().anyMatch(method -> method.status() == Status.TIMED_OUT
                || method.message().startsWith("out of memory"));
    }
}
