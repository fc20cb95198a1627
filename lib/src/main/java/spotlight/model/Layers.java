package spotlight.model;

import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.nn.Linear;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/** The small layers of which all others are made, given the weights around them and a name. */
public final class Layers {
    private Layers() {
    }

    /** New weights of a linear layer as PyTorch begins with: {@code name.weight} [out,in], {@code name.bias} [out]. */
    public static void initLinear(Weights weights, String name, int in, int out, TorchRandom random) {
        Linear linear = Linear.init(in, out, random);
        weights.parameter(name + ".weight", linear.weight());
        weights.parameter(name + ".bias", linear.bias());
    }

    /** {@code x WT + b}; no b if there is no {@code name.bias}. */
    public static Var linear(Weights weights, String name, Var x) {
        return linear(weights, name, x, Activation.NONE);
    }

    /** {@code f(x WT + b)}. */
    public static Var linear(Weights weights, String name, Var x, Activation f) {
        Var weight = weights.get(name + ".weight");
        String bias = name + ".bias";
        return weights.has(bias) ? x.linear(weight, weights.get(bias), f) : f.apply(x.linear(weight));
    }

    /** New weights of a layer norm: factors 1, summands 0. */
    public static void initNorm(Weights weights, String name, int dModel) {
        weights.parameter(name + ".weight", Tensor.ones(dModel));
        weights.parameter(name + ".bias", Tensor.zeros(dModel));
    }

    /** Layer norm of each vector, {@link Var#layerNorm}; no summand if there is no {@code name.bias}. */
    public static Var norm(Weights weights, String name, Var x, float eps) {
        return norm(weights, name, x, Norm.LAYER_NORM, eps);
    }

    /** Another norm of each vector. */
    static Var norm(Weights weights, String name, Var x, Norm norm, float eps) {
        String bias = name + ".bias";
        Var summand = weights.has(bias) ? weights.get(bias) : Var.constant(Tensor.zeros(x.size(-1)));
        return norm.apply(x, weights.get(name + ".weight"), summand, eps);
    }

    /** A new table of one normally distributed row per id [V,D], as PyTorch's nn.Embedding begins with. */
    public static void initEmbedding(Weights weights, String name, int vocab, int dModel, TorchRandom random) {
        weights.parameter(name + ".weight", random.randn(vocab, dModel));
    }

    /**
     * A matrix [out,in] uniform in {@code +-sqrt(6 / (in + out))}; "Understanding the Difficulty of Training Deep
     * Feedforward Neural Networks", equation 16, PyTorch's xavier_uniform_.
     */
    public static Tensor xavier(int out, int in, TorchRandom random) {
        float bound = (float) (Math.sqrt(3) * Math.sqrt(2.0 / (in + out)));
        return random.uniform(-bound, bound, out, in);
    }

    /** Every matrix among these weights drawn anew by {@link #xavier}, in their order. */
    static void xavier(Weights weights, TorchRandom random) {
        for (Var weight : weights.params()) {
            if (weight.value().rank() == 2) {
                float[] drawn = xavier(weight.size(0), weight.size(1), random).data();
                System.arraycopy(drawn, 0, weight.value().data(), 0, drawn.length);
            }
        }
    }

    /** So many copies of a layer as {@code layers.0}, {@code layers.1}, …. */
    static void copies(Weights layer, int layers, Weights weights) {
        for (int i = 0; i < layers; i++) {
            Weights copy = weights.in("layers." + i);
            layer.tensors().forEach((name, value) -> copy.parameter(name, Tensor.of(value.data(), value.shape())));
        }
    }
}
