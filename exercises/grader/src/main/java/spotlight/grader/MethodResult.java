package spotlight.grader;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The outcome of one test method.
 *
 * @param name    the method's name in words: {@code "weighs by scaled dot product"}
 * @param max     what it is worth
 * @param status  how it ended; only {@link Status#PASSED} earns points
 * @param message the diagnosis, empty unless it failed
 * @param hint    the author's sentence of help
 */
public record MethodResult(String name, int max, Status status, String message, String hint) {
    private static final Pattern BETWEEN_WORDS = Pattern
            .compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /** The points earned: all or nothing. */
    public int points() {
        return status == Status.PASSED ? max : 0;
    }

    /** {@code firstRowSumsToOne} becomes {@code first row sums to one}. */
    public static String inWords(String methodName) {
        return BETWEEN_WORDS.matcher(methodName).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
