package spotlight.tensor;

import java.util.Arrays;

/**
 * Row by row of matrices [rows,n]: softmax, layer norm, cross entropy, each with its backward. The loops here are the
 * specification; {@code VectorRows} computes the same on vector registers. Sums over a row are kept in double, so that
 * a faster kernel is compared with something better than itself.
 *
 * <p>A backward gets the gradient dy of the loss for the result y and writes the gradient dx for x. Results may be
 * written over the operands: y may be x, and dx may be dy.
 */
public interface RowKernels {
    /** How many numbers layer norm keeps of each row for its backward. */
    int STATS = 3;

    /** Softmax of each row: {@code y_i = e^(x_i - max x) / sum_j e^(x_j - max x)}. */
    default void softmax(int rows, int n, float[] x, float[] y) {
        for (int row = 0; row < rows * n; row += n) {
            float max = max(x, row, n);
            double sum = 0;
            for (int i = row; i < row + n; i++) {
                y[i] = (float) Math.exp(x[i] - max);
                sum += y[i];
            }
            for (int i = row; i < row + n; i++) {
                y[i] = (float) (y[i] / sum);
            }
        }
    }

    /** From y: {@code dx_i = y_i (dy_i - sum_j y_j dy_j)}. */
    default void softmaxBackward(int rows, int n, float[] y, float[] dy, float[] dx) {
        for (int row = 0; row < rows * n; row += n) {
            double sum = 0;
            for (int i = row; i < row + n; i++) {
                sum += (double) y[i] * dy[i];
            }
            for (int i = row; i < row + n; i++) {
                dx[i] = (float) (y[i] * (dy[i] - sum));
            }
        }
    }

    /** Logarithm of softmax of each row: {@code y_i = x_i - max x - ln sum_j e^(x_j - max x)}. */
    default void logSoftmax(int rows, int n, float[] x, float[] y) {
        for (int row = 0; row < rows * n; row += n) {
            float max = max(x, row, n);
            double logSum = Math.log(sumOfExp(x, row, n, max));
            for (int i = row; i < row + n; i++) {
                y[i] = (float) (x[i] - max - logSum);
            }
        }
    }

    /** From y: {@code dx_i = dy_i - e^y_i sum_j dy_j}. */
    default void logSoftmaxBackward(int rows, int n, float[] y, float[] dy, float[] dx) {
        for (int row = 0; row < rows * n; row += n) {
            double sum = 0;
            for (int i = row; i < row + n; i++) {
                sum += dy[i];
            }
            for (int i = row; i < row + n; i++) {
                dx[i] = (float) (dy[i] - Math.exp(y[i]) * sum);
            }
        }
    }

    /**
     * Cross entropy from logits and its gradient at once: {@code losses_r = -ln softmax(logits_r)[targets_r]} and
     * {@code dLogits_r = softmax(logits_r) - onehot(targets_r)}. Both are 0 in rows whose target is {@code ignore},
     * whatever their logits.
     *
     * @param targets an index of 0..n-1 for each row, or {@code ignore}
     * @param dLogits [rows,n]; may be the array of the logits
     */
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
            double sum = sumOfExp(logits, row, n, max);
            losses[r] = (float) (Math.log(sum) - (logits[row + targets[r]] - max));
            for (int i = row; i < row + n; i++) {
                dLogits[i] = (float) (Math.exp(logits[i] - max) / sum);
            }
            dLogits[row + targets[r]] -= 1;
        }
    }

    /**
     * Layer norm of each row: {@code y = (x - mean) / sqrt(variance + eps) * weight + bias}. Two passes, the mean
     * first: the mean of squares minus the square of the mean loses all digits at mean 1000.
     *
     * @param stats [rows,STATS], written for the backward: the mean, what rounding took from it, and
     *              {@code 1 / sqrt(variance + eps)}
     */
    default void layerNorm(int rows, int n, float[] x, float[] weight, float[] bias, float eps, float[] y,
            float[] stats) {
        for (int r = 0; r < rows; r++) {
            int row = r * n;
            double mean = mean(x, row, n);
            double scale = 1 / Math.sqrt(variance(x, row, n, mean) + eps);
            stats[r * STATS] = (float) mean;
            stats[r * STATS + 1] = (float) (mean - stats[r * STATS]);
            stats[r * STATS + 2] = (float) scale;
            for (int i = 0; i < n; i++) {
                y[row + i] = (float) ((x[row + i] - mean) * scale * weight[i] + bias[i]);
            }
        }
    }

    /** The same where no backward follows. */
    default void layerNorm(int rows, int n, float[] x, float[] weight, float[] bias, float eps, float[] y) {
        layerNorm(rows, n, x, weight, bias, eps, y, new float[STATS * rows]);
    }

    /**
     * Backward of layer norm. With {@code u = (x - mean) / sqrt(variance + eps)} and {@code du = dy weight} per row:
     * {@code dx = (du - mean(du) - u mean(u du)) / sqrt(variance + eps)}, and over all rows {@code dWeight += dy u},
     * {@code dBias += dy}.
     *
     * @param stats   [rows,STATS], from {@link #layerNorm}
     * @param dWeight [n]; added to
     * @param dBias   [n]; added to
     */
    default void layerNormBackward(int rows, int n, float[] x, float[] weight, float[] stats, float[] dy, float[] dx,
            float[] dWeight, float[] dBias) {
        for (int r = 0; r < rows; r++) {
            int row = r * n;
            double mean = (double) stats[r * STATS] + stats[r * STATS + 1];
            double scale = stats[r * STATS + 2];
            double sum = 0;
            double product = 0;
            for (int i = 0; i < n; i++) {
                double u = (x[row + i] - mean) * scale;
                double du = (double) dy[row + i] * weight[i];
                sum += du;
                product += u * du;
                dWeight[i] += (float) (dy[row + i] * u);
                dBias[i] += dy[row + i];
            }
            for (int i = 0; i < n; i++) {
                double u = (x[row + i] - mean) * scale;
                double du = (double) dy[row + i] * weight[i];
                dx[row + i] = (float) ((du - sum / n - u * product / n) * scale);
            }
        }
    }

    /** {@code sums_i += x_0i + x_1i + ...}, the gradient of a bias. */
    default void columnSums(int rows, int n, float[] x, float[] sums) {
        for (int row = 0; row < rows * n; row += n) {
            for (int i = 0; i < n; i++) {
                sums[i] += x[row + i];
            }
        }
    }

    /** The largest element; a NaN is passed over here and shows in the sum that follows. */
    private static float max(float[] x, int from, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + n; i++) {
            max = x[i] > max ? x[i] : max;
        }
        return max;
    }

    private static double sumOfExp(float[] x, int from, int n, float max) {
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += Math.exp(x[i] - max);
        }
        return sum;
    }

    private static double mean(float[] x, int from, int n) {
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += x[i];
        }
        return sum / n;
    }

    /** The mean of squares, divided by n, not n - 1. */
    private static double variance(float[] x, int from, int n, double mean) {
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += (x[i] - mean) * (x[i] - mean);
        }
        return sum / n;
    }
}
