package spotlight.model;

import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * The attention of every model: several heads at once, each on its own part of the vectors; "Attention Is All You
 * Need", section 3.2.2, between the projections. It is computed without the matrix of all weights; these are made, a
 * second time and in plain steps, only while {@link AttentionMaps} records.
 */
public final class AttentionHeads {
    private AttentionHeads() {
    }

    /**
     * Each token looks at the tokens of its own sequence.
     *
     * @param name   the layer's, for {@link AttentionMaps}
     * @param qkv    q, k and v side by side [B,T,3D]
     * @param causal whether token i sees tokens {@code 0..i} only
     * @param mask   added to the scores, stretches to [B,H,T,T]; {@link Mask#none()} hides nothing
     * @return [B,T,D]
     */
    public static Var self(String name, int heads, Var qkv, boolean causal, Tensor mask) {
        Var y = qkv.selfAttention(heads, causal, mask);
        AttentionMaps.put(name, () -> {
            Var[] parts = Var.constant(qkv.value()).split(-1, 3); // [B,T,D] each
            return steps(split(parts[0], heads), split(parts[1], heads), split(parts[2], heads), causal, mask);
        });
        return y;
    }

    /**
     * Each query looks at the keys: at another sequence, or at those kept from earlier tokens.
     *
     * @param name   the layer's, for {@link AttentionMaps}
     * @param q      queries [B,T,D]
     * @param k      keys [B,S,D]
     * @param v      values [B,S,D]
     * @param causal whether the queries are the last T of the S tokens, and query i sees keys {@code 0..i+S-T} only
     * @param mask   added to the scores, stretches to [B,H,T,S]
     * @return [B,T,D]
     */
    public static Var cross(String name, int heads, Var q, Var k, Var v, boolean causal, Tensor mask) {
        return join(ofHeads(name, split(q, heads), split(k, heads), split(v, heads), causal, mask));
    }

    /** The same for vectors that are split into heads already, as after a rotation: [B,H,T,K] and [B,H,S,K]. */
    public static Var ofHeads(String name, Var q, Var k, Var v, boolean causal, Tensor mask) {
        Var y = Var.attention(q, k, v, mask, causal, (float) (1 / Math.sqrt(q.size(-1))));
        AttentionMaps.put(name, () -> steps(q, k, v, causal, mask));
        return y;
    }

    /** [B,T,D] to [B,H,T,K]: head h has numbers {@code h K .. (h+1) K - 1} of each vector. */
    public static Var split(Var x, int heads) {
        int dModel = x.size(-1);
        Shapes.require(x.value().rank() == 3 && heads > 0 && dModel % heads == 0,
                () -> "attention: " + Shapes.format(x.shape()) + " does not split into heads " + heads);
        return x.reshape(x.size(0), x.size(1), heads, dModel / heads).transpose(1, 2);
    }

    /** [B,H,T,K] to [B,T,D]: the heads side by side again. */
    public static Var join(Var heads) {
        return heads.transpose(1, 2).reshape(heads.size(0), heads.size(2), heads.size(1) * heads.size(3));
    }

    private static AttentionSteps steps(Var q, Var k, Var v, boolean causal, Tensor mask) {
        Tensor whole = causal ? mask.plus(Mask.causal(q.size(-2), k.size(-2))) : mask;
        return new AttentionSteps(q.value(), k.value(), v.value(), whole);
    }
}
