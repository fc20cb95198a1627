package spotlight.model;

import spotlight.nn.Attention;
import spotlight.tensor.Tensor;

/**
 * What the heads of one layer compute, step by step, for those who look at them; "Attention Is All You Need", equation 1.
 *
 * @param q    queries [B,H,T,K]
 * @param k    keys [B,H,S,K]
 * @param v    values [B,H,S,K]
 * @param mask added to the scores, stretches to [B,H,T,S]
 */
public record AttentionSteps(Tensor q, Tensor k, Tensor v, Tensor mask) {

    /** How well each query fits each key, before the mask: {@code q kT / sqrt(K)} [B,H,T,S]. */
    public Tensor scores() {
        return q.matmulNT(k).times((float) (1 / Math.sqrt(q.size(-1))));
    }

    /** The share of its attention that each query gives to each key [B,H,T,S]; each row sums to 1, or to 0 if it sees nothing. */
    public Tensor weights() {
        return Attention.scaledDotProduct(q, k, v, mask).weights();
    }

    /** The same in memory of its own. */
    AttentionSteps copy() {
        return new AttentionSteps(copy(q), copy(k), copy(v), copy(mask));
    }

    private static Tensor copy(Tensor a) {
        return Tensor.of(a.data(), a.shape());
    }
}
