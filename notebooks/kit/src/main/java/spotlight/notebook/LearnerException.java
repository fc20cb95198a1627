package spotlight.notebook;

/** The learner's code cannot be used; the message says why, for the learner. */
final class LearnerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LearnerException(String message) {
        super(message);
    }
}
