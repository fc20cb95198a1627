package spotlight.grader;

import java.util.List;

/**
 * The outcome of one exercise.
 *
 * @param title   number and title, {@code "2.1 One attention weight"}
 * @param methods one entry a test method, in the order of the test's source
 */
public record ExerciseResult(String title, List<MethodResult> methods) {
    /** A copy of the list is kept. */
    public ExerciseResult {
        methods = List.copyOf(methods);
    }

    /** {@code "2.1"} */
    public String number() {
        return ExerciseNumber.of(title).toString();
    }

    /** Points earned. */
    public int points() {
        return methods.stream().mapToInt(MethodResult::points).sum();
    }

    /** Points possible. */
    public int max() {
        return methods.stream().mapToInt(MethodResult::max).sum();
    }

    /** How many methods ended like this. */
    public int count(Status status) {
        return (int) methods.stream().filter(method -> method.status() == status).count();
    }
}
