package spotlight.model;

import spotlight.grad.Activation;
import spotlight.tensor.Shapes;

/**
 * The form of an encoder or decoder layer.
 *
 * @param dModel     D, length of the vectors
 * @param heads      H, which divides D
 * @param dFf        length of the vectors between the two linear layers
 * @param activation between them
 * @param preNorm    whether norms come before attention and linear layers ("On Layer Normalization in the Transformer
 *                   Architecture"), or after the sum as in "Attention Is All You Need"
 * @param norm       which norm
 * @param eps        keeps the norm from dividing by 0
 */
public record LayerConfig(int dModel, int heads, int dFf, Activation activation, boolean preNorm, Norm norm,
        float eps) {

    /** @throws IllegalArgumentException if a size is not positive, or the heads do not divide dModel */
    public LayerConfig {
        Shapes.require(dModel > 0 && heads > 0 && dFf > 0,
                () -> "layer: dModel " + dModel + ", heads " + heads + ", dFf " + dFf + " must all be at least 1");
        Shapes.require(dModel % heads == 0,
                () -> "layer: dModel " + dModel + " is not a multiple of heads " + heads);
    }

    /** The layer of "Attention Is All You Need": norms after the sum, ReLU. */
    public static LayerConfig of(int dModel, int heads, int dFf) {
        return new LayerConfig(dModel, heads, dFf, Activation.RELU, false, Norm.LAYER_NORM, 1e-5f);
    }

    /** Another activation. */
    public LayerConfig with(Activation newActivation) {
        return new LayerConfig(dModel, heads, dFf, newActivation, preNorm, norm, eps);
    }

    /** Norms before attention and linear layers. */
    public LayerConfig withPreNorm() {
        return new LayerConfig(dModel, heads, dFf, activation, true, norm, eps);
    }

    /** Another norm. */
    public LayerConfig with(Norm newNorm, float newEps) {
        return new LayerConfig(dModel, heads, dFf, activation, preNorm, newNorm, newEps);
    }
}
