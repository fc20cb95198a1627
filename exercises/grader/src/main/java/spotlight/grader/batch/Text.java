package spotlight.grader.batch;

/** Texts that come from submissions, cut to a length that does no harm. */
final class Text {
    private Text() {
    }

    /** The beginning, with an ellipsis if there is more. @param most characters */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
