package spotlight.ch05;

import spotlight.tensor.Tensor;

/**
 * Exercise 5.2, merge the heads: the way back. After attention each head holds one vector of K numbers per token; the
 * output projection wants one vector of D = H·K numbers per token, the heads side by side ("Concat" in the paper).
 *
 * <pre>{@code
 *   y [B,H,T,K]   ->   [B,T,D]        merge(y)[b, t, h*K + i] = y[b, h, t, i]
 * }</pre>
 *
 * Example, one sample of two tokens, two heads with K = 2:
 *
 * <pre>{@code
 *   head 0 = [[0 1],      head 1 = [[2 3],          merged = [[0 1 2 3],
 *             [4 5]]                [6 7]]                    [4 5 6 7]]
 * }</pre>
 *
 * <p>Split, then merge, and nothing has changed: that is the second test.
 */
public final class MergeHeads {
    private MergeHeads() {
    }

    /**
     * Puts the heads of each token side by side.
     *
     * @param perHead one vector per head and token [B,H,T,K]; not modified
     * @return the same numbers as [B,T,D] with D = H·K
     */
    public static Tensor merge(Tensor perHead) {
        Tensor byToken = perHead.transpose(1, 2); // [B,T,H,K]
        return byToken.reshape(byToken.size(0), byToken.size(1), -1); // [B,T,D]
    }
}
