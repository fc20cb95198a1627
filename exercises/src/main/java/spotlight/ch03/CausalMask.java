package spotlight.ch03;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 3.4 The causal mask: nobody looks into the future.
 *
 * <p>A model that writes text must not see the words it has yet to write. The mask is a table that is <b>added</b> to
 * the scores before the softmax: 0 where query i may look at key j, -infinity where it may not, because
 * exp(-infinity) = 0 is a weight of exactly nothing.
 *
 * <pre>
 *   mask(4, 4) = | 0 -∞ -∞ -∞ |      row    = query = who looks
 *                | 0  0 -∞ -∞ |      column = key   = who is looked at
 *                | 0  0  0 -∞ |
 *                | 0  0  0  0 |
 * </pre>
 *
 * <p>There can be fewer queries than keys: while a text grows, only its newest tokens ask, and all earlier ones are
 * still there to be seen. The queries are then the <b>last</b> rows of the square table: the last query sees all
 * keys.
 *
 * <pre>
 *   mask(2, 4) = | 0  0  0 -∞ |
 *                | 0  0  0  0 |
 * </pre>
 *
 * <p>Use {@code Float.NEGATIVE_INFINITY} and {@link Tensor#of(float[], int...)}.
 */
public final class CausalMask {

    private CausalMask() {
    }

    /**
     * An additive mask: 0 visible, -infinity hidden.
     *
     * @param queries number T of queries, 1 or more
     * @param keys number S of keys, at least {@code queries}
     * @return [T,S]
     */
    public static Tensor mask(int queries, int keys) {
        return todo("3.4");
    }
}
