package spotlight.data.translation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import spotlight.data.Corpus;
import spotlight.data.Parallel;

/**
 * Pairs of an English and a Chinese sentence, one pair a line, with a tab between them.
 *
 * <p>{@code train.tsv} is to learn from. {@code held-out.tsv} has other sentences of the same kind. The other two ask
 * for more than that: in {@code combinations.tsv} nouns stand where they never do in training, although both the noun
 * and the construction are known; in {@code deeper.tsv} clauses stand inside clauses, which training never shows.
 */
public final class TranslationCorpus implements Corpus {
    /** What to learn from. */
    public static final String TRAIN = "train.tsv";
    /** Other sentences of the same kind. */
    public static final String HELD_OUT = "held-out.tsv";
    /** Known nouns in known constructions, but never seen together. */
    public static final String COMBINATIONS = "combinations.tsv";
    /** Clauses inside clauses. */
    public static final String DEEPER = "deeper.tsv";

    private static final String NAME = "translation";
    private static final int TRAINING = 24_000;
    private static final int HELD_OUT_SIZE = 1_500;
    private static final int UNSEEN = 500; // of each of the two other kinds
    private static final long SEED = 20_170_612; // the day on which "Attention Is All You Need" appeared

    @Override
    public String name() {
        return NAME;
    }

    /** The pairs of one of these files, in the folder {@code data} of the course. */
    public static List<Parallel> read(Path data, String file) {
        return Parallel.tsv(data.resolve(NAME).resolve(file));
    }

    @Override
    public Map<String, String> files() {
        return files(TRAINING, HELD_OUT_SIZE, UNSEEN);
    }

    /** The best single Chinese word for each English word or fixed phrase in small letters, empty if it needs none. */
    public static Map<String, String> dictionary() {
        return Dictionary.of(Grammar.ofCourse());
    }

    static Map<String, String> files(int training, int heldOut, int unseen) {
        Grammar grammar = Grammar.ofCourse();
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, String> known = new LinkedHashMap<>();
        Map<String, String> combinations = new LinkedHashMap<>();
        Map<String, String> deeper = new LinkedHashMap<>();
        while (known.size() < training + heldOut || combinations.size() < unseen || deeper.size() < unseen) {
            Sentence sentence = Sentence.random(grammar, random);
            if (sentence.depth() <= 1) {
                add(sentence, sentence.combines() ? combinations : known,
                        sentence.combines() ? unseen : training + heldOut);
            } else if (sentence.depth() == 2 && !sentence.combines()) {
                add(sentence, deeper, unseen);
            }
        }
        List<String> lines = lines(known);
        Collections.shuffle(lines, new Random(SEED)); // short sentences come early, as they are found more than once
        Map<String, String> files = new LinkedHashMap<>();
        files.put(TRAIN, String.join("", lines.subList(0, training)));
        files.put(HELD_OUT, String.join("", lines.subList(training, lines.size())));
        files.put(COMBINATIONS, String.join("", lines(combinations)));
        files.put(DEEPER, String.join("", lines(deeper)));
        return files;
    }

    private static void add(Sentence sentence, Map<String, String> pairs, int most) {
        String other = pairs.get(sentence.english());
        if (other != null && !other.equals(sentence.chinese())) {
            throw new IllegalStateException("translation: \"" + sentence.english() + "\" has two translations, \""
                    + other + "\" and \"" + sentence.chinese() + "\"");
        }
        if (pairs.size() < most) {
            pairs.put(sentence.english(), sentence.chinese());
        }
    }

    private static List<String> lines(Map<String, String> pairs) {
        List<String> lines = new ArrayList<>();
        pairs.forEach((english, chinese) -> lines.add(english + "\t" + chinese + "\n"));
        return lines;
    }
}
