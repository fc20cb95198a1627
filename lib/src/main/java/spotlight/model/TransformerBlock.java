package spotlight.model;

import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/**
 * The block of the tutorial's classifier, an {@link EncoderLayer} with norms after the sum and ReLU under other names.
 *
 * <p>As published it gives [B,T,D] to an attention that expects [T,B,D]. Shapes fit, nothing fails, it even learns: but
 * word t of a text looks at word t of all other texts of the batch, instead of at the other words of its own.
 *
 * @param heads       H
 * @param acrossBatch whether attention runs across the batch, as published
 * @param weights     self_attention, feed_forward.0, feed_forward.2, norm1, norm2
 */
public record TransformerBlock(int heads, boolean acrossBatch, Weights weights) {
    private static final float EPS = 1e-5f;

    /** New weights as PyTorch begins with. */
    public static TransformerBlock init(int dModel, int heads, int dFf, boolean acrossBatch, Weights weights,
            TorchRandom random) {
        AttentionLayer.init(dModel, heads, weights.in("self_attention"), random);
        Layers.initLinear(weights, "feed_forward.0", dModel, dFf, random);
        Layers.initLinear(weights, "feed_forward.2", dFf, dModel, random);
        Layers.initNorm(weights, "norm1", dModel);
        Layers.initNorm(weights, "norm2", dModel);
        return new TransformerBlock(heads, acrossBatch, weights);
    }

    /** For evaluation, every token seeing every token. */
    public Var apply(Var x) {
        return apply(x, Mask.none(), Dropout.NONE);
    }

    /** x [B,T,D] to [B,T,D]; the mask stretches to [B,H,T,T]. */
    public Var apply(Var x, Tensor mask, Dropout dropout) {
        Var y = norm("norm1", x.plus(attend(x, mask, dropout)));
        Var wide = Layers.linear(weights, "feed_forward.0", y, Activation.RELU);
        return norm("norm2", y.plus(dropout.apply(Layers.linear(weights, "feed_forward.2", wide))));
    }

    private Var attend(Var x, Tensor mask, Dropout dropout) {
        AttentionLayer attention = new AttentionLayer(heads, weights.in("self_attention"));
        return acrossBatch
                ? dropout.apply(attention.self(x.transpose(0, 1), false, mask).transpose(0, 1)) // [T,B,D] and back
                : dropout.applyTokensFirst(attention.self(x, false, mask));
    }

    private Var norm(String name, Var x) {
        return Layers.norm(weights, name, x, EPS);
    }
}
