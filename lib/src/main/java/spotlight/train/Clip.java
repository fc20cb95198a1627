package spotlight.train;

import java.util.List;
import java.util.stream.DoubleStream;
import spotlight.grad.Var;
import spotlight.tensor.Kernels;
import spotlight.tensor.Workers;

/** Shortens gradients that are too long: one bad batch must not undo what many good ones have learned. */
public final class Clip {
    private static final double EPS = 1e-6; // PyTorch's

    private Clip() {
    }

    /**
     * Scales all gradients by one factor, {@code max / (norm + 1e-6)}, if that is less than 1: together they are then
     * no longer than {@code max}, and keep their direction; "On the difficulty of training recurrent neural networks",
     * algorithm 1. A norm that is infinite or NaN makes every gradient 0 or NaN, as in PyTorch: look at what is
     * returned.
     *
     * @param params parameters; their gradients are changed
     * @param max    the greatest length allowed
     * @return the length of all gradients as one vector, before
     * @throws IllegalArgumentException if max is not positive
     */
    public static float globalNorm(List<Var> params, double max) {
        if (!(max > 0)) {
            throw new IllegalArgumentException("clip: limit " + max + " is not positive");
        }
        float[][] grads = params.stream().map(param -> param.grad().data()).toArray(float[][]::new);
        double[] squares = new double[grads.length];
        Workers.run(grads.length, p -> squares[p] = Kernels.active().sumOfSquares(grads[p].length, grads[p], 0));
        float norm = (float) Math.sqrt(DoubleStream.of(squares).sum());
        float factor = (float) (max / (norm + EPS));
        if (!(factor >= 1)) { // NaN is not
            Workers.run(grads.length, p -> scale(grads[p], factor));
        }
        return norm;
    }

    private static void scale(float[] grad, float factor) {
        for (int i = 0; i < grad.length; i++) {
            grad[i] *= factor;
        }
    }
}
