package spotlight.grader;

import java.util.Locale;

/**
 * How fast the learner's code is, which decides nothing.
 *
 * @param than    what it is compared with, {@code "the three loops"}
 * @param times   how many times as fast it is
 * @param trouble why there is no number, or empty
 */
public record Measurement(String than, double times, String trouble) {
    /** One line for the learner. */
    public String text() {
        return trouble.isEmpty()
                ? String.format(Locale.ROOT, "Measured here, not graded: %.1f times as fast as %s.", times, than)
                : "Not measured: " + trouble;
    }
}
