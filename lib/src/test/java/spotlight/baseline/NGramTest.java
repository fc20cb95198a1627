package spotlight.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NGramTest {
    private static final double EXACT = 1e-12;

    /** Texts in which a token is likely to be followed by itself plus one, modulo 5; each begins with 0. */
    private static List<int[]> texts(long seed, int count) {
        Random random = new Random(seed);
        List<int[]> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] text = new int[20];
            for (int t = 1; t < text.length; t++) {
                text[t] = random.nextInt(10) == 0 ? random.nextInt(5) : (text[t - 1] + 1) % 5;
            }
            texts.add(text);
        }
        return texts;
    }

    /** Three texts, so none is held back, and the constants stay as they are at first: d = 0, a = 0.001. */
    @Test
    void countsByHand() {
        List<int[]> texts = List.of(new int[] {0, 1, 1}, new int[] {0, 1, 2}, new int[] {0, 2, 1});
        double a = 0.001;
        NGram unigram = NGram.train(1, 4, texts); // 1 four times, 2 twice; 3 never
        double one = (4 + a / 4) / (6 + a);
        assertEquals(one, unigram.probability(new int[] {0, 1}, 1), EXACT);
        assertEquals(a / 4 / (6 + a), unigram.probability(new int[] {0, 3}, 1), EXACT);
        NGram bigram = NGram.train(2, 4, texts); // 1 was followed by 1 and 2, each once
        assertEquals((1 + a * one) / (2 + a), bigram.probability(new int[] {0, 1, 1}, 2), EXACT);
        assertEquals(one, bigram.probability(new int[] {0, 3, 1}, 2), EXACT, "3 is new: the unigram decides");
    }

    @Test
    void probabilitiesAddUpToOne() {
        for (int order = 1; order <= 5; order++) {
            NGram model = NGram.train(order, 5, texts(1, 50));
            for (int[] before : new int[][] {{0}, {0, 1, 2, 3}, {0, 4, 4, 4, 4, 4}}) {
                double sum = 0;
                for (int token = 0; token < 5; token++) {
                    int[] text = Arrays.copyOf(before, before.length + 1);
                    text[before.length] = token;
                    sum += model.probability(text, before.length);
                }
                assertEquals(1, sum, EXACT);
            }
        }
    }

    /** The next token is drawn with p = 0.92, four times 0.02; more context than one token tells nothing. */
    @Test
    void comesNearTheEntropyAndLongContextsDoNotHurt() {
        double entropy = -0.92 * Math.log(0.92) - 4 * 0.02 * Math.log(0.02);
        List<int[]> heldOut = texts(2, 500);
        double tokens = 500 * 19;
        double bigram = NGram.train(2, 5, texts(1, 2000)).nats(heldOut) / tokens;
        double fiveGram = NGram.train(5, 5, texts(1, 2000)).nats(heldOut) / tokens;
        assertEquals(entropy, bigram, 0.05 * entropy);
        assertTrue(fiveGram < 1.01 * bigram, fiveGram + " " + bigram);
        assertTrue(NGram.train(1, 5, texts(1, 2000)).nats(heldOut) / tokens > 1.6, "nearly ln 5");
    }

    @Test
    void natsAreThoseOfTheProbabilities() {
        NGram model = NGram.train(3, 5, texts(1, 50));
        int[] text = texts(2, 1).get(0);
        double sum = 0;
        for (int t = 1; t < text.length; t++) {
            sum -= Math.log(model.probability(text, t));
        }
        assertEquals(sum, model.nats(List.of(text)), EXACT);
    }

    @Test
    void shorterIsWhatWouldHaveBeenTrained() {
        NGram shorter = NGram.train(4, 5, texts(1, 50)).shorter(2);
        assertEquals(NGram.train(2, 5, texts(1, 50)).nats(texts(2, 9)), shorter.nats(texts(2, 9)), EXACT);
        assertEquals("nGram: order 3 is not in 1..2",
                assertThrows(IllegalArgumentException.class, () -> shorter.shorter(3)).getMessage());
    }

    @Test
    void strangeTokensAndOrdersAreRefused() {
        assertEquals("nGram: token 4 is not in 0..3", assertThrows(IllegalArgumentException.class,
                () -> NGram.train(2, 4, List.of(new int[] {0, 4}))).getMessage());
        assertEquals("nGram: order 0 with vocabulary 4, both must be positive, and vocab^order below 2^63",
                assertThrows(IllegalArgumentException.class, () -> NGram.train(0, 4, List.of())).getMessage());
    }
}
