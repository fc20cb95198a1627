package spotlight.data.stories;

import java.util.List;
import spotlight.text.Words;

/** Stories as words and as characters: {@code [Mia, ran, .]} is {@code "Mia ran."}, and the other way round. */
public final class StoryText {
    private StoryText() {
    }

    /** The words of a text; each mark of punctuation is one of them. */
    public static List<String> words(String text) {
        return Words.split(text);
    }

    /** The text of words: a space before each but the first and but marks of punctuation. */
    public static String text(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            text.append(text.length() == 0 || isMark(word) ? "" : " ").append(word);
        }
        return text.toString();
    }

    /** Whether this word is a mark of punctuation. */
    public static boolean isMark(String word) {
        return word.length() == 1 && ".,!?".contains(word);
    }

    /**
     * The characters that a word adds to a story: its own and the space before it. The first word has no space, but the
     * story has an end of line, so that the sum over the words is the number of characters with the end of line.
     */
    static int characters(String word) {
        return word.length() + (isMark(word) ? 0 : 1);
    }
}
