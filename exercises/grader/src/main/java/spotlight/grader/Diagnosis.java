package spotlight.grader;

import java.util.Optional;

/** Turns what a test threw into one text for the learner: what happened, and at which of their lines. */
public final class Diagnosis {
    private Diagnosis() {
    }

    /** The text, without a stack trace. */
    public static String of(Throwable thrown) {
        Optional<String> compiler = CompileProblem.of(thrown);
        if (compiler.isPresent()) {
            return compiler.get();
        }
        if (thrown instanceof AssertionError) {
            return message(thrown);
        }
        String at = LearnerFrame.find(thrown).map(line -> " at " + line).orElse("");
        if (thrown instanceof StackOverflowError) {
            return "endless recursion" + at + " (StackOverflowError): which case ends it?";
        }
        if (thrown instanceof OutOfMemoryError) {
            return "out of memory" + at + ": which array or list grows without end?";
        }
        if (thrown instanceof ExceptionInInitializerError && thrown.getCause() != null) {
            return of(thrown.getCause());
        }
        return thrown.getClass().getSimpleName() + at + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
    }

    /** Time is up for this exercise. */
    static String timedOut(String exercise, long millis, StackTraceElement[] where) {
        String limit = millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
        return exercise + " did not finish within " + limit + ": is there an endless loop?"
                + LearnerFrame.find(where).map(line -> " It was at " + line).orElse("");
    }

    private static String message(Throwable thrown) {
        return thrown.getMessage() == null ? "the test failed without a message" : thrown.getMessage();
    }
}
