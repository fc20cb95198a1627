package spotlight.ch03;

import spotlight.nn.Attention;
import spotlight.tensor.Tensor;

/** Solution of exercise 3.3: self-attention, whole. */
public final class WholeAttention {

    private WholeAttention() {
    }

    /** Scaled dot-product self-attention over x [T,D] or [B,T,D], without a mask. */
    public static Attention.Result attend(Tensor x, Tensor wQuery, Tensor wKey, Tensor wValue) {
        Tensor q = x.matmul(wQuery);
        Tensor k = x.matmul(wKey);
        Tensor v = x.matmul(wValue);
        Tensor scores = q.matmulNT(k).dividedBy((float) Math.sqrt(k.size(-1))); // [..,T,T]
        Tensor weights = scores.softmax();
        return new Attention.Result(weights.matmul(v), weights);
    }
}
