package spotlight.grader;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

import spotlight.check.NotAttempted;

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
            at = LearnerFrame.mostFrequent(thrown.getStackTrace()).map(line -> " at " + line).orElse("");
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
    public static String timedOut(String exercise, long millis, TimeLimit.Stuck stuck) {
        String limit = millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
        String where = ProcessorTime.counts()
                ? LearnerFrame.outermost(stuck.where()).map(method -> " It was in " + method).orElse("")
                : LearnerFrame.find(stuck.where()).map(line -> " It was at " + line).orElse("");
        return exercise + " did not finish within " + limit + ": is there an endless loop?" + where;
    }

    private static String message(Throwable thrown) {
        return thrown.getMessage() == null ? "the test failed without a message" : thrown.getMessage();
    }

    /** Looks through causes and suppressed throwables: a test may have wrapped what the stub threw. */
    public static Optional<NotAttempted> notAttempted(Throwable thrown) {
        return search(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Optional<NotAttempted> search(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return Optional.empty();
        }
        if (thrown instanceof NotAttempted found) {
            return Optional.of(found);
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            Optional<NotAttempted> found = search(suppressed, seen);
            if (found.isPresent()) {
                return found;
            }
        }
        return search(thrown.getCause(), seen);
    }
}
