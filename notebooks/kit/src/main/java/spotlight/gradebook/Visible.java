package spotlight.gradebook;

/**
 * Text of a student made harmless for a terminal, a log and an editor: what would move the cursor, turn the writing
 * direction or
 * break the line is shown as an escape.
 */
public final class Visible {
    private static final String BIDI = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
    private static final String BREAKS = "\u2028\u2029\uFEFF";

    private Visible() {
    }

    /** One line: a line break becomes {@code \n}, an escape character {@code \}{@code u001B}. */
    public static String line(String text) {
        return escaped(text, "");
    }

    /** Several lines: line breaks and tabs stay. */
    public static String lines(String text) {
        return escaped(text.replace("\r\n", "\n"), "\n\t");
    }

    /** At most so many characters; what is left out is counted. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "… and " + (text.length() - end) + " more characters";
    }

    private static String escaped(String text, String kept) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (kept.indexOf(point) >= 0 || !hidden(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(escape(point));
            }
        });
        return shown.toString();
    }

    private static boolean hidden(int point) {
        return Character.isISOControl(point) || BIDI.indexOf(point) >= 0 || BREAKS.indexOf(point) >= 0
                || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static String escape(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04X", point);
        };
    }
}
