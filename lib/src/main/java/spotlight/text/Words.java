package spotlight.text;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One token per word. A word is a run of letters and digits, also with an apostrophe or a hyphen inside; a Chinese or
 * Japanese character and any other sign, such as a comma, is a token of its own. Spaces are not kept: {@link #decode}
 * puts one between two tokens where English does.
 */
public final class Words implements Tokenizer {
    private static final String KIND = "word";
    private static final String LETTER = "[\\p{L}\\p{M}\\p{N}&&[^" + Spacing.EAST_ASIAN + "]]";
    private static final Pattern WORD = Pattern.compile(LETTER + "+(?:['’-]" + LETTER + "+)*|[^\\p{IsWhite_Space}]");

    private final Vocabulary vocabulary;

    private Words(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The words of a text, the most frequent first (of equals the first in the alphabet), after the special tokens. */
    public static Words of(String text, String... special) {
        return of(text, Integer.MAX_VALUE, special);
    }

    /**
     * The same with at most so many tokens in all: rare words are left to {@link #UNKNOWN}.
     *
     * @throws IllegalArgumentException if the special tokens alone are more
     */
    public static Words of(String text, int vocab, String... special) {
        if (vocab < special.length) {
            throw new IllegalArgumentException(
                    "words: vocab " + vocab + " is smaller than the number of special tokens, " + special.length);
        }
        Map<String, Integer> counts = new TreeMap<>();
        split(text).forEach(word -> counts.merge(word, 1, Integer::sum));
        List<String> words = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())).map(Map.Entry::getKey)
                .limit(vocab - (long) special.length).toList();
        return of(words, special);
    }

    /**
     * These words in this order, after the special tokens.
     *
     * @throws IllegalArgumentException if one is not exactly one word, or is there twice
     */
    public static Words of(List<String> words, String... special) {
        return new Words(Vocabulary.of(List.of(special), words, KIND, Words::one));
    }

    /** The words of a text in their order. */
    public static List<String> split(String text) {
        return WORD.matcher(text).results().map(word -> word.group()).toList();
    }

    private static boolean one(String token) {
        return split(token).equals(List.of(token));
    }

    /** What {@link #save} wrote. */
    public static Words load(Path file) {
        return new Words(Vocabulary.load(file, KIND, Words::one));
    }

    /** Writes the vocabulary as a text file, one token a line. */
    public void save(Path file) {
        vocabulary.save(file, KIND);
    }

    /** One id per word; {@link #UNKNOWN} for a strange one, if that is among the special tokens. */
    @Override
    public int[] encode(String text) {
        Matcher words = WORD.matcher(text);
        return words.results().mapToInt(word -> {
            int id = vocabulary.findInText(word.group());
            if (id < 0) {
                throw new IllegalArgumentException("encode: word " + Show.quoted(word.group()) + " at "
                        + Show.place(text, word.start()) + " is not in the vocabulary of " + vocab());
            }
            return id;
        }).toArray();
    }

    /**
     * The words with spaces between them, except before a comma and the like, after an opening bracket, and beside
     * Chinese or Japanese characters; special tokens other than {@link #UNKNOWN} are left out.
     */
    @Override
    public String decode(int[] ids) {
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            String token = token(id);
            if (!vocabulary.silent(id)) {
                Spacing.append(text, token);
            }
        }
        return text.toString();
    }

    @Override
    public int vocab() {
        return vocabulary.size();
    }

    @Override
    public String token(int id) {
        return vocabulary.token(id);
    }

    @Override
    public int id(String token) {
        return vocabulary.id(token);
    }
}
