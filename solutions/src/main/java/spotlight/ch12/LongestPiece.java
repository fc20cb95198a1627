package spotlight.ch12;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Exercise 12.4, pieces of words. BERT knows 30,000 pieces and reads every word with them: from the left, always the
 * <b>longest</b> piece that is in the vocabulary. A piece that does not begin its word is written with {@code ##} in
 * front, and it is another entry of the vocabulary than the same letters without. If at some place no piece fits, the
 * <b>whole</b> word is {@code [UNK]}.
 *
 * <pre>{@code
 *   vocabulary  un  aff  ##aff  ##able  ##a  play  ##ing  p  ##lay
 *
 *   unaffable   ->  un ##aff ##able
 *   playing     ->  play ##ing              not p ##lay ##ing: the longest first
 *   unplay      ->  [UNK]                   play stands there without ##: inside a word it is none
 *   unable      ->  un ##able
 * }</pre>
 *
 * Greedy means: no second thoughts. With the pieces {@code ab abc ##cd} the word abcd is {@code [UNK]}: abc is longest,
 * and then ##d is missing. That ab ##cd would have worked is never found out.
 */
public final class LongestPiece {
    /** Stands for a word that cannot be split. */
    public static final String UNKNOWN = "[UNK]";

    private LongestPiece() {
    }

    /**
     * The pieces of a word.
     *
     * @param word       one letter at least
     * @param vocabulary pieces, with ## in front of those that do not begin a word
     */
    public static List<String> split(String word, Set<String> vocabulary) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            while (to > from && !vocabulary.contains(piece(word, from, to))) {
                to--;
            }
            if (to == from) {
                return List.of(UNKNOWN);
            }
            pieces.add(piece(word, from, to));
            from = to;
        }
        return pieces;
    }

    /**
     * The way back: pieces with ## are joined to what stands before them, all else is parted by one space.
     *
     * @param pieces of several words; the first one begins a word
     */
    public static String join(List<String> pieces) {
        return String.join(" ", pieces).replace(" ##", "");
    }

    private static String piece(String word, int from, int to) {
        return (from > 0 ? "##" : "") + word.substring(from, to);
    }
}
