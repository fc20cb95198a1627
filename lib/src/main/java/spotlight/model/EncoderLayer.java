package spotlight.model;

import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/**
 * One layer of an encoder: attention to the own sequence, then two linear layers for each token; "Attention Is All You
 * Need", section 3.1, PyTorch's nn.TransformerEncoderLayer.
 *
 * @param config  its form
 * @param weights self_attn, linear1, linear2, norm1, norm2; biases may be left out
 */
public record EncoderLayer(LayerConfig config, Weights weights) {

    /** New weights as PyTorch begins with. */
    public static EncoderLayer init(LayerConfig c, Weights weights, TorchRandom random) {
        AttentionLayer.init(c.dModel(), c.heads(), weights.in("self_attn"), random);
        Layers.initLinear(weights, "linear1", c.dModel(), c.dFf(), random);
        Layers.initLinear(weights, "linear2", c.dFf(), c.dModel(), random);
        Layers.initNorm(weights, "norm1", c.dModel());
        Layers.initNorm(weights, "norm2", c.dModel());
        return new EncoderLayer(c, weights);
    }

    /** For evaluation, every token seeing every token. */
    public Var apply(Var x) {
        return apply(x, Mask.none(), Dropout.NONE);
    }

    /**
     * What the tokens say after they have looked at each other.
     *
     * @param x    [B,T,D]
     * @param mask added to the scores, stretches to [B,H,T,T]
     * @return [B,T,D]
     */
    public Var apply(Var x, Tensor mask, Dropout dropout) {
        if (config.preNorm()) {
            Var y = x.plus(dropout.apply(attention().self(norm("norm1", x), false, mask)));
            return y.plus(dropout.apply(feedForward(norm("norm2", y))));
        }
        Var y = norm("norm1", x.plus(dropout.apply(attention().self(x, false, mask))));
        return norm("norm2", y.plus(dropout.apply(feedForward(y))));
    }

    private AttentionLayer attention() {
        return new AttentionLayer(config.heads(), weights.in("self_attn"));
    }

    private Var feedForward(Var x) {
        return Layers.linear(weights, "linear2", Layers.linear(weights, "linear1", x, config.activation()));
    }

    private Var norm(String name, Var x) {
        return Layers.norm(weights, name, x, config.norm(), config.eps());
    }
}
