package spotlight.grader;

import org.opentest4j.AssertionFailedError;

/** A test was ended at its time limit. */
final class TimedOut extends AssertionFailedError {
    private static final long serialVersionUID = 1L;

    TimedOut(String message) {
        super(message);
    }
}
