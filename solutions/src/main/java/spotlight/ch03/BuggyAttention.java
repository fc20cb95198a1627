package spotlight.ch03;

import spotlight.nn.Attention;
import spotlight.nn.Mask;
import spotlight.tensor.Tensor;

/**
 * Solution of exercise 3.7, find the bug. The three mistakes were: scaling by the size of a token instead of the size
 * of a query; a softmax over dimension 1, which is the keys of a single sequence but the queries of a batch; and a mask
 * applied after the softmax, so that hidden keys have already taken their share.
 */
public final class BuggyAttention {

    private BuggyAttention() {
    }

    /** Causal scaled dot-product self-attention over x [T,D] or [B,T,D]. */
    public static Attention.Result attend(Tensor x, Tensor wQuery, Tensor wKey, Tensor wValue) {
        Tensor q = x.matmul(wQuery);
        Tensor k = x.matmul(wKey);
        Tensor v = x.matmul(wValue);

        float scale = 1 / (float) Math.sqrt(q.size(-1));
        Tensor scores = q.matmulNT(k).times(scale);

        Tensor hidden = Mask.causal(x.size(-2));
        Tensor weights = scores.plus(hidden).softmax(-1);

        return new Attention.Result(weights.matmul(v), weights);
    }
}
