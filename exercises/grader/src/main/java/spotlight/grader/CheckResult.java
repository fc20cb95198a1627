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
 * @param measured how fast the code is, where the exercise asks for it and all points are earned
 */
public record CheckResult(List<Problem> problems, ExerciseResult result, String printed, String trouble,
        List<Measurement> measured) {
    /** Copies of the lists are kept. */
    public CheckResult {
        problems = List.copyOf(problems);
        measured = List.copyOf(measured);
    }

    static CheckResult doesNotCompile(String title, List<Problem> problems) {
        return new CheckResult(problems, new ExerciseResult(title, List.of()), "", "", List.of());
    }

    static CheckResult trouble(String title, String trouble) {
        return new CheckResult(List.of(), new ExerciseResult(title, List.of()), "", trouble, List.of());
    }

    /** Whether the program that ran the tests may be left in a bad state: a thread still running, memory gone. */
    boolean spoilsTheWorker() {
        return result.methods().stream().anyMatch(method -> method.status() == Status.TIMED_OUT
                || method.message().startsWith("out of memory"))
                || measured.stream().anyMatch(measurement -> !measurement.trouble().isEmpty());
    }
}
