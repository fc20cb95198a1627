package spotlight.model;

import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/**
 * Encoder layers one after the other; "Attention Is All You Need", section 3.1, PyTorch's nn.TransformerEncoder.
 *
 * @param layers  how many
 * @param config  the form of each
 * @param weights layers.0, layers.1, …, and perhaps a last norm
 */
public record Encoder(int layers, LayerConfig config, Weights weights) {

    /**
     * New weights as PyTorch begins with: one layer is drawn, all others are copies of it.
     *
     * @param finalNorm whether a norm comes last; with norms before the sub-layers it should
     */
    public static Encoder init(int layers, LayerConfig config, boolean finalNorm, Weights weights,
            TorchRandom random) {
        Weights drawn = new Weights();
        EncoderLayer.init(config, drawn, random);
        Layers.copies(drawn, layers, weights);
        if (finalNorm) {
            Layers.initNorm(weights, "norm", config.dModel());
        }
        return new Encoder(layers, config, weights);
    }

    /** For evaluation, every token seeing every token. */
    public Var apply(Var x) {
        return apply(x, Mask.none(), Dropout.NONE);
    }

    /** All layers on x [B,T,D]; the mask stretches to [B,H,T,T]. */
    public Var apply(Var x, Tensor mask, Dropout dropout) {
        Var y = x;
        for (int i = 0; i < layers; i++) {
            y = new EncoderLayer(config, weights.in("layers." + i)).apply(y, mask, dropout);
        }
        return weights.has("norm.weight") ? Layers.norm(weights, "norm", y, config.norm(), config.eps()) : y;
    }
}
