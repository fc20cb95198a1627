package spotlight.model;

import spotlight.grad.Var;

/** How a vector is brought to mean 0 and standard deviation 1. */
public enum Norm {
    /** {@code (x - mean) / sqrt(variance + eps)}; "Layer Normalization", section 3, and PyTorch's nn.LayerNorm. */
    LAYER_NORM {
        @Override
        public Var apply(Var x, Var weight, Var bias, float eps) {
            return x.layerNorm(weight, bias, eps);
        }
    },
    /**
     * {@code (x - mean) / (std + eps)}, as one of the tutorials has it. For vectors of some size it is nearly the
     * same; where the standard deviation comes near sqrt(eps) it is a multiple of the other.
     */
    STD_PLUS_EPS {
        @Override
        public Var apply(Var x, Var weight, Var bias, float eps) {
            Var centred = x.minus(x.mean(-1).unsqueeze(-1));
            Var std = centred.square().mean(-1).sqrt().unsqueeze(-1); // [..,1]
            return centred.dividedBy(std.plus(eps)).times(weight).plus(bias);
        }
    };

    /** Each vector normalised, times weight [D], plus bias [D]. */
    public abstract Var apply(Var x, Var weight, Var bias, float eps);
}
