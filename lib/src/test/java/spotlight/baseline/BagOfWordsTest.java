package spotlight.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BagOfWordsTest {
    private static final double CLOSE = 1e-6; // the gradient is 0 to 1e-8 for each text

    /** Word 0 in texts of the class, word 1 in others, word 2 anywhere. */
    private static List<int[]> texts(boolean[] labels, long seed) {
        Random random = new Random(seed);
        List<int[]> texts = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextBoolean();
            boolean noise = random.nextInt(10) == 0;
            texts.add(new int[] {labels[i] ^ noise ? 0 : 1, 2, random.nextInt(3)});
        }
        return texts;
    }

    /** Without words only the bias learns: the logarithm of the odds, here 15 to 5. */
    @Test
    void theBiasIsTheOddsByHand() {
        boolean[] labels = new boolean[20];
        List<int[]> texts = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 4 > 0;
            texts.add(new int[0]);
        }
        assertEquals(0.75, BagOfWords.train(1, texts, labels).probability(new int[0]), CLOSE);
    }

    /** At the minimum the derivative by each weight is 0: its strength balances what the errors pull. */
    @Test
    void itStandsAtTheMinimum() {
        boolean[] labels = new boolean[400];
        List<int[]> texts = texts(labels, 1);
        BagOfWords model = BagOfWords.train(3, texts, labels);
        for (int word = 0; word < 3; word++) {
            double pull = model.strength() * model.weight(word);
            for (int i = 0; i < labels.length; i++) {
                for (int other : texts.get(i)) {
                    pull += other == word ? model.probability(texts.get(i)) - (labels[i] ? 1 : 0) : 0;
                }
            }
            assertEquals(0, pull, CLOSE * labels.length);
        }
        assertTrue(model.steps() < 20, "Newton's steps are few: " + model.steps());
    }

    @Test
    void wordsThatTellAreFound() {
        boolean[] labels = new boolean[400];
        BagOfWords model = BagOfWords.train(3, texts(labels, 1), labels);
        assertTrue(model.weight(0) > 1 && model.weight(1) < -1, model.weight(0) + " " + model.weight(1));
        boolean[] others = new boolean[400];
        List<int[]> texts = texts(others, 2);
        int right = 0;
        for (int i = 0; i < others.length; i++) {
            right += model.belongs(texts.get(i)) == others[i] ? 1 : 0;
        }
        assertTrue(right > 290, "" + right); // one in ten has the wrong word, and the third word is chance
    }

    /** "not good" is bad and "not bad" is good: no weights of single words can say that. */
    @Test
    void negationIsBeyondIt() {
        boolean[] labels = new boolean[400];
        List<int[]> texts = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 2 == 0;
            boolean negated = i / 2 % 2 == 0;
            int opinion = labels[i] ^ negated ? 0 : 1;
            texts.add(negated ? new int[] {2, opinion} : new int[] {opinion});
        }
        BagOfWords model = BagOfWords.train(3, texts, labels);
        assertEquals(0.5, model.probability(new int[] {0}), CLOSE);
        assertEquals(0.5, model.probability(new int[] {2, 0}), CLOSE);
    }

    @Test
    void strangeWordsAndTooFewTextsAreRefused() {
        assertEquals("bagOfWords: 2 texts with 3 labels, both must be the same and at least 10",
                assertThrows(IllegalArgumentException.class,
                        () -> BagOfWords.train(3, List.of(new int[] {0}, new int[] {1}), new boolean[3])).getMessage());
        boolean[] labels = new boolean[10];
        List<int[]> texts = texts(labels, 1);
        assertEquals("bagOfWords: word 2 is not in 0..1", assertThrows(IllegalArgumentException.class,
                () -> BagOfWords.train(2, texts, labels)).getMessage());
    }
}
