package spotlight.tensor;

import java.util.Arrays;

/**
 * The specification: every kernel as the plainest loop that computes it. It also runs where the vector module is
 * missing. Sums over a row are kept in double, so that a faster kernel is compared with something better than itself.
 */
public sealed class ScalarKernels implements Kernels permits VectorKernels {

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void gemm(boolean aT, boolean bT, int m, int n, int k, float[] a, int aFrom, int aRow, float[] b, int bFrom,
            int bRow, boolean add, float[] c, int cFrom, int cRow) {
        int aDown = aT ? 1 : aRow; // from op(a)[i,p] to op(a)[i+1,p]
        int aRight = aT ? aRow : 1; // and to op(a)[i,p+1]
        for (int i = 0; i < m; i++) {
            int row = cFrom + i * cRow;
            if (!add) {
                Arrays.fill(c, row, row + n, 0);
            }
            if (bT) {
                rowNT(n, k, a, aFrom + i * aDown, aRight, b, bFrom, bRow, c, row);
            } else {
                rowNN(n, k, a, aFrom + i * aDown, aRight, b, bFrom, bRow, c, row);
            }
        }
    }

    /** One row of c gathers the rows of b, each times one element of a. */
    private static void rowNN(int n, int k, float[] a, int aFrom, int aRight, float[] b, int bFrom, int bRow,
            float[] c, int cFrom) {
        for (int p = 0; p < k; p++) {
            float x = a[aFrom + p * aRight];
            for (int j = 0; j < n; j++) {
                c[cFrom + j] = Math.fma(x, b[bFrom + p * bRow + j], c[cFrom + j]);
            }
        }
    }

    /** One row of c, each element the dot product with a row of b. */
    private static void rowNT(int n, int k, float[] a, int aFrom, int aRight, float[] b, int bFrom, int bRow,
            float[] c, int cFrom) {
        for (int j = 0; j < n; j++) {
            float sum = c[cFrom + j];
            for (int p = 0; p < k; p++) {
                sum = Math.fma(a[aFrom + p * aRight], b[bFrom + j * bRow + p], sum);
            }
            c[cFrom + j] = sum;
        }
    }

    @Override
    public float dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return (float) sum;
    }

    @Override
    public void add(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c, int cFrom) {
        for (int i = 0; i < n; i++) {
            c[cFrom + i] = a[aFrom + i * aStep] + b[bFrom + i * bStep];
        }
    }

    @Override
    public void subtract(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        for (int i = 0; i < n; i++) {
            c[cFrom + i] = a[aFrom + i * aStep] - b[bFrom + i * bStep];
        }
    }

    @Override
    public void multiply(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        for (int i = 0; i < n; i++) {
            c[cFrom + i] = a[aFrom + i * aStep] * b[bFrom + i * bStep];
        }
    }

    @Override
    public void divide(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        for (int i = 0; i < n; i++) {
            c[cFrom + i] = a[aFrom + i * aStep] / b[bFrom + i * bStep];
        }
    }

    @Override
    public void exp(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = exp(x[i]);
        }
    }

    @Override
    public void tanh(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = tanh(x[i]);
        }
    }

    @Override
    public void sigmoid(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = sigmoid(x[i]);
        }
    }

    @Override
    public void relu(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = relu(x[i]);
        }
    }

    @Override
    public void gelu(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = gelu(x[i]);
        }
    }

    @Override
    public void geluTanh(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = geluTanh(x[i]);
        }
    }

    @Override
    public void silu(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = silu(x[i]);
        }
    }

    @Override
    public void softmax(int rows, int n, float[] x, float[] y) {
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

    @Override
    public void logSoftmax(int rows, int n, float[] x, float[] y) {
        for (int row = 0; row < rows * n; row += n) {
            float max = max(x, row, n);
            double sum = 0;
            for (int i = row; i < row + n; i++) {
                sum += Math.exp(x[i] - max);
            }
            double logSum = Math.log(sum);
            for (int i = row; i < row + n; i++) {
                y[i] = (float) (x[i] - max - logSum);
            }
        }
    }

    /** Two passes, the mean first: the mean of squares minus the square of the mean loses all digits at mean 1000. */
    @Override
    public void layerNorm(int rows, int n, float[] x, float[] weight, float[] bias, float eps, float[] y) {
        for (int row = 0; row < rows * n; row += n) {
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += x[row + i] / (double) n;
            }
            double variance = 0; // divided by n, not n - 1
            for (int i = 0; i < n; i++) {
                variance += (x[row + i] - mean) * (x[row + i] - mean) / n;
            }
            double scale = 1 / Math.sqrt(variance + eps);
            for (int i = 0; i < n; i++) {
                y[row + i] = (float) ((x[row + i] - mean) * scale * weight[i] + bias[i]);
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

    static float exp(float x) {
        return (float) Math.exp(x);
    }

    static float tanh(float x) {
        return (float) Math.tanh(x);
    }

    static float sigmoid(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }

    static float relu(float x) {
        return Math.max(x, 0);
    }

    static float gelu(float x) {
        return (float) (x * Erf.erfc(-x * Math.sqrt(0.5)) / 2); // erfc(-z) = 1 + erf(z), exact in the tail
    }

    static float geluTanh(float x) {
        double inner = Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
        return (float) (x / (1 + Math.exp(-2 * inner))); // (1 + tanh z) / 2 = 1 / (1 + e^-2z)
    }

    static float silu(float x) {
        return (float) (x / (1 + Math.exp(-x)));
    }
}
