package spotlight.text;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spotlight.file.Json;
import spotlight.file.TextFile;

/**
 * The tokenizer of GPT-2, byte-level byte pair encoding: a text is split into words, a word into its UTF-8 bytes, and
 * then the pair of neighbours that was merged first in training becomes one token, again and again until no pair is
 * left that was ever merged. Whatever the text, it is encoded and comes back, even half a pair of surrogates.
 * "Language Models are Unsupervised Multitask Learners" (Radford et al. 2019), section 2.2.
 *
 * <p>A token is written in the letters of GPT-2's files, one for each byte: a space is {@code Ġ}, a line end {@code Ċ}.
 * Special tokens, {@code <|endoftext|>} for instance, are those that no merge makes; a text that contains one encodes to
 * it, as with Hugging Face's tokenizers.
 */
public final class BytePairs implements Tokenizer {
    /** GPT-2's end of a text, and its beginning. */
    public static final String END_OF_TEXT = "<|endoftext|>";
    /** GPT-2's words: a word takes the space before it along, several spaces leave it the last one. */
    private static final Pattern WORD = Pattern.compile("'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+"
            + "| ?[^\\p{IsWhite_Space}\\p{L}\\p{N}]+|\\p{IsWhite_Space}+(?!\\P{IsWhite_Space})|\\p{IsWhite_Space}+");
    private static final int REMEMBERED = 50_000;

    private final Vocabulary vocabulary;
    private final PairMerges merges;
    private final Pattern special;
    private final Map<String, int[]> seen = new HashMap<>();

    private BytePairs(Vocabulary vocabulary, PairMerges merges) {
        this.vocabulary = vocabulary;
        this.merges = merges;
        special = anyOf(IntStream.range(0, vocab()).filter(merges::special).mapToObj(vocabulary::token).toList());
    }

    /** Finds these tokens, the longest where two begin at one place. */
    private static Pattern anyOf(List<String> tokens) {
        String longestFirst = tokens.stream().filter(token -> !token.isEmpty())
                .sorted(Comparator.comparing(String::length).reversed()).map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(longestFirst.isEmpty() ? "(?!)" : longestFirst); // (?!) matches nothing
    }

    /** Learns a vocabulary of this size from a text, without telling how far it is. */
    public static BytePairs train(String text, int vocab, String... special) {
        return train(text, vocab, (token, size) -> {
        }, special);
    }

    /**
     * Learns a vocabulary from a text: the special tokens, the 256 bytes, and then again and again the most frequent pair
     * of neighbours inside a word. It ends up smaller than asked for if no pair is left that occurs twice.
     *
     * @param vocab   its size
     * @param learned is told each new token and the size of the vocabulary with it
     * @throws IllegalArgumentException if the special tokens and the bytes alone are more
     */
    public static BytePairs train(String text, int vocab, ObjIntConsumer<String> learned, String... special) {
        if (vocab < special.length + 256) {
            throw new IllegalArgumentException("train: vocab " + vocab + " is smaller than " + (special.length + 256)
                    + ", the special tokens and the 256 bytes");
        }
        Map<String, Integer> words = new LinkedHashMap<>();
        for (String part : anyOf(List.of(special)).split(text)) {
            split(part).forEach(word -> words.merge(word, 1, Integer::sum));
        }
        PairTraining training = new PairTraining(words, List.of(special));
        training.run(vocab, learned);
        Vocabulary vocabulary = new Vocabulary(training.tokens(), special.length);
        return new BytePairs(vocabulary, new PairMerges(vocabulary, training.merges()));
    }

    /** The words of a text, spaces and all: joined they are the text. No token goes over the end of a word. */
    public static List<String> split(String text) {
        return WORD.matcher(text).results().map(word -> word.group()).toList();
    }

    /**
     * Reads a tokenizer in the files of GPT-2.
     *
     * @throws spotlight.file.ModelFileException if they are missing or damaged, or do not fit each other
     */
    public static BytePairs load(Path vocabJson, Path mergesTxt) {
        Vocabulary vocabulary = PairFiles.vocabulary(vocabJson);
        return new BytePairs(vocabulary, PairFiles.merges(mergesTxt, vocabulary));
    }

    /** Writes the files of GPT-2. */
    public void save(Path vocabJson, Path mergesTxt) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        vocabulary.tokens().forEach(token -> ids.put(token, ids.size()));
        TextFile.write(vocabJson, Json.write(ids));
        TextFile.write(mergesTxt, merges.pairs().stream().map(pair -> token(pair[0]) + " " + token(pair[1]) + "\n")
                .collect(Collectors.joining("", "#version: 0.2\n", "")));
    }

    /**
     * The ids of a text.
     *
     * @throws IllegalArgumentException if the vocabulary does not even have one of its bytes, as GPT-2's does
     */
    @Override
    public int[] encode(String text) {
        IntStream.Builder ids = IntStream.builder();
        Matcher specials = special.matcher(text);
        int at = 0;
        while (specials.find()) {
            encode(text.substring(at, specials.start()), ids);
            ids.add(vocabulary.id(specials.group()));
            at = specials.end();
        }
        encode(text.substring(at), ids);
        return ids.build().toArray();
    }

    private void encode(String text, IntStream.Builder ids) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            for (int id : word(words.group())) {
                ids.add(id);
            }
        }
    }

    /** Most words of a text come again and again: what they became is remembered. */
    private int[] word(String word) {
        synchronized (seen) {
            int[] ids = seen.get(word);
            if (ids == null) {
                ids = merges.apply(ByteText.bytes(word));
                if (seen.size() < REMEMBERED && word.length() < 50) {
                    seen.put(word, ids);
                }
            }
            return ids;
        }
    }

    /** The text of these ids; bytes that are no text, such as a part of a character, become U+FFFD. */
    @Override
    public String decode(int[] ids) {
        ByteLetters.Bytes bytes = new ByteLetters.Bytes();
        for (int id : ids) {
            bytes.add(token(id), merges.special(id));
        }
        return bytes.text();
    }

    @Override
    public int vocab() {
        return vocabulary.size();
    }

    /** How one token is written in GPT-2's files, for instance {@code Ġthe} for {@code the} with a space before it. */
    @Override
    public String token(int id) {
        return vocabulary.token(id);
    }

    /** Whether there is a token that is written so. */
    public boolean has(String token) {
        return vocabulary.find(token) >= 0;
    }

    @Override
    public int id(String token) {
        return vocabulary.id(token);
    }
}
