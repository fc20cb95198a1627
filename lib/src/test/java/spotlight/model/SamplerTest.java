package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.tensor.Tensor;

class SamplerTest {
    /** Probabilities 0.1, 0.2, 0.4, 0.05, 0.25. */
    private static final Tensor SCORES = Tensor.vector(0.1f, 0.2f, 0.4f, 0.05f, 0.25f).log();
    private static final float NONE = Float.NEGATIVE_INFINITY;

    private static Tensor probabilities(double temperature, int topK, double topP) {
        return new Sampler(temperature, topK, topP, 0).probabilities(SCORES);
    }

    private static int[] draws(Sampler sampler, int n) {
        return IntStream.range(0, n).map(i -> sampler.next(SCORES)).toArray();
    }

    @Test
    void plainSamplingKeepsTheModelsProbabilities() {
        Expect.close(Tensor.vector(0.1f, 0.2f, 0.4f, 0.05f, 0.25f), probabilities(1, 0, 1), 1e-6);
    }

    @Test
    void temperatureChangesThem() {
        double sum = 0.01 + 0.04 + 0.16 + 0.0025 + 0.0625; // at 1/2 probabilities are squared
        Tensor expected = Tensor.of(new double[] {0.01, 0.04, 0.16, 0.0025, 0.0625}, 5).dividedBy((float) sum);
        Expect.close(expected, probabilities(0.5, 0, 1), 1e-6);
        Expect.close(Tensor.full(0.2f, 5), probabilities(1e9, 0, 1), 1e-6);
        Expect.close(Tensor.vector(0, 0, 1, 0, 0), probabilities(0.01, 0, 1), 1e-6);
    }

    @Test
    void temperatureZeroTakesTheBest() {
        Expect.equal(Tensor.vector(0, 0, 1, 0, 0), probabilities(0, 0, 1));
        assertEquals(2, Sampler.greedy().next(SCORES));
        assertEquals(1, Sampler.greedy().next(Tensor.vector(0, 5, 5, 1)), "the first of equals");
    }

    @Test
    void topKKeepsTheBestFew() {
        Expect.close(Tensor.vector(0, 0, 0.4f / 0.65f, 0, 0.25f / 0.65f), probabilities(1, 2, 1), 1e-6);
        Expect.equal(probabilities(1, 0, 1), probabilities(1, 5, 1));
        Expect.equal(probabilities(1, 0, 1), probabilities(1, 99, 1));
    }

    @Test
    void topPKeepsTheFewestThatReachIt() {
        Expect.close(Tensor.vector(0, 0, 1, 0, 0), probabilities(1, 0, 0.39), 1e-6);
        Expect.close(Tensor.vector(0, 0, 0.4f / 0.65f, 0, 0.25f / 0.65f), probabilities(1, 0, 0.41), 1e-6);
        Expect.close(Tensor.vector(0, 0.2f / 0.85f, 0.4f / 0.85f, 0, 0.25f / 0.85f), probabilities(1, 0, 0.8), 1e-6);
        Expect.close(Tensor.vector(0, 0, 1, 0, 0), probabilities(1, 0, 1e-12), 1e-6);
    }

    @Test
    void topPCountsAmongWhatTopKHasLeft() {
        Expect.close(Tensor.vector(0, 0, 1, 0, 0), probabilities(1, 2, 0.6), 1e-6); // 0.4 of 0.65 is more than 0.6
    }

    @Test
    void drawsFollowTheProbabilities() {
        int n = 100_000;
        double[] counts = new double[5];
        for (int id : draws(new Sampler(1, 0, 1, 7), n)) {
            counts[id]++;
        }
        double chiSquare = 0;
        for (int i = 0; i < 5; i++) {
            double expected = n * Math.exp(SCORES.at(i));
            chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        assertTrue(chiSquare < 9.49, "with 4 degrees of freedom 95 % of seeds stay below 9.49, this one: " + chiSquare);
    }

    @Test
    void whatIsLeftOutIsNeverDrawn() {
        for (int id : draws(new Sampler(1, 2, 1, 8), 10_000)) {
            assertTrue(id == 2 || id == 4);
        }
        Sampler sampler = new Sampler(1, 0, 1, 9);
        for (int i = 0; i < 1000; i++) {
            assertEquals(1, sampler.next(Tensor.vector(NONE, 0, NONE)));
        }
    }

    @Test
    void theSeedDecides() {
        assertArrayEquals(draws(Sampler.nucleus(1), 100), draws(Sampler.nucleus(1), 100));
        assertNotEquals(Arrays.toString(draws(Sampler.nucleus(1), 100)),
                Arrays.toString(draws(Sampler.nucleus(2), 100)));
    }

    @Test
    void eachTextHasAStreamOfItsOwn() {
        Sampler used = Sampler.nucleus(1);
        draws(used, 10);
        assertArrayEquals(draws(Sampler.nucleus(1).forText(3), 50), draws(used.forText(3), 50));
        assertNotEquals(Arrays.toString(draws(used.forText(3), 50)), Arrays.toString(draws(used.forText(4), 50)));
        assertNotEquals(Arrays.toString(draws(Sampler.nucleus(1), 50)), Arrays.toString(draws(used.forText(0), 50)));
        int[] first = draws(used.forText(0), 60);
        for (int shift = 1; shift <= 10; shift++) { // nor is one a later part of another
            int[] later = Arrays.copyOfRange(first, shift, shift + 50);
            assertNotEquals(Arrays.toString(later), Arrays.toString(draws(used.forText(1), 50)));
        }
    }

    @Test
    void largeScoresDoNotOverflow() {
        Expect.close(Tensor.vector(1, 0, 0), new Sampler(1, 0, 1, 0).probabilities(Tensor.vector(3e38f, -3e38f, 0)), 0);
        assertEquals(0, new Sampler(1e-300, 0, 0.9, 0).next(Tensor.vector(3e38f, -3e38f, 0)));
    }

    @Test
    void badInputIsNamed() {
        Expect.error("sampler: temperature -0.1 is negative or no number", () -> new Sampler(-0.1, 0, 1, 0));
        Expect.error("sampler: temperature NaN is negative or no number", () -> new Sampler(Double.NaN, 0, 1, 0));
        Expect.error("sampler: temperature Infinity is negative or no number",
                () -> new Sampler(Double.POSITIVE_INFINITY, 0, 1, 0));
        Expect.error("sampler: topK -1 is negative; 0 is no limit", () -> new Sampler(1, -1, 1, 0));
        Expect.error("sampler: topP 0.0 is not above 0 and at most 1", () -> new Sampler(1, 0, 0, 0));
        Expect.error("sampler: topP 1.1 is not above 0 and at most 1", () -> new Sampler(1, 0, 1.1, 0));
        Expect.error("sampler: topP NaN is not above 0 and at most 1", () -> new Sampler(1, 0, Double.NaN, 0));
        Expect.error("sampler: the score of token 1 is NaN; did the training diverge?",
                () -> Sampler.greedy().next(Tensor.vector(0, Float.NaN)));
        Expect.error("sampler: the score of token 0 is Infinity; did the training diverge?",
                () -> Sampler.nucleus(0).next(Tensor.vector(Float.POSITIVE_INFINITY, 0)));
        Expect.error("sampler: all scores are -Infinity", () -> Sampler.greedy().next(Tensor.vector(NONE, NONE)));
        Expect.error("sampler: there are no scores", () -> Sampler.greedy().next(Tensor.vector()));
    }
}
