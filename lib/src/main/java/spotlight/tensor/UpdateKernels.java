package spotlight.tensor;

/**
 * What gathers gradients and moves parameters. The loops here are the specification; {@code VectorUpdates} computes the
 * same on vector registers.
 */
public interface UpdateKernels {

    /** {@code y += alpha x} for n elements. */
    default void axpy(int n, float alpha, float[] x, int xFrom, float[] y, int yFrom) {
        for (int i = 0; i < n; i++) {
            y[yFrom + i] = Fma.fma(alpha, x[xFrom + i], y[yFrom + i]);
        }
    }

    /** The sum of {@code x^2} over n elements, for the norm of a gradient. */
    default double sumOfSquares(int n, float[] x, int from) {
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += (double) x[i] * x[i];
        }
        return sum;
    }

    /**
     * One step of Adam or AdamW for n parameters, in the order of PyTorch; the constants say which.
     *
     * @param w    parameters [n]; updated
     * @param g    their gradients [n]; not modified
     * @param m    running means of the gradients, those of w starting at {@code from}; updated
     * @param v    running means of their squares, likewise
     * @param step the constants of this step
     */
    default void adam(int n, float[] w, float[] g, float[] m, float[] v, int from, AdamStep step) {
        for (int i = 0; i < n; i++) {
            adam(i, from + i, w, g, m, v, step);
        }
    }

    /** That step for parameter i, whose means stand at s. */
    static void adam(int i, int s, float[] w, float[] g, float[] m, float[] v, AdamStep step) {
        float grad = step.gradScale() * g[i] + step.l2() * w[i];
        m[s] += step.mRate() * (grad - m[s]);
        v[s] = step.vKeep() * v[s] + step.vRate() * (grad * grad);
        float root = (float) Math.sqrt(v[s]) * step.rootScale() + step.eps();
        w[i] = step.decay() * w[i] - step.size() * m[s] / root;
    }
}
