package spotlight.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import spotlight.tensor.Kernels;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * Chooses a token by its score: always the best one, or by chance, the probabilities being changed by a temperature and
 * unlikely tokens being left out. The same seed gives the same choices.
 */
public final class Sampler {
    private final double temperature;
    private final int topK;
    private final double topP;
    private final long seed;
    private final SplittableRandom random;
    private float[] weights = {};
    private long[] order = {};

    /**
     * The filters apply in this order: temperature, then top-k, then top-p.
     *
     * @param temperature scores are divided by it: below 1 likely tokens get likelier, above 1 all get more alike; 0
     *                    always takes the best
     * @param topK        only so many of the best tokens stay; 0 is no limit
     * @param topP        of these the fewest best tokens stay whose probabilities sum up to this much; 1 keeps all
     * @param seed        of the random choices
     * @throws IllegalArgumentException if the temperature is negative or no number, topK negative, or topP not above 0
     *                                  and at most 1
     */
    public Sampler(double temperature, int topK, double topP, long seed) {
        Shapes.require(temperature >= 0 && temperature < Double.POSITIVE_INFINITY,
                () -> "sampler: temperature " + temperature + " is negative or no number");
        Shapes.require(topK >= 0, () -> "sampler: topK " + topK + " is negative; 0 is no limit");
        Shapes.require(topP > 0 && topP <= 1, () -> "sampler: topP " + topP + " is not above 0 and at most 1");
        this.temperature = temperature;
        this.topK = topK;
        this.topP = topP;
        this.seed = seed;
        random = new SplittableRandom(seed);
    }

    /** Always the best token. */
    public static Sampler greedy() {
        return new Sampler(0, 0, 1, 0);
    }

    /**
     * What keeps long texts from repeating themselves, as the best tokens do, and from getting lost among unlikely
     * ones: the nucleus of probability 0.95; "The Curious Case of Neural Text Degeneration", section 3.1.
     */
    public static Sampler nucleus(long seed) {
        return new Sampler(1, 0, 0.95, seed);
    }

    /** A sampler of the same kind for another text: its choices do not depend on how many were made here. */
    public Sampler forText(int number) {
        long other = new SplittableRandom(new SplittableRandom(seed).nextLong() + number).nextLong();
        return new Sampler(temperature, topK, topP, other);
    }

    /**
     * Chooses a token.
     *
     * @param logits scores of all tokens [V]; not modified
     * @throws IllegalArgumentException if a score is NaN or plus infinity; minus infinity is never chosen
     */
    public int next(Tensor logits) {
        return next(logits.data(), 0, logits.size());
    }

    int next(float[] logits, int from, int vocab) {
        int best = best(logits, from, vocab);
        if (temperature == 0) {
            return best;
        }
        filter(logits, from, vocab, best);
        double sum = 0;
        for (int i = 0; i < vocab; i++) {
            sum += weights[i];
        }
        double draw = random.nextDouble() * sum;
        int last = best;
        for (int i = 0; i < vocab; i++) {
            if (weights[i] > 0) {
                draw -= weights[i];
                if (draw < 0) {
                    return i;
                }
                last = i;
            }
        }
        return last; // where rounding has left a rest
    }

    /** The probabilities of all tokens [V], 0 for those that are left out. */
    public Tensor probabilities(Tensor logits) {
        int vocab = logits.size();
        int best = best(logits.data(), 0, vocab);
        float[] p = new float[vocab];
        if (temperature == 0) {
            p[best] = 1;
        } else {
            filter(logits.data(), 0, vocab, best);
            double sum = 0;
            for (int i = 0; i < vocab; i++) {
                sum += weights[i];
            }
            for (int i = 0; i < vocab; i++) {
                p[i] = (float) (weights[i] / sum);
            }
        }
        return Tensor.wrap(p, vocab);
    }

    private static int best(float[] logits, int from, int vocab) {
        Shapes.require(vocab > 0, () -> "sampler: there are no scores");
        int best = 0;
        for (int i = 0; i < vocab; i++) {
            float score = logits[from + i];
            if (Float.isNaN(score) || score == Float.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("sampler: the score of token " + i + " is " + score
                        + "; did the training diverge?");
            }
            best = score > logits[from + best] ? i : best;
        }
        Shapes.require(logits[from + best] > Float.NEGATIVE_INFINITY, () -> "sampler: all scores are -Infinity");
        return best;
    }

    /** Weights in proportion to the probabilities, 1 for the best token; 0 for those left out. */
    private void filter(float[] logits, int from, int vocab, int best) {
        if (weights.length != vocab) {
            weights = new float[vocab];
        }
        for (int i = 0; i < vocab; i++) {
            weights[i] = (float) (((double) logits[from + i] - logits[from + best]) / temperature);
        }
        Kernels.forRow(vocab).exp(weights, weights);
        int limit = topK == 0 ? vocab : Math.min(topK, vocab);
        if (limit < vocab || topP < 1) {
            sort(vocab);
            drop(nucleus(limit), vocab);
        }
    }

    /** The tokens by falling weight, of equals the earlier first: bits of positive floats are in the floats' order. */
    private void sort(int vocab) {
        if (order.length != vocab) {
            order = new long[vocab];
        }
        for (int i = 0; i < vocab; i++) {
            order[i] = -((long) Float.floatToRawIntBits(weights[i]) << Integer.SIZE) + i;
        }
        Arrays.sort(order);
    }

    /** How many of the first tokens stay: those before which less than topP has been summed up. */
    private int nucleus(int limit) {
        double sum = 0;
        for (int rank = 0; rank < limit; rank++) {
            sum += weights[(int) order[rank]];
        }
        double before = 0;
        int stay = 0;
        while (stay < limit && (topP == 1 || before < topP * sum)) {
            before += weights[(int) order[stay]];
            stay++;
        }
        return stay;
    }

    private void drop(int first, int vocab) {
        for (int rank = first; rank < vocab; rank++) {
            weights[(int) order[rank]] = 0;
        }
    }
}
