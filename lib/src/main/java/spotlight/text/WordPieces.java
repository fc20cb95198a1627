package spotlight.text;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spotlight.file.ModelFileException;
import spotlight.file.TextFile;

/**
 * The tokenizer of BERT: a text is split into words and punctuation, and a word from the left into the longest pieces that
 * are in the vocabulary; a piece that is not the first of its word begins with {@code ##}. A word that cannot be split
 * becomes {@code [UNK]} as a whole. "BERT: Pre-training of Deep Bidirectional Transformers" (Devlin et al. 2018), section
 * 3.
 *
 * <p>A text that contains one of the special tokens, {@code [MASK]} for instance, encodes to it.
 */
public final class WordPieces implements Tokenizer {
    /** Fills the end of short sequences. */
    public static final String PAD = "[PAD]";
    /** Stands for a word that is not in the vocabulary. */
    public static final String UNKNOWN = "[UNK]";
    /** Stands before a sequence. */
    public static final String BEGIN = "[CLS]";
    /** Stands after each text of a sequence. */
    public static final String SEPARATOR = "[SEP]";
    /** Stands for a word that is to be guessed. */
    public static final String MASK = "[MASK]";
    /** Longer words are unknown, as with Hugging Face. */
    private static final int LONGEST_WORD = 100;
    private static final List<String> SPECIAL = List.of(PAD, UNKNOWN, BEGIN, SEPARATOR, MASK);
    private static final Pattern ANY_SPECIAL = Pattern
            .compile(SPECIAL.stream().map(Pattern::quote).collect(Collectors.joining("|")));

    /**
     * How a text is prepared.
     *
     * @param lowerCase    whether capital letters become small
     * @param stripAccents whether é becomes e
     * @param spaceChinese whether Chinese characters are words of their own
     */
    public record Options(boolean lowerCase, boolean stripAccents, boolean spaceChinese) {
        /** As BERT's "uncased" models want it. */
        public static final Options UNCASED = new Options(true, true, true);
        /** As BERT's "cased" models want it. */
        public static final Options CASED = new Options(false, false, true);
    }

    private final Vocabulary vocabulary;
    private final BertText prepare;

    private WordPieces(Vocabulary vocabulary, Options options) {
        this.vocabulary = vocabulary;
        this.prepare = new BertText(options);
    }

    /**
     * With these tokens, ids in their order.
     *
     * @throws IllegalArgumentException if one is there twice, or one of the five special tokens is missing
     */
    public static WordPieces of(List<String> tokens, Options options) {
        Vocabulary vocabulary = new Vocabulary(tokens, 0);
        SPECIAL.forEach(vocabulary::id);
        return new WordPieces(vocabulary, options);
    }

    /**
     * Reads BERT's {@code vocab.txt}, one token a line.
     *
     * @throws ModelFileException if it is missing or damaged
     */
    public static WordPieces load(Path vocabTxt, Options options) {
        List<String> lines = TextFile.lines(vocabTxt);
        Map<String, Integer> seen = new HashMap<>();
        for (int line = 1; line <= lines.size(); line++) {
            String token = lines.get(line - 1);
            Integer before = seen.put(token, line);
            if (before != null) {
                throw new ModelFileException(vocabTxt,
                        "line " + line + ": token " + Show.quoted(token) + " is already in line " + before);
            }
        }
        for (String token : SPECIAL) {
            if (!seen.containsKey(token)) {
                throw new ModelFileException(vocabTxt, "there is no token " + token);
            }
        }
        return of(lines, options);
    }

    /** How a text is prepared. */
    public Options options() {
        return prepare.options();
    }

    /** Writes BERT's {@code vocab.txt}, which does not hold the options. */
    public void save(Path vocabTxt) {
        TextFile.write(vocabTxt, String.join("\n", vocabulary.tokens()) + "\n");
    }

    /** The ids of a text, without those of begin and end. */
    @Override
    public int[] encode(String text) {
        IntStream.Builder ids = IntStream.builder();
        Matcher special = ANY_SPECIAL.matcher(text);
        int at = 0;
        while (special.find()) {
            encode(text.substring(at, special.start()), ids);
            ids.add(id(special.group()));
            at = special.end();
        }
        encode(text.substring(at), ids);
        return ids.build().toArray();
    }

    /** What BERT reads: {@code [CLS] text [SEP]}, or {@code [CLS] first [SEP] second [SEP]}. */
    public int[] sequence(String... texts) {
        IntStream ids = IntStream.of(id(BEGIN));
        for (String text : texts) {
            ids = IntStream.concat(ids, IntStream.concat(IntStream.of(encode(text)), IntStream.of(id(SEPARATOR))));
        }
        return ids.toArray();
    }

    private void encode(String text, IntStream.Builder ids) {
        for (String word : prepare.words(text)) {
            int[] pieces = pieces(word);
            for (int id : pieces) {
                ids.add(id);
            }
        }
    }

    private int[] pieces(String word) {
        int[] unknown = {id(UNKNOWN)};
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            return unknown;
        }
        IntStream.Builder pieces = IntStream.builder();
        for (int from = 0; from < word.length();) {
            int to = word.length();
            int id = -1;
            while (to > from && id < 0) {
                id = vocabulary.find((from > 0 ? "##" : "") + word.substring(from, to));
                to -= id < 0 ? Character.charCount(word.codePointBefore(to)) : 0;
            }
            if (id < 0) {
                return unknown;
            }
            pieces.add(id);
            from = to;
        }
        return pieces.build().toArray();
    }

    /**
     * The pieces joined to words, with spaces where English has them; {@code [PAD]}, {@code [CLS]} and {@code [SEP]} are
     * left out.
     */
    @Override
    public String decode(int[] ids) {
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            String token = token(id);
            if (token.startsWith("##") && token.length() > 2) {
                text.append(token, 2, token.length());
            } else if (!List.of(PAD, BEGIN, SEPARATOR).contains(token)) {
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
