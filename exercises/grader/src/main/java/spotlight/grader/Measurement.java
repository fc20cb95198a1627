package spotlight.grader;

import java.util.Locale;

/**
 * How fast the learner's code is, which decides nothing.
 *
 * @param than    what it is compared with, {@code "the three loops"}
 * @param times   how many times as fast it is; NaN if the compiler was not done with it in time
 * @param trouble why there is no number, or empty
 */
public record Measurement(String than, double times, String trouble) {
    /** Code with vectors is this slow only as long as it is interpreted. */
    private static final double UNCOMPILED = 0.05;

    /** One line for the learner. */
    public String text() {
        if (!trouble.isEmpty()) {
            return "Not measured: " + trouble;
        }
        return times >= UNCOMPILED
                ? String.format(Locale.ROOT, "Measured here, not graded: %.1f times as fast as %s.", times, than)
                : "Not measured: the compiler was not done with your code in time. Run the cell again when the machine is "
                        + "less busy.";
    }
}
