package spotlight.grader;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and shapes as messages print them. */
final class Numbers {
    private Numbers() {
    }

    /** Whole numbers without a decimal point, others with four decimals, very small and very large ones as 1.23e-07. */
    static String text(double value) {
        return text(value, 4);
    }

    /** Both values, with as many decimals as it takes to see that they differ. */
    static String expectedGot(double expected, double actual) {
        int decimals = 4;
        while (decimals < 9 && fraction(expected, decimals).equals(fraction(actual, decimals))) {
            decimals++;
        }
        return "expected " + text(expected, decimals) + ", got " + text(actual, decimals);
    }

    /** {@code [3,5]} */
    static String shape(int... shape) {
        return Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private static String fraction(double value, int decimals) {
        double size = Math.abs(value);
        String format = value != 0 && size < 1e-3 || size >= 1e6 ? "e" : "f";
        return String.format(Locale.ROOT, "%." + decimals + format, value);
    }

    private static String text(double value, int decimals) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return String.valueOf(value);
        }
        double size = Math.abs(value);
        if (size < 1e6 && value == Math.rint(value)) {
            return String.valueOf((long) value);
        }
        return fraction(value, decimals);
    }
}
