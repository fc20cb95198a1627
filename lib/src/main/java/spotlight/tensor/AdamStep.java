package spotlight.tensor;

/**
 * The constants of one step of Adam, as {@link Kernels#adam} uses them:
 *
 * <pre>{@code
 * g = gradScale g + l2 w
 * m = m + mRate (g - m)
 * v = vKeep v + vRate g^2
 * w = decay w - size m / (rootScale sqrt(v) + eps)
 * }</pre>
 *
 * @param gradScale factor of every gradient, for clipping; 1 leaves them alone
 * @param l2        weight decay that is part of the gradient, as in Adam; 0 in AdamW
 * @param decay     factor of every parameter, the decoupled weight decay of AdamW; 1 in Adam
 * @param mRate     {@code 1 - beta1}
 * @param vKeep     {@code beta2}
 * @param vRate     {@code 1 - beta2}, rounded once: in float32 1 - 0.999f is off by 1e-5 of itself
 * @param size      {@code lr / (1 - beta1^step)}
 * @param rootScale {@code 1 / sqrt(1 - beta2^step)}
 * @param eps       keeps the step finite where v is 0
 */
public record AdamStep(float gradScale, float l2, float decay, float mRate, float vKeep, float vRate, float size,
        float rootScale, float eps) {

    /** "Adam: A Method for Stochastic Optimization", algorithm 1, weight decay being added to the gradient. */
    public static AdamStep adam(int step, double lr, double beta1, double beta2, double eps, double weightDecay) {
        return new AdamStep(1, (float) weightDecay, 1, (float) (1 - beta1), (float) beta2, (float) (1 - beta2),
                (float) (lr / (1 - Math.pow(beta1, step))), (float) (1 / Math.sqrt(1 - Math.pow(beta2, step))),
                (float) eps);
    }

    /** "Decoupled Weight Decay Regularization", algorithm 2: {@code w = (1 - lr weightDecay) w}, then Adam. */
    public static AdamStep adamW(int step, double lr, double beta1, double beta2, double eps, double weightDecay) {
        AdamStep adam = adam(step, lr, beta1, beta2, eps, 0);
        return new AdamStep(1, 0, (float) (1 - lr * weightDecay), adam.mRate, adam.vKeep, adam.vRate, adam.size,
                adam.rootScale, adam.eps);
    }

    /** The same step with every gradient times this factor. */
    public AdamStep withGradScale(float factor) {
        return new AdamStep(factor, l2, decay, mRate, vKeep, vRate, size, rootScale, eps);
    }
}
