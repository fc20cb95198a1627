package spotlight.check;

/**
 * Thrown by an exercise stub that nobody has touched yet. An {@link Error} on purpose: a test that expects a
 * {@code RuntimeException} must not take an untouched stub for the right answer.
 */
public final class NotAttempted extends Error {
    private static final long serialVersionUID = 1L;

    private final String exercise;

    /** @param exercise the number of the exercise, for instance {@code "2.1"} */
    public NotAttempted(String exercise) {
        super("exercise " + exercise + " is not attempted yet: replace todo(\"" + exercise + "\") by your code");
        this.exercise = exercise;
    }

    /** The number of the exercise, for instance {@code "2.1"}. */
    public String exercise() {
        return exercise;
    }
}
