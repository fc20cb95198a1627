package spotlight.baseline;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guesses a hidden word by its two neighbours: the word that stood between them most often in the training texts. If
 * they were never seen together it asks the left one alone, then the right one, and then says the most frequent word.
 */
public final class Neighbours {
    private static final int EDGE = -1; // beyond the beginning and the end of a text

    private final Map<List<Integer>, Counts> between = new HashMap<>(); // by left and right
    private final Map<Integer, Counts> behind = new HashMap<>(); // by left
    private final Map<Integer, Counts> before = new HashMap<>(); // by right
    private final Counts all = new Counts();

    private static final class Counts {
        private final Map<Integer, Integer> of = new HashMap<>();

        void add(int word) {
            of.merge(word, 1, Integer::sum);
        }

        /** Of equals the smaller id. */
        int most() {
            return of.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).orElseThrow().getKey();
        }
    }

    private Neighbours() {
    }

    /**
     * Counts words and their neighbours.
     *
     * @param texts     ids of words
     * @param firstWord smaller ids are punctuation and the like: seen as neighbours, but never guessed
     * @throws IllegalArgumentException if there is no word
     */
    public static Neighbours train(List<int[]> texts, int firstWord) {
        Neighbours counts = new Neighbours();
        for (int[] text : texts) {
            for (int i = 0; i < text.length; i++) {
                if (text[i] >= firstWord) {
                    counts.add(left(text, i), text[i], right(text, i));
                }
            }
        }
        if (counts.all.of.isEmpty()) {
            throw new IllegalArgumentException("neighbours: there is no word in " + texts.size() + " texts");
        }
        return counts;
    }

    private void add(int left, int word, int right) {
        between.computeIfAbsent(List.of(left, right), unknown -> new Counts()).add(word);
        behind.computeIfAbsent(left, unknown -> new Counts()).add(word);
        before.computeIfAbsent(right, unknown -> new Counts()).add(word);
        all.add(word);
    }

    private static int left(int[] text, int at) {
        return at == 0 ? EDGE : text[at - 1];
    }

    private static int right(int[] text, int at) {
        return at + 1 == text.length ? EDGE : text[at + 1];
    }

    /** The word at this place, which need not be known. A neighbour that is hidden too was never seen in training. */
    public int guess(int[] text, int at) {
        return Optional.ofNullable(between.get(List.of(left(text, at), right(text, at))))
                .or(() -> Optional.ofNullable(behind.get(left(text, at))))
                .or(() -> Optional.ofNullable(before.get(right(text, at)))).orElse(all).most();
    }

    /** The most frequent word. */
    public int mostFrequent() {
        return all.most();
    }
}
