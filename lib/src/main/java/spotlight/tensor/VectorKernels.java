package spotlight.tensor;

import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;
import static spotlight.tensor.VectorMath.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The kernels on vector registers, by the JDK's Vector API. Only this class, {@link VectorMath} and
 * the parts of {@link Gemm} import it, and they are loaded only if its module is there.
 *
 * <p>What does not fill a vector at the end of a row is left to the formulas of {@link ScalarKernels}. Whole rows
 * shorter than a vector should go there too, by {@link Kernels#forRow}: they would teach the JIT compiler that these
 * loops are rarely entered, and it would stop inlining what is inside them, at a tenth of the speed.
 *
 * <p>Sums along a row (softmax, layer norm, dot) are made of one partial sum per lane, so they may differ in the last
 * bits between vector widths, but never between runs. Matrix products do not even differ between widths.
 */
final class VectorKernels extends ScalarKernels {
    private static final float SQRT_2_OVER_PI = 0.797884561f;

    @Override
    public String name() {
        return "vector " + S.vectorBitSize() + " bit";
    }

    @Override
    public int lanes() {
        return LANES;
    }

    /** The widest vectors of this machine, in bits. */
    static int widestBits() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }

    @Override
    public void gemm(boolean aT, boolean bT, int m, int n, int k, float[] a, int aFrom, int aRow, float[] b, int bFrom,
            int bRow, boolean add, float[] c, int cFrom, int cRow) {
        Gemm.gemm(aT, bT, m, n, k, a, aFrom, aRow, b, bFrom, bRow, add, c, cFrom, cRow);
    }

    @Override
    public float dot(float[] a, float[] b) {
        FloatVector sums = FloatVector.zero(S);
        int i = 0;
        for (; i < S.loopBound(a.length); i += LANES) {
            sums = load(a, i).fma(load(b, i), sums);
        }
        double sum = sums.reduceLanes(VectorOperators.ADD);
        for (; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return (float) sum;
    }

    // ---- element by element

    @Override
    public void add(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c, int cFrom) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            load(a, aFrom, aStep, i).add(load(b, bFrom, bStep, i)).intoArray(c, cFrom + i);
        }
        super.add(n - i, a, aFrom + i * aStep, aStep, b, bFrom + i * bStep, bStep, c, cFrom + i);
    }

    @Override
    public void subtract(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            load(a, aFrom, aStep, i).sub(load(b, bFrom, bStep, i)).intoArray(c, cFrom + i);
        }
        super.subtract(n - i, a, aFrom + i * aStep, aStep, b, bFrom + i * bStep, bStep, c, cFrom + i);
    }

    @Override
    public void multiply(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            load(a, aFrom, aStep, i).mul(load(b, bFrom, bStep, i)).intoArray(c, cFrom + i);
        }
        super.multiply(n - i, a, aFrom + i * aStep, aStep, b, bFrom + i * bStep, bStep, c, cFrom + i);
    }

    @Override
    public void divide(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            load(a, aFrom, aStep, i).div(load(b, bFrom, bStep, i)).intoArray(c, cFrom + i);
        }
        super.divide(n - i, a, aFrom + i * aStep, aStep, b, bFrom + i * bStep, bStep, c, cFrom + i);
    }

    @Override
    public void exp(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            VectorMath.exp(load(x, i)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.exp(x[i]);
        }
    }

    @Override
    public void tanh(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            VectorMath.tanh(load(x, i)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.tanh(x[i]);
        }
    }

    @Override
    public void sigmoid(float[] x, float[] y) {
        FloatVector one = FloatVector.broadcast(S, 1);
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            one.div(VectorMath.exp(load(x, i).neg()).add(1)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.sigmoid(x[i]);
        }
    }

    @Override
    public void relu(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            load(x, i).max(0).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.relu(x[i]);
        }
    }

    @Override
    public void gelu(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            FloatVector v = load(x, i);
            v.mul(VectorMath.normalDistribution(v)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.gelu(x[i]);
        }
    }

    @Override
    public void geluTanh(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            FloatVector v = load(x, i);
            FloatVector inner = v.mul(v).mul(v).mul(0.044715f).add(v).mul(-2 * SQRT_2_OVER_PI);
            v.div(VectorMath.exp(inner).add(1)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.geluTanh(x[i]);
        }
    }

    @Override
    public void silu(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            FloatVector v = load(x, i);
            v.div(VectorMath.exp(v.neg()).add(1)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = Functions.silu(x[i]);
        }
    }

    // ---- rows

    @Override
    public void softmax(int rows, int n, float[] x, float[] y) {
        for (int r = 0; r < rows; r++) {
            float sum = expMinusMax(x, r * n, n, max(x, r * n, n), y);
            divide(n, y, r * n, 1, new float[] {sum}, 0, 0, y, r * n);
        }
    }

    @Override
    public void logSoftmax(int rows, int n, float[] x, float[] y) {
        for (int r = 0; r < rows; r++) {
            float max = max(x, r * n, n);
            float logSum = (float) Math.log(expMinusMax(x, r * n, n, max, y));
            subtract(n, x, r * n, 1, new float[] {max}, 0, 0, y, r * n);
            subtract(n, y, r * n, 1, new float[] {logSum}, 0, 0, y, r * n);
        }
    }

    @Override
    public void layerNorm(int rows, int n, float[] x, float[] weight, float[] bias, float eps, float[] y) {
        for (int r = 0; r < rows; r++) {
            float mean = moments(x, r * n, n, 0)[0];
            float[] rest = moments(x, r * n, n, mean); // what rounding took from the mean
            float variance = Math.max(0, rest[1] - rest[0] * rest[0]);
            float scale = (float) (1 / Math.sqrt(variance + eps));
            normalise(x, r * n, n, mean, rest[0], scale, weight, bias, y);
        }
    }

    /** {@code y = (x - mean - rest) scale weight + bias} for one row. */
    private static void normalise(float[] x, int from, int n, float mean, float rest, float scale, float[] weight,
            float[] bias, float[] y) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            FloatVector centred = load(x, from + i).sub(mean).sub(rest);
            centred.mul(scale).fma(load(weight, i), load(bias, i)).intoArray(y, from + i);
        }
        for (; i < n; i++) {
            y[from + i] = Math.fma((x[from + i] - mean - rest) * scale, weight[i], bias[i]);
        }
    }

    /** Mean and mean square of {@code x - origin} over one row. */
    private static float[] moments(float[] x, int from, int n, float origin) {
        FloatVector sums = FloatVector.zero(S), squares = sums;
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            FloatVector d = load(x, from + i).sub(origin);
            sums = sums.add(d);
            squares = d.fma(d, squares);
        }
        double sum = sums.reduceLanes(VectorOperators.ADD);
        double square = squares.reduceLanes(VectorOperators.ADD);
        for (; i < n; i++) {
            double d = x[from + i] - origin;
            sum += d;
            square += d * d;
        }
        return new float[] {(float) (sum / n), (float) (square / n)};
    }

    /** The largest of one row; NaN if there is one. */
    private static float max(float[] x, int from, int n) {
        FloatVector largest = FloatVector.broadcast(S, Float.NEGATIVE_INFINITY);
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            largest = largest.max(load(x, from + i));
        }
        float max = largest.reduceLanes(VectorOperators.MAX);
        for (; i < n; i++) {
            max = Math.max(max, x[from + i]);
        }
        return max;
    }

    /** {@code y = e^(x - max)} for one row; returns the sum. */
    private static float expMinusMax(float[] x, int from, int n, float max, float[] y) {
        FloatVector sums = FloatVector.zero(S);
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            FloatVector e = VectorMath.exp(load(x, from + i).sub(max));
            e.intoArray(y, from + i);
            sums = sums.add(e);
        }
        double sum = sums.reduceLanes(VectorOperators.ADD);
        for (; i < n; i++) {
            y[from + i] = Functions.exp(x[from + i] - max);
            sum += y[from + i];
        }
        return (float) sum;
    }
}
