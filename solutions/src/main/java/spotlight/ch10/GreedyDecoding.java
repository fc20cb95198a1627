package spotlight.ch10;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Exercise 10.3, writing without a teacher. A trained decoder is a function: give it all tokens written so far, the
 * first being {@code <s>}, and it returns one score for each token that might come next. Greedy decoding always takes
 * the token with the highest score, appends it, and asks again, until the model says {@code </s>} or the text is as
 * long as it may be.
 *
 * <p>Example with five tokens, 0 padding, 1 {@code <s>}, 2 {@code </s>}, 3 我, 4 走; the highest score in capitals:
 *
 * <pre>{@code
 *   model {1}        0 0 1 THREE 2      take 3
 *   model {1,3}      0 0 2 1 THREE      take 4
 *   model {1,3,4}    0 0 THREE 2 1      take 2: the end, not part of the text
 *   write(model, 1, 2, 10) = {3, 4}     write(model, 1, 2, 1) = {3}
 * }</pre>
 *
 * How sure is the model of such a text? The probability of a text is the product of the probabilities of its tokens,
 * {@code </s>} included, each given the true ones before it. Its logarithm is a sum:
 *
 * <pre>{@code
 *   ln p(text) = sum over t of ln softmax(model(tokens before t))[token t]
 * }</pre>
 */
public final class GreedyDecoding {
    private GreedyDecoding() {
    }

    /**
     * Writes a text, always with the most probable next token, of equal ones the first.
     *
     * @param model from all tokens so far, beginning with {@code bos}, to the scores of what comes next
     * @param bos   the id that begins every text
     * @param eos   the id that ends it
     * @param most  tokens at most, at least 1
     * @return the tokens written, without bos and eos
     */
    public static int[] write(Function<int[], float[]> model, int bos, int eos, int most) {
        int[] soFar = {bos};
        while (soFar.length <= most) {
            int next = best(model.apply(soFar));
            if (next == eos) {
                break;
            }
            soFar = plus(soFar, next);
        }
        return Arrays.copyOfRange(soFar, 1, soFar.length);
    }

    /**
     * The logarithm of the probability that the model writes exactly this text and then stops, in nats.
     *
     * @param model from all tokens so far, beginning with {@code bos}, to the scores of what comes next
     * @param text  tokens without bos and eos; not modified
     * @return 0 or less
     */
    public static double logProbability(Function<int[], float[]> model, int bos, int eos, int[] text) {
        int[] soFar = {bos};
        double sum = 0;
        for (int next : plus(text, eos)) {
            float[] scores = model.apply(soFar);
            sum += scores[next] - logSumExp(scores);
            soFar = plus(soFar, next);
        }
        return sum;
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int id = 1; id < scores.length; id++) {
            if (scores[id] > scores[best]) {
                best = id;
            }
        }
        return best;
    }

    private static double logSumExp(float[] scores) {
        double max = scores[best(scores)];
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - max); // at most 1: no overflow
        }
        return max + Math.log(sum);
    }

    private static int[] plus(int[] ids, int id) {
        int[] longer = Arrays.copyOf(ids, ids.length + 1);
        longer[ids.length] = id;
        return longer;
    }
}
