package spotlight.ch02;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 2.2: a softmax that survives.
 *
 * <p>
 * {@code exp(89f)} is already too large for a float, and Infinity / Infinity is NaN. Adding one number to all scores
 * does not change their softmax, so choose that number well:
 *
 * <pre>
 *     weights[j] = exp(scores[j] - m) / (sum over i of exp(scores[i] - m)),   m = the largest score
 * </pre>
 *
 * Examples:
 *
 * <pre>
 *     {0, ln 2, ln 3}         gives {1/6, 2/6, 3/6}
 *     {1000, 1000}            gives {0.5, 0.5}
 *     {-1000, -1000}          gives {0.5, 0.5}
 *     {3, -Infinity, 3}       gives {0.5, 0, 0.5}    a hidden word gets nothing
 * </pre>
 *
 * Useful: {@code scores.max()}, {@code scores.minus(x)}, {@code scores.exp()}, {@code t.sum()},
 * {@code t.dividedBy(x)}; or plain loops over {@code scores.at(j)} and {@code Tensor.vector(floats)}. The library's own
 * {@code softmax()} would do it too, but then you would have learned nothing: write it yourself.
 */
public final class StableSoftmax {
    private StableSoftmax() {
    }

    /**
     * Softmax of a vector, without overflow.
     *
     * @param scores any finite scores, or -Infinity for a hidden word (at least one is finite) [S]; not modified
     * @return weights that are not negative and sum to 1 [S]
     */
    public static Tensor softmax(Tensor scores) {
        return todo("2.2");
    }
}
