package spotlight.tensor;

import static spotlight.tensor.RowKernels.STATS;
import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;
import static spotlight.tensor.VectorMath.broadcast;
import static spotlight.tensor.VectorMath.load;

import jdk.incubator.vector.FloatVector;

/**
 * Layer norm on vector registers. Each step is done for a few rows before the next step begins: the rows do not wait
 * for each other, but the steps of one row do, for sums, a division and a square root.
 */
final class VectorNorms {
    private VectorNorms() {
    }

    static void layerNorm(int rows, int n, float[] x, float[] weight, float[] bias, float eps, float[] y,
            float[] stats) {
        int block = VectorSoftmax.block(n);
        for (int first = 0; first < rows; first += block) {
            int end = Math.min(first + block, rows);
            measure(first, end, n, x, eps, stats);
            for (int r = first; r < end; r++) {
                normalise(r, n, x, weight, bias, y, stats);
            }
        }
    }

    static void backward(int rows, int n, float[] x, float[] weight, float[] stats, float[] dy, float[] dx,
            float[] dWeight, float[] dBias) {
        int block = VectorSoftmax.block(n);
        float[] line = new float[2 * block];
        for (int first = 0; first < rows; first += block) {
            int end = Math.min(first + block, rows);
            for (int r = first; r < end; r++) {
                gather(r, n, x, weight, stats, dy, dWeight, dBias, line, 2 * (r - first));
            }
            for (int r = first; r < end; r++) {
                spread(r, n, x, weight, stats, dy, dx, line[2 * (r - first)], line[2 * (r - first) + 1]);
            }
        }
    }

    /** The stats of some rows. */
    private static void measure(int first, int end, int n, float[] x, float eps, float[] stats) {
        for (int r = first; r < end; r++) {
            float origin = x[r * n]; // sums of differences are exact wherever the row lies
            double mean = origin + VectorReductions.sum(x, r * n, n, origin) / (double) n;
            stats[r * STATS] = (float) mean;
            stats[r * STATS + 1] = (float) (mean - stats[r * STATS]); // 3e-5 of a mean of 1000
        }
        for (int r = first; r < end; r++) {
            float squares = VectorReductions.squares(x, r * n, n, stats[r * STATS]) / n;
            float rest = stats[r * STATS + 1];
            stats[r * STATS + 2] = (float) (1 / Math.sqrt(Math.max(0, squares - rest * rest) + eps));
        }
    }

    private static void normalise(int r, int n, float[] x, float[] weight, float[] bias, float[] y, float[] stats) {
        int row = r * n;
        float m = stats[r * STATS];
        float s = stats[r * STATS + 2];
        float shift = -stats[r * STATS + 1] * s;
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            FloatVector u = load(x, row + i).sub(m).fma(broadcast(s), broadcast(shift));
            u.fma(load(weight, i), load(bias, i)).intoArray(y, row + i);
        }
        for (; i < n; i++) {
            y[row + i] = Math.fma(Math.fma(x[row + i] - m, s, shift), weight[i], bias[i]);
        }
    }

    /** What a row adds to the gradients of weight and bias, and from its two means slope and constant for its dx. */
    private static void gather(int r, int n, float[] x, float[] weight, float[] stats, float[] dy, float[] dWeight,
            float[] dBias, float[] line, int at) {
        int row = r * n;
        float m = stats[r * STATS];
        float s = stats[r * STATS + 2];
        float shift = -stats[r * STATS + 1] * s;
        FloatVector sums = broadcast(0);
        FloatVector products = broadcast(0);
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            FloatVector u = load(x, row + i).sub(m).fma(broadcast(s), broadcast(shift));
            FloatVector g = load(dy, row + i);
            FloatVector du = g.mul(load(weight, i));
            sums = sums.add(du);
            products = u.fma(du, products);
            u.fma(g, load(dWeight, i)).intoArray(dWeight, i);
            g.add(load(dBias, i)).intoArray(dBias, i);
        }
        float sum = VectorMath.sum(sums);
        float product = VectorMath.sum(products);
        for (; i < n; i++) {
            float u = Math.fma(x[row + i] - m, s, shift);
            float du = dy[row + i] * weight[i];
            sum += du;
            product += u * du;
            dWeight[i] += u * dy[row + i];
            dBias[i] += dy[row + i];
        }
        // dx = (du - mean(du) - u mean(u du)) s with u = (x - m) s + shift is du s + (x - m) a + b
        line[at] = -product / n * s * s;
        line[at + 1] = -(sum + product * shift) / n * s;
    }

    /** {@code dx = du s + (x - m) a + b} for one row. */
    private static void spread(int r, int n, float[] x, float[] weight, float[] stats, float[] dy, float[] dx,
            float a, float b) {
        int row = r * n;
        float m = stats[r * STATS];
        float s = stats[r * STATS + 2];
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            FloatVector rest = load(x, row + i).sub(m).fma(broadcast(a), broadcast(b));
            load(dy, row + i).mul(load(weight, i)).fma(broadcast(s), rest).intoArray(dx, row + i);
        }
        for (; i < n; i++) {
            dx[row + i] = Math.fma(dy[row + i] * weight[i], s, Math.fma(x[row + i] - m, a, b));
        }
    }
}
