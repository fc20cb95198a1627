package spotlight.tensor;

import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;
import static spotlight.tensor.VectorMath.broadcast;
import static spotlight.tensor.VectorMath.load;

/**
 * Softmax on vector registers. Each step is done for a block of rows before the next step begins: rows do not wait for
 * each other, but the steps of one row do, for its maximum and its sum.
 */
final class VectorSoftmax {
    private VectorSoftmax() {
    }

    /** So many rows that they stay in the fastest cache from step to step. */
    static int block(int n) {
        return Math.max(1, Math.min(16, 4096 / n));
    }

    static void softmax(int rows, int n, float[] x, float[] y) {
        float[] sums = new float[block(n)];
        for (int row = 0; row < rows; row += sums.length) {
            int count = Math.min(sums.length, rows - row);
            for (int r = 0; r < count; r++) {
                sums[r] = VectorReductions.max(x, (row + r) * n, n);
            }
            for (int r = 0; r < count; r++) {
                sums[r] = VectorReductions.exp(x, (row + r) * n, n, sums[r], y);
            }
            for (int r = 0; r < count; r++) {
                scale(y, (row + r) * n, n, 1 / sums[r]);
            }
        }
    }

    /** {@code y = factor y} for one row. */
    static void scale(float[] y, int row, int n, float factor) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            load(y, row + i).mul(factor).intoArray(y, row + i);
        }
        for (; i < n; i++) {
            y[row + i] *= factor;
        }
    }

    static void backward(int rows, int n, float[] y, float[] dy, float[] dx) {
        for (int row = 0; row < rows * n; row += n) {
            spread(n, y, dy, dx, row, VectorReductions.dot(y, row, dy, row, n));
        }
    }

    /** {@code dx = y (dy - sum)} for one row. */
    private static void spread(int n, float[] y, float[] dy, float[] dx, int row, float sum) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            load(dy, row + i).sub(sum).mul(load(y, row + i)).intoArray(dx, row + i);
        }
        for (; i < n; i++) {
            dx[row + i] = (dy[row + i] - sum) * y[row + i];
        }
    }

    static void logSoftmax(int rows, int n, float[] x, float[] y) {
        float[] max = new float[block(n)];
        float[] sums = new float[max.length];
        for (int row = 0; row < rows; row += max.length) {
            int count = Math.min(max.length, rows - row);
            for (int r = 0; r < count; r++) {
                max[r] = VectorReductions.max(x, (row + r) * n, n);
            }
            for (int r = 0; r < count; r++) {
                sums[r] = VectorReductions.sumOfExp(x, (row + r) * n, n, max[r]);
            }
            for (int r = 0; r < count; r++) {
                lower(x, (row + r) * n, n, max[r], VectorMath.log(sums[r]), y);
            }
        }
    }

    /** {@code y = x - max - logSum} for one row, the difference of large numbers first. */
    private static void lower(float[] x, int row, int n, float max, float logSum, float[] y) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            load(x, row + i).sub(max).sub(logSum).intoArray(y, row + i);
        }
        for (; i < n; i++) {
            y[row + i] = x[row + i] - max - logSum;
        }
    }

    static void logBackward(int rows, int n, float[] y, float[] dy, float[] dx) {
        for (int row = 0; row < rows * n; row += n) {
            float sum = VectorReductions.sum(dy, row, n, 0);
            int i = 0;
            for (; i < S.loopBound(n); i += LANES) {
                VectorMath.expOfNegative(load(y, row + i)).fma(broadcast(-sum), load(dy, row + i)).intoArray(dx,
                        row + i);
            }
            for (; i < n; i++) {
                dx[row + i] = dy[row + i] - VectorMath.exp(y[row + i]) * sum;
            }
        }
    }
}
