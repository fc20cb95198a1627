package spotlight.tensor;

import java.util.Arrays;

/** Sums, means, extremes: along one dimension, or over everything. Sums are kept in double. */
final class Reduce {
    private Reduce() {
    }

    static double sum(float[] x) {
        double sum = 0;
        for (float value : x) {
            sum += value;
        }
        return sum;
    }

    /** The largest element, NaN if there is one. */
    static float max(Tensor x) {
        notEmpty("max", x);
        float max = Float.NEGATIVE_INFINITY;
        for (float value : x.data()) {
            max = Math.max(max, value);
        }
        return max;
    }

    /** The smallest element, NaN if there is one. */
    static float min(Tensor x) {
        notEmpty("min", x);
        float min = Float.POSITIVE_INFINITY;
        for (float value : x.data()) {
            min = Math.min(min, value);
        }
        return min;
    }

    /** Sums along one dimension, each divided by {@code divisor}; the dimension is dropped. */
    static Tensor sum(String op, Tensor x, int dim, boolean mean) {
        int[] shape = x.shape();
        int d = Shapes.dim(op, dim, shape);
        int inner = Shapes.product(shape, d + 1, shape.length);
        int n = shape[d];
        float[] y = Buffers.take(Shapes.product(shape, 0, d) * inner);
        for (int i = 0; i < y.length; i++) {
            int first = i / inner * n * inner + i % inner;
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += x.data()[first + j * inner];
            }
            y[i] = (float) (mean ? sum / n : sum);
        }
        return Tensor.wrap(y, without(shape, d));
    }

    /** The largest along one dimension, which is dropped; NaN where there is one. */
    static Tensor max(Tensor x, int dim) {
        int[] shape = x.shape();
        int d = Shapes.dim("max", dim, shape);
        int inner = Shapes.product(shape, d + 1, shape.length);
        int n = shape[d];
        float[] y = Buffers.take(Shapes.product(shape, 0, d) * inner);
        Shapes.require(n > 0 || y.length == 0,
                () -> "max: dimension " + dim + " of tensor " + Shapes.format(shape) + " is empty");
        for (int i = 0; i < y.length; i++) {
            int first = i / inner * n * inner + i % inner;
            float max = Float.NEGATIVE_INFINITY;
            for (int j = 0; j < n; j++) {
                max = Math.max(max, x.data()[first + j * inner]);
            }
            y[i] = max;
        }
        return Tensor.wrap(y, without(shape, d));
    }

    /** Per row the first index of the largest element; the first NaN, if there is one, counts as the largest. */
    static int[] argmax(Tensor x) {
        int[] shape = x.shape();
        int d = Shapes.dim("argmax", -1, shape);
        int n = shape[d];
        int[] best = new int[Shapes.product(shape, 0, d)];
        Shapes.require(n > 0 || best.length == 0,
                () -> "argmax: the rows of tensor " + Shapes.format(shape) + " are empty");
        for (int row = 0; row < best.length; row++) {
            for (int i = 1; i < n; i++) {
                if (Float.compare(x.data()[row * n + i] + 0f, x.data()[row * n + best[row]] + 0f) > 0) {
                    best[row] = i; // compare puts NaN above all; + 0f makes -0 a 0
                }
            }
        }
        return best;
    }

    private static void notEmpty(String op, Tensor x) {
        Shapes.require(x.size() > 0, () -> op + ": tensor " + Shapes.format(x.shape()) + " is empty");
    }

    private static int[] without(int[] shape, int d) {
        return Shapes.append(Arrays.copyOf(shape, d), Arrays.copyOfRange(shape, d + 1, shape.length));
    }
}
