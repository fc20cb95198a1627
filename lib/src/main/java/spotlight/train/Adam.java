package spotlight.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spotlight.grad.Var;
import spotlight.tensor.AdamStep;
import spotlight.tensor.Kernels;

/**
 * Adam: each number has its own step length, by the running means m of its gradient and v of the gradient's square;
 * "Adam: A Method for Stochastic Optimization", algorithm 1. At step t
 *
 * <pre>{@code
 * g = g + weightDecay w
 * m = beta1 m + (1 - beta1) g
 * v = beta2 v + (1 - beta2) g^2
 * w = w - lr (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + eps)
 * }</pre>
 */
public sealed class Adam extends Optimizer permits AdamW {
    private final float[] m;
    private final float[] v;
    private float[] vLargest = {};
    private double beta1 = 0.9;
    private double beta2 = 0.999;
    private double eps = 1e-8;

    /**
     * With PyTorch's constants: betas 0.9 and 0.999, eps 1e-8, no weight decay.
     *
     * @param params the parameters; changed by each step
     * @param lr     learning rate
     * @throws IllegalArgumentException if there is no parameter, one is constant or given twice, or lr is not positive
     */
    public Adam(List<Var> params, double lr) {
        this(params, lr, 0);
    }

    Adam(List<Var> params, double lr, double weightDecay) {
        super(params, lr, weightDecay);
        m = new float[size()];
        v = new float[size()];
    }

    /**
     * How much of the running means is kept at each step: of the gradient, and of its square.
     *
     * @throws IllegalArgumentException outside [0, 1)
     */
    public final Adam betas(double first, double second) {
        require(first >= 0 && first < 1 && second >= 0 && second < 1,
                "betas " + first + " and " + second + " are not both in [0, 1)");
        beta1 = first;
        beta2 = second;
        return this;
    }

    /**
     * What is added to the divisor.
     *
     * @throws IllegalArgumentException if it is negative, infinite or NaN
     */
    public final Adam eps(double newEps) {
        require(newEps >= 0 && newEps < Double.POSITIVE_INFINITY, "eps " + newEps + " is negative or no number");
        eps = newEps;
        return this;
    }

    /** Divides by the largest v so far, so that steps never grow again: "On the Convergence of Adam and Beyond". */
    public final Adam amsgrad() {
        vLargest = new float[size()];
        return this;
    }

    AdamStep constants(double decay) {
        return AdamStep.adam(steps(), lr(), beta1, beta2, eps, decay);
    }

    final AdamStep decoupled(double decay) {
        return AdamStep.adamW(steps(), lr(), beta1, beta2, eps, decay);
    }

    @Override
    final void update(float[] w, float[] grad, int first, double decay) {
        AdamStep step = constants(decay);
        if (vLargest.length == 0) {
            Kernels.forRow(w.length).adam(w.length, w, grad, m, v, first, step);
        } else {
            amsgrad(w, grad, first, step);
        }
    }

    private void amsgrad(float[] w, float[] grad, int first, AdamStep step) {
        for (int i = 0; i < w.length; i++) {
            int s = first + i;
            float g = grad[i] + step.l2() * w[i];
            m[s] += step.mRate() * (g - m[s]);
            v[s] = step.vKeep() * v[s] + step.vRate() * (g * g);
            vLargest[s] = Math.max(vLargest[s], v[s]);
            float root = (float) Math.sqrt(vLargest[s]) * step.rootScale() + step.eps();
            w[i] = step.decay() * w[i] - step.size() * m[s] / root;
        }
    }

    @Override
    final Map<String, float[]> arrays() {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        arrays.put("m", m);
        arrays.put("v", v);
        if (vLargest.length > 0) {
            arrays.put("vLargest", vLargest);
        }
        return arrays;
    }
}
