package spotlight.grader;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * What an {@link Exercise} does to each of its tests, whoever calls them: an untouched stub is skipped, a test that hangs
 * ends at its time limit, the rows of a parameterised test after one that failed are left out, and everything else that
 * goes wrong becomes one sentence for the learner. One of it serves one run of one test class.
 */
final class Guard {
    /** A test, or what it needs before. */
    @FunctionalInterface
    interface Code<T> {
        T run() throws Throwable;
    }

    /** Once a test of an exercise has hung, the others will probably hang too: they get this long. */
    static final long MILLIS_AFTER_A_TIMEOUT = 1000;

    private static final String NOT_ATTEMPTED = "not attempted";

    private final String title;
    private final int seconds;
    private final Set<Object> failed = ConcurrentHashMap.newKeySet();
    private volatile boolean hung;

    Guard(String title, int seconds) {
        this.title = title;
        this.seconds = seconds;
    }

    /** Runs it. @throws Throwable an {@link AssertionFailedError} or {@link TestAbortedException} that says it all */
    <T> T call(Code<T> code) throws Throwable {
        long millis = millis();
        return translating(() -> new TimeLimit(millis).call(title, () -> proceed(code), this::late));
    }

    /** As {@link #call}, unless an earlier row of this test has failed. */
    <T> T row(Object test, Code<T> code) throws Throwable {
        return unlessFailed(test, () -> call(code));
    }

    /** As {@link #row}, on this thread: who calls it keeps to {@link #millis} and says {@link #late}. */
    <T> T rowHere(Object test, Code<T> code) throws Throwable {
        return unlessFailed(test, () -> translating(code));
    }

    /** How long the next one may take. */
    long millis() {
        return hung ? MILLIS_AFTER_A_TIMEOUT : ProcessorTime.limit(seconds);
    }

    /** One took longer. */
    TimedOut late(TimeLimit.Stuck stuck) {
        String message = Diagnosis.timedOut(title, millis(), stuck);
        hung = true;
        return new TimedOut(message);
    }

    /** As {@link #late(TimeLimit.Stuck)}, in a row of a test, whose other rows are left out. */
    TimedOut late(Object test, TimeLimit.Stuck stuck) {
        failed.add(test);
        return late(stuck);
    }

    private <T> T unlessFailed(Object test, Code<T> code) throws Throwable {
        if (failed.contains(test)) {
            throw new TestAbortedException("an earlier row has failed");
        }
        try {
            return code.run();
        } catch (AssertionFailedError failure) {
            failed.add(test);
            throw failure;
        }
    }

    private static <T> T translating(Code<T> code) throws Throwable {
        try {
            return code.run();
        } catch (TimedOut thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw translated(thrown);
        }
    }

    private static <T> T proceed(Code<T> code) throws Exception {
        try {
            return code.run();
        } catch (Exception | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    private static Throwable translated(Throwable thrown) {
        if (Diagnosis.notAttempted(thrown).isPresent()) {
            return Strict.on() ? new AssertionFailedError(NOT_ATTEMPTED) : new TestAbortedException(NOT_ATTEMPTED);
        }
        if (thrown instanceof TestAbortedException) {
            return Strict.on() ? new AssertionFailedError("skipped: " + thrown.getMessage()) : thrown;
        }
        AssertionFailedError failure = new AssertionFailedError(Diagnosis.of(thrown));
        failure.setStackTrace(
                Arrays.stream(thrown.getStackTrace()).filter(LearnerFrame::isChapter)
                        .toArray(StackTraceElement[]::new));
        return failure;
    }
}
