package spotlight.tensor;

import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;
import static spotlight.tensor.VectorMath.broadcast;
import static spotlight.tensor.VectorMath.load;

import jdk.incubator.vector.FloatVector;

/** {@link UpdateKernels} on vector registers. */
interface VectorUpdates extends UpdateKernels {
    /** So many squares are added in float32, if that holds them, before they join the sum in double. */
    int BLOCK = 1024;

    @Override
    default void axpy(int n, float alpha, float[] x, int xFrom, float[] y, int yFrom) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            load(x, xFrom + i).fma(broadcast(alpha), load(y, yFrom + i)).intoArray(y, yFrom + i);
        }
        UpdateKernels.super.axpy(n - i, alpha, x, xFrom + i, y, yFrom + i);
    }

    @Override
    default double sumOfSquares(int n, float[] x, int from) {
        double sum = 0;
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i);
            double squares = VectorReductions.dot(x, from + i, x, from + i, length);
            sum += Double.isFinite(squares) ? squares : UpdateKernels.super.sumOfSquares(length, x, from + i);
        }
        return sum;
    }

    @Override
    default void adam(int n, float[] w, float[] g, float[] m, float[] v, int from, AdamStep step) {
        FloatVector eps = broadcast(step.eps());
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            FloatVector weight = load(w, i);
            FloatVector grad = weight.fma(broadcast(step.l2()), load(g, i).mul(step.gradScale()));
            FloatVector mean = load(m, from + i);
            mean = grad.sub(mean).fma(broadcast(step.mRate()), mean);
            FloatVector square = grad.mul(grad).fma(broadcast(step.vRate()), load(v, from + i).mul(step.vKeep()));
            FloatVector root = square.sqrt().fma(broadcast(step.rootScale()), eps);
            mean.intoArray(m, from + i);
            square.intoArray(v, from + i);
            weight.mul(step.decay()).sub(mean.mul(step.size()).div(root)).intoArray(w, i);
        }
        for (; i < n; i++) {
            UpdateKernels.adam(i, from + i, w, g, m, v, step);
        }
    }
}
