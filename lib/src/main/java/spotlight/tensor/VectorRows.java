package spotlight.tensor;

import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;
import static spotlight.tensor.VectorMath.load;
import static spotlight.tensor.VectorReductions.max;

import java.util.Arrays;

/**
 * {@link RowKernels} on vector registers. A row is gone through two to four times while it lies in the fastest cache;
 * what does not fill a vector at its end is computed one by one.
 */
interface VectorRows extends RowKernels {

    @Override
    default void softmax(int rows, int n, float[] x, float[] y) {
        VectorSoftmax.softmax(rows, n, x, y);
    }

    @Override
    default void softmaxBackward(int rows, int n, float[] y, float[] dy, float[] dx) {
        VectorSoftmax.backward(rows, n, y, dy, dx);
    }

    @Override
    default void logSoftmax(int rows, int n, float[] x, float[] y) {
        VectorSoftmax.logSoftmax(rows, n, x, y);
    }

    @Override
    default void logSoftmaxBackward(int rows, int n, float[] y, float[] dy, float[] dx) {
        VectorSoftmax.logBackward(rows, n, y, dy, dx);
    }

    @Override
    default void crossEntropy(int rows, int n, float[] logits, int[] targets, int ignore, float[] losses,
            float[] dLogits) {
        for (int r = 0; r < rows; r++) {
            int row = r * n;
            if (targets[r] == ignore) {
                losses[r] = 0;
                Arrays.fill(dLogits, row, row + n, 0);
                continue;
            }
            float max = max(logits, row, n);
            float target = logits[row + targets[r]] - max;
            float sum = VectorReductions.exp(logits, row, n, max, dLogits);
            VectorSoftmax.scale(dLogits, row, n, 1 / sum);
            dLogits[row + targets[r]] -= 1;
            losses[r] = VectorMath.log(sum) - target;
        }
    }

    @Override
    default void layerNorm(int rows, int n, float[] x, float[] weight, float[] bias, float eps, float[] y,
            float[] stats) {
        VectorNorms.layerNorm(rows, n, x, weight, bias, eps, y, stats);
    }

    @Override
    default void layerNormBackward(int rows, int n, float[] x, float[] weight, float[] stats, float[] dy, float[] dx,
            float[] dWeight, float[] dBias) {
        VectorNorms.backward(rows, n, x, weight, stats, dy, dx, dWeight, dBias);
    }

    /** Four rows at a time, so that the sums are loaded and stored a quarter as often; the order is still theirs. */
    @Override
    default void columnSums(int rows, int n, float[] x, float[] sums) {
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int a = row * n;
            int i = 0;
            for (; i < S.loopBound(n); i += LANES) {
                load(sums, i).add(load(x, a + i)).add(load(x, a + n + i)).add(load(x, a + 2 * n + i))
                        .add(load(x, a + 3 * n + i)).intoArray(sums, i);
            }
            for (; i < n; i++) {
                sums[i] = sums[i] + x[a + i] + x[a + n + i] + x[a + 2 * n + i] + x[a + 3 * n + i];
            }
        }
        for (; row < rows; row++) {
            for (int i = 0; i < n; i++) { // three rows at most
                sums[i] += x[row * n + i];
            }
        }
    }
}
