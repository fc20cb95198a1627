package spotlight.text;

import java.util.regex.Pattern;

/** Where English has a space between two words, and Chinese and Japanese have none. */
final class Spacing {
    /** Characters that are words by themselves and stand without spaces, as the inside of a regular expression. */
    static final String EAST_ASIAN = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}";
    private static final Pattern NONE_BEFORE = Pattern.compile("[.,;:!?%)\\]}’”…、。，；：！？）》」" + EAST_ASIAN + "]");
    private static final Pattern NONE_AFTER = Pattern.compile("[(\\[{‘“、。，；：！？（《「" + EAST_ASIAN + "]");

    private Spacing() {
    }

    /** Adds a word to a text, with a space before it if there should be one. */
    static void append(StringBuilder text, String word) {
        if (text.length() > 0) {
            int last = text.codePointBefore(text.length());
            boolean none = NONE_BEFORE.matcher(word).matches()
                    || NONE_AFTER.matcher(Character.toString(last)).matches();
            text.append(none ? "" : " ");
        }
        text.append(word);
    }
}
