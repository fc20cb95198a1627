package spotlight.ch02;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 2.7: find the bug. In fact there are three.
 *
 * <p>
 * A colleague wrote scaled attention for one query, from scratch. It compiles, throws nothing, and its numbers look
 * plausible; yet the light does not move when the query changes, the output is too large, and once in a while it is NaN:
 *
 * <pre>
 *     float scale = 1 / query.size();
 *     float[] scores = new float[keys.size(0)];
 *     float largest = Float.MIN_VALUE;
 *     for (int j = 0; j &lt; scores.length; j++) {
 *         scores[j] = scale * query.dot(keys.select(0, j));
 *         largest = Math.max(largest, scores[j]);
 *     }
 *     float total = 0;
 *     Tensor output = Tensor.zeros(values.size(1));
 *     for (int j = 0; j &lt; scores.length; j++) {
 *         float share = (float) Math.exp(scores[j] - largest);
 *         total += share;
 *         output = output.plus(values.select(0, j).times(share / total));
 *     }
 *     return output;
 * </pre>
 *
 * Copy it into the method below and mend it: it shall compute equation 1 of "Attention Is All You Need" for one query,
 *
 * <pre>
 *     output = sum over j of weights[j] * values[j],   weights = softmax(scores),   scores[j] = query · keys[j] / sqrt(K)
 * </pre>
 *
 * One bug is about Java's numbers, one about what a Java constant means, one about when a sum is complete.
 */
public final class MendedSpotlight {
    private MendedSpotlight() {
    }

    /**
     * Scaled dot-product attention for one query, without NaN for scores of any size.
     *
     * @param query  what is looked for [K]
     * @param keys   what each word offers [S,K]
     * @param values what each word gives [S,D]
     * @return the context vector [D]
     */
    public static Tensor attend(Tensor query, Tensor keys, Tensor values) {
        return todo("2.7");
    }
}
