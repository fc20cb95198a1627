package spotlight.model;

import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.random.TorchRandom;

/**
 * Decoder layers one after the other; "Attention Is All You Need", section 3.1, PyTorch's nn.TransformerDecoder.
 *
 * @param layers  how many
 * @param config  the form of each
 * @param weights layers.0, layers.1, …, and perhaps a last norm
 */
public record Decoder(int layers, LayerConfig config, Weights weights) {

    /** New weights as PyTorch begins with: one layer is drawn, all others are copies of it. */
    public static Decoder init(int layers, LayerConfig config, boolean finalNorm, Weights weights,
            TorchRandom random) {
        Weights drawn = new Weights();
        DecoderLayer.init(config, drawn, random);
        Layers.copies(drawn, layers, weights);
        if (finalNorm) {
            Layers.initNorm(weights, "norm", config.dModel());
        }
        return new Decoder(layers, config, weights);
    }

    /** For evaluation, the future being hidden. */
    public Var apply(Var x, Var memory) {
        return apply(x, memory, DecoderLayer.Masks.causal(Mask.none()), Dropout.NONE);
    }

    /** All layers on x [B,T,D], each looking at memory [B,S,D]. */
    public Var apply(Var x, Var memory, DecoderLayer.Masks masks, Dropout dropout) {
        Var y = x;
        for (int i = 0; i < layers; i++) {
            y = layer(i).apply(y, memory, masks, dropout);
        }
        return last(y);
    }

    /** Layer i. */
    DecoderLayer layer(int i) {
        return new DecoderLayer(config, weights.in("layers." + i));
    }

    /** The last norm, if there is one. */
    Var last(Var y) {
        return weights.has("norm.weight") ? Layers.norm(weights, "norm", y, config.norm(), config.eps()) : y;
    }
}
