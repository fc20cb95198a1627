package spotlight.model;

import java.util.function.UnaryOperator;
import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/**
 * One layer of a decoder: attention to the tokens written so far, attention to what the encoder has read, then two
 * linear layers for each token; "Attention Is All You Need", section 3.1, PyTorch's nn.TransformerDecoderLayer.
 *
 * @param config  its form
 * @param weights self_attn, multihead_attn (which looks at the encoder's), linear1, linear2, norm1, norm2, norm3
 */
public record DecoderLayer(LayerConfig config, Weights weights) {

    /**
     * Who sees what.
     *
     * @param causal whether token i sees tokens {@code 0..i} only
     * @param tokens added to the scores of tokens, stretches to [B,H,T,T]
     * @param memory added to the scores of what the encoder has read, stretches to [B,H,T,S]
     */
    public record Masks(boolean causal, Tensor tokens, Tensor memory) {
        /** The future is hidden, and the padding of what the encoder has read. */
        public static Masks causal(Tensor memory) {
            return new Masks(true, Mask.none(), memory);
        }
    }

    /** New weights as PyTorch begins with. */
    public static DecoderLayer init(LayerConfig c, Weights weights, TorchRandom random) {
        AttentionLayer.init(c.dModel(), c.heads(), weights.in("self_attn"), random);
        AttentionLayer.init(c.dModel(), c.heads(), weights.in("multihead_attn"), random);
        Layers.initLinear(weights, "linear1", c.dModel(), c.dFf(), random);
        Layers.initLinear(weights, "linear2", c.dFf(), c.dModel(), random);
        Layers.initNorm(weights, "norm1", c.dModel());
        Layers.initNorm(weights, "norm2", c.dModel());
        Layers.initNorm(weights, "norm3", c.dModel());
        return new DecoderLayer(c, weights);
    }

    /** For evaluation, the future being hidden. */
    public Var apply(Var x, Var memory) {
        return apply(x, memory, Masks.causal(Mask.none()), Dropout.NONE);
    }

    /**
     * What the tokens say after they have looked at those before them and at what the encoder has read.
     *
     * @param x      [B,T,D]
     * @param memory what the encoder has read [B,S,D]
     * @return [B,T,D]
     */
    public Var apply(Var x, Var memory, Masks masks, Dropout dropout) {
        return apply(x, y -> own().self(y, masks.causal(), masks.tokens()),
                y -> across().cross(y, memory, masks.memory()), dropout);
    }

    /** The layer around its two attentions. */
    Var apply(Var x, UnaryOperator<Var> own, UnaryOperator<Var> across, Dropout dropout) {
        if (config.preNorm()) {
            Var y = x.plus(dropout.apply(own.apply(norm("norm1", x))));
            Var z = y.plus(dropout.apply(across.apply(norm("norm2", y))));
            return z.plus(dropout.apply(feedForward(norm("norm3", z))));
        }
        Var y = norm("norm1", x.plus(dropout.apply(own.apply(x))));
        Var z = norm("norm2", y.plus(dropout.apply(across.apply(y))));
        return norm("norm3", z.plus(dropout.apply(feedForward(z))));
    }

    AttentionLayer own() {
        return new AttentionLayer(config.heads(), weights.in("self_attn"));
    }

    AttentionLayer across() {
        return new AttentionLayer(config.heads(), weights.in("multihead_attn"));
    }

    private Var feedForward(Var x) {
        return Layers.linear(weights, "linear2", Layers.linear(weights, "linear1", x, config.activation()));
    }

    private Var norm(String name, Var x) {
        return Layers.norm(weights, name, x, config.norm(), config.eps());
    }
}
