package spotlight.chart;

import java.util.List;

/** Sentences on data for the text alternative. */
final class Summary {
    private static final int MOST_LABELS = 12;

    private Summary() {
    }

    /** For example "1 row", "2 rows". */
    static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Appends the range of the values and how many are missing. */
    static void values(StringBuilder text, float[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int missing = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            } else {
                missing++;
            }
        }
        if (low <= high) {
            text.append(", values from ").append(Numbers.brief(low)).append(" to ").append(Numbers.brief(high));
        }
        if (missing > 0) {
            text.append(", ").append(count(missing, "cell")).append(" not finite");
        }
    }

    static void labels(StringBuilder text, String axis, List<String> labels) {
        if (!labels.isEmpty() && labels.size() <= MOST_LABELS) {
            text.append("; ").append(axis).append(": ").append(String.join(" ", labels));
        }
    }
}
