package spotlight.ch05;

import spotlight.tensor.Tensor;

/**
 * Exercise 5.3, multi-head attention, the whole of it ("Attention Is All You Need", section 3.2.2):
 *
 * <pre>{@code
 *   head_h    = softmax( q_h · k_hT / sqrt(K) ) · v_h          h = 0 .. H-1,   K = D/H
 *   MultiHead = Concat(head_0, ..., head_H-1) · wOutput
 * }</pre>
 *
 * with q = x · wQuery, k = x · wKey, v = x · wValue, each cut into heads as in exercise 5.1. All four matrices are
 * [D,D] and there are no biases.
 *
 * <pre>{@code
 *   x [B,T,D] -> q, k, v [B,T,D] -> [B,H,T,K] -> weights [B,H,T,T] -> [B,H,T,K] -> [B,T,D] -> output [B,T,D]
 * }</pre>
 *
 * <p>Tiny example, D = 2, H = 2, so K = 1: with x = [[1 0], [0 1]] and all four matrices the identity, head 0 sees
 * q = k = v = (1, 0) and its first token scores 1·1 = 1 with itself and 1·0 = 0 with the other; the weights are
 * 0.7311 and 0.2689. Its second token has query 0, scores 0 and 0, weights a half each.
 *
 * <p>You may call your own {@code SplitHeads.split} and {@code MergeHeads.merge}. Please write the attention yourself
 * ({@code matmulNT}, {@code softmax}); the notebook draws the result of {@code weights}.
 */
public final class MultiHead {
    private MultiHead() {
    }

    /**
     * What each head looks at.
     *
     * @param x      tokens [B,T,D]; not modified
     * @param wQuery [D,D], used as x · wQuery
     * @param wKey   [D,D]
     * @param heads  the number of heads H; D is a multiple of it
     * @return the attention weights per head [B,H,T,T], each row sums to 1
     */
    public static Tensor weights(Tensor x, Tensor wQuery, Tensor wKey, int heads) {
        Tensor q = split(x.matmul(wQuery), heads); // [B,H,T,K]
        Tensor k = split(x.matmul(wKey), heads); // [B,H,T,K]
        float scale = 1 / (float) Math.sqrt(q.size(-1));
        return q.matmulNT(k).times(scale).softmax(); // [B,H,T,T]
    }

    /**
     * Multi-head attention.
     *
     * @param x       tokens [B,T,D]; not modified
     * @param wQuery  [D,D], used as x · wQuery
     * @param wKey    [D,D]
     * @param wValue  [D,D]
     * @param wOutput [D,D], used as concat · wOutput
     * @param heads   the number of heads H; D is a multiple of it
     * @return one vector per token [B,T,D]
     */
    public static Tensor output(Tensor x, Tensor wQuery, Tensor wKey, Tensor wValue, Tensor wOutput, int heads) {
        Tensor v = split(x.matmul(wValue), heads); // [B,H,T,K]
        Tensor perHead = weights(x, wQuery, wKey, heads).matmul(v); // [B,H,T,K]
        return merge(perHead).matmul(wOutput); // [B,T,D]
    }

    private static Tensor split(Tensor x, int heads) {
        return x.reshape(x.size(0), x.size(1), heads, -1).transpose(1, 2);
    }

    private static Tensor merge(Tensor perHead) {
        Tensor byToken = perHead.transpose(1, 2); // [B,T,H,K]
        return byToken.reshape(byToken.size(0), byToken.size(1), -1);
    }
}
