package spotlight.ch09;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 9.1, one vector for a whole text.
 *
 * <p>An encoder gives a vector for each token, but a classifier wants one for the text. It <i>pools</i> them: the mean
 * of all vectors, or their maximum, feature by feature. In a batch the shorter texts end in padding rows, and nobody
 * may be judged by padding:
 *
 * <pre>
 *   x[0] = (1, -2), (3, -4)         lengths[0] = 2       mean (2, -3)       max (3, -2)
 *   x[1] = (5, -6), padding         lengths[1] = 1       mean (5, -6)       max (5, -6)
 * </pre>
 *
 * Two traps. Padding rows hold whatever the layers before made of them: zeros, large numbers, even NaN, and 0 times NaN
 * is NaN. And a zero is no harmless number for a maximum: next to (5, -6) it would win the second feature.
 */
public final class Pooling {
    private Pooling() {
    }

    /**
     * The mean over the real tokens of each text.
     *
     * @param x       vectors of tokens [B,T,D], padding at the end of each text; not modified
     * @param lengths how many tokens of each text are real, 1..T
     * @return [B,D]
     */
    public static Tensor mean(Tensor x, int[] lengths) {
        return todo("9.1");
    }

    /**
     * The largest value of each feature among the real tokens of each text.
     *
     * @param x       vectors of tokens [B,T,D], padding at the end of each text; not modified
     * @param lengths how many tokens of each text are real, 1..T
     * @return [B,D]
     */
    public static Tensor max(Tensor x, int[] lengths) {
        return todo("9.1");
    }

    /**
     * Predict: a text of some length is filled up with rows of zeros, and somebody takes the mean over all rows. The
     * result is the right mean times which factor? The notebook measures it.
     *
     * @param length how many tokens are real, at least 1
     * @param tokens how many rows there are with padding, at least length
     */
    public static double shrinks(int length, int tokens) {
        return todo("9.1");
    }
}
