package spotlight.ch05;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 5.1, split the heads: one wide vector per token becomes H narrow ones.
 *
 * <p>The projections give each token one vector of D numbers. Head h owns the h-th block of K = D/H consecutive numbers
 * of every token: head 0 the numbers 0 to K-1, head 1 the numbers K to 2K-1, and so on. Attention works on the last two
 * axes, so the heads must stand before the tokens:
 *
 * <pre>{@code
 *   x [B,T,D]   ->   [B,H,T,K]        split(x)[b, h, t, i] = x[b, t, h*K + i]
 * }</pre>
 *
 * Example, one sample of two tokens, D = 4, two heads:
 *
 * <pre>{@code
 *   x =  [[0 1 2 3],          head 0 = [[0 1],      head 1 = [[2 3],
 *         [4 5 6 7]]                    [4 5]]                [6 7]]
 * }</pre>
 *
 * <p>Useful: {@code reshape} reads and refills the numbers in order and moves none of them; {@code transpose(a, b)}
 * swaps two axes. You need one of each, and the order matters.
 */
public final class SplitHeads {
    private SplitHeads() {
    }

    /**
     * Cuts the last axis into heads.
     *
     * @param x     one vector per token [B,T,D], D a multiple of heads; not modified
     * @param heads the number of heads H
     * @return the same numbers as [B,H,T,K] with K = D/H
     */
    public static Tensor split(Tensor x, int heads) {
        return todo("5.1");
    }
}
