package spotlight.data;

import java.nio.file.Path;

/**
 * A text of your own to learn a language from: its beginning to learn from, its end to be measured on.
 *
 * @param train   ends with a whole line where the text has lines
 * @param heldOut what follows
 */
public record PlainText(String train, String heldOut) {

    /**
     * Reads a file in UTF-8.
     *
     * @param share how much is held out, more than 0 and less than 1
     * @throws IllegalArgumentException if it cannot be read, is not in UTF-8 or too short; the message says where
     */
    public static PlainText read(Path file, double share) {
        Split.requireShare(share);
        String text = TextInput.read(file);
        int cut = (int) Math.round((1 - share) * text.length());
        int lineEnd = text.lastIndexOf('\n', Math.max(0, cut - 1)) + 1;
        if (lineEnd > cut / 2) {
            cut = lineEnd;
        } else if (cut > 0 && cut < text.length() && Character.isLowSurrogate(text.charAt(cut))) {
            cut--; // both halves of a character on one side
        }
        if (cut == 0 || cut == text.length()) {
            throw TextInput.error(file,
                    "has " + text.length() + " characters, too few to hold out " + share + " of them");
        }
        return new PlainText(text.substring(0, cut), text.substring(cut));
    }
}
