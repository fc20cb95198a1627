package spotlight.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spotlight.grad.Var;

/**
 * Stochastic gradient descent: {@code w = w - lr g}. With momentum the direction is a running sum of gradients,
 * {@code d = momentum d + g}, begun with the first of them, and {@code w = w - lr d}. Weight decay is added to the
 * gradient, {@code g = g + weightDecay w}, before either.
 */
public final class SGD extends Optimizer {
    private float momentum;
    private float[] direction = {};

    /**
     * @param params the parameters; changed by each step
     * @param lr     learning rate
     * @throws IllegalArgumentException if there is no parameter, one is constant or given twice, or lr is not positive
     */
    public SGD(List<Var> params, double lr) {
        super(params, lr, 0);
    }

    /**
     * How much of the last direction is kept; 0 if not said.
     *
     * @throws IllegalArgumentException outside [0, 1)
     */
    public SGD momentum(double kept) {
        require(kept >= 0 && kept < 1, "momentum " + kept + " is outside [0, 1)");
        momentum = (float) kept;
        direction = new float[kept == 0 ? 0 : size()]; // zeros: momentum 0 + g begins it with the first gradient
        return this;
    }

    @Override
    void update(float[] w, float[] grad, int first, double decay) {
        float rate = (float) lr();
        float l2 = (float) decay;
        boolean heavy = direction.length > 0;
        for (int i = 0; i < w.length; i++) {
            float d = grad[i] + l2 * w[i];
            if (heavy) {
                d += momentum * direction[first + i];
                direction[first + i] = d;
            }
            w[i] -= rate * d;
        }
    }

    @Override
    Map<String, float[]> arrays() {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        if (direction.length > 0) {
            arrays.put("direction", direction);
        }
        return arrays;
    }
}
