package spotlight.tensor;

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
    private final int rows;
    private final float[] mean;
    private final float[] rest; // what rounding took from the mean: 3e-5 of a mean of 1000
    private final float[] scale; // 1 / sqrt(variance + eps)
    private final float[] slope;
    private final float[] constant;

    private VectorNorms(int n) {
        rows = VectorSoftmax.block(n);
        mean = new float[rows];
        rest = new float[rows];
        scale = new float[rows];
        slope = new float[rows];
        constant = new float[rows];
    }

    static void layerNorm(int rows, int n, float[] x, float[] weight, float[] bias, float eps, float[] y) {
        VectorNorms block = new VectorNorms(n);
        for (int row = 0; row < rows; row += block.rows) {
            int count = Math.min(block.rows, rows - row);
            block.measure(count, n, x, row * n, eps);
            for (int r = 0; r < count; r++) {
                block.normalise(r, n, x, (row + r) * n, weight, bias, y);
            }
        }
    }

    static void backward(int rows, int n, float[] x, float[] weight, float eps, float[] dy, float[] dx, float[] dWeight,
            float[] dBias) {
        VectorNorms block = new VectorNorms(n);
        for (int row = 0; row < rows; row += block.rows) {
            int count = Math.min(block.rows, rows - row);
            block.measure(count, n, x, row * n, eps);
            for (int r = 0; r < count; r++) {
                block.gather(r, n, x, (row + r) * n, weight, dy, dWeight, dBias);
            }
            for (int r = 0; r < count; r++) {
                block.spread(r, n, x, (row + r) * n, weight, dy, dx);
            }
        }
    }

    private void measure(int count, int n, float[] x, int from, float eps) {
        for (int r = 0; r < count; r++) {
            float origin = x[from + r * n]; // sums of differences are exact wherever the row lies
            double exact = origin + VectorReductions.sum(x, from + r * n, n, origin) / (double) n;
            mean[r] = (float) exact;
            rest[r] = (float) (exact - mean[r]);
        }
        for (int r = 0; r < count; r++) {
            float squares = VectorReductions.squares(x, from + r * n, n, mean[r]) / n;
            scale[r] = (float) (1 / Math.sqrt(Math.max(0, squares - rest[r] * rest[r]) + eps));
        }
    }

    private void normalise(int r, int n, float[] x, int row, float[] weight, float[] bias, float[] y) {
        float m = mean[r];
        float s = scale[r];
        float shift = -rest[r] * s;
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            FloatVector u = load(x, row + i).sub(m).fma(broadcast(s), broadcast(shift));
            u.fma(load(weight, i), load(bias, i)).intoArray(y, row + i);
        }
        for (; i < n; i++) {
            y[row + i] = Math.fma(Math.fma(x[row + i] - m, s, shift), weight[i], bias[i]);
        }
    }

    /** The two means of a row, and what it adds to the gradients of weight and bias. */
    private void gather(int r, int n, float[] x, int row, float[] weight, float[] dy, float[] dWeight, float[] dBias) {
        float m = mean[r];
        float s = scale[r];
        float shift = -rest[r] * s;
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
        // dx = (du - mean(du) - u mean(u du)) s with u = (x - m) s + shift is du s + (x - m) slope + constant
        slope[r] = -product / n * s * s;
        constant[r] = -(sum + product * shift) / n * s;
    }

    /** dx from these means. */
    private void spread(int r, int n, float[] x, int row, float[] weight, float[] dy, float[] dx) {
        float m = mean[r];
        float s = scale[r];
        float a = slope[r];
        float b = constant[r];
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
