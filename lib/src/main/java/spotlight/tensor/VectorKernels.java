package spotlight.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on vector registers, by the JDK's Vector API: the only class that imports it, loaded only if its module is
 * there. What does not fill a vector at the end of a row is left to {@link ScalarKernels}' formulas. Whole rows shorter
 * than a vector should go there too ({@link Kernels#forRow}): they would teach the JIT compiler that these loops are
 * rarely entered, and it would stop inlining what is inside them, at a tenth of the speed.
 *
 * <p>Matrix products are reproducible to the bit: each element of the result is one chain of fused multiply-adds over
 * the inner index 0, 1, ..., k-1, in this order for every shape, variant and vector width. Sums along a row (softmax,
 * layer norm, dot) have one partial sum per lane and so may differ in the last bits between widths, never between runs.
 */
final class VectorKernels extends ScalarKernels {
    /** One vector shape in the whole program: a second one would slow both down on JDK 17. */
    private static final VectorSpecies<Float> S = KernelChoice.requestedBits() < 0
            ? FloatVector.SPECIES_PREFERRED
            : VectorSpecies.of(float.class, VectorShape.forBitSize(KernelChoice.requestedBits()));
    private static final int LANES = S.length();

    /** Columns of b and rows of a that the innermost loop of a product holds in registers. */
    private static final int PANEL = 2 * LANES;
    private static final int TILE = 4;

    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693145752f; // 14 bits: its product with an exponent is exact
    private static final float LN2_LOW = 1.42860677e-6f;
    private static final float EXP_LARGEST = 88.7228f;
    private static final float EXP_SMALLEST = -87.3365f; // below it e^x is not a normal float: taken as 0
    private static final float ROUND = 0x1.8p23f; // added to a float it leaves the nearest integer in the low bits
    private static final float SQRT_HALF = 0.707106781f;
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

    // ---- products

    @Override
    public void matmulNN(int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        float[] packed = new float[k * PANEL];
        for (int j = 0; j < n; j += PANEL) {
            int columns = Math.min(PANEL, n - j);
            if (columns == PANEL && m < 2 * TILE) { // too few rows to pay for packing
                panel(m, k, PANEL, a, aFrom, b, bFrom + j, n, c, cFrom + j, n);
                continue;
            }
            for (int p = 0; p < k; p++) {
                System.arraycopy(b, bFrom + p * n + j, packed, p * PANEL, columns);
            }
            panel(m, k, columns, a, aFrom, packed, 0, PANEL, c, cFrom + j, n);
        }
    }

    @Override
    public void matmulNT(int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        if (m < TILE) { // too few rows to pay for packing
            for (int i = 0; i < m; i++) {
                rowNT(n, k, a, aFrom + i * k, b, bFrom, c, cFrom + i * n);
            }
            return;
        }
        float[] packed = new float[k * PANEL];
        for (int j = 0; j < n; j += PANEL) {
            int columns = Math.min(PANEL, n - j);
            for (int column = 0; column < columns; column++) {
                int row = bFrom + (j + column) * k;
                for (int p = 0; p < k; p++) {
                    packed[p * PANEL + column] = b[row + p];
                }
            }
            panel(m, k, columns, a, aFrom, packed, 0, PANEL, c, cFrom + j, n);
        }
    }

    @Override
    public void matmulTN(int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        float[] aT = new float[m * k];
        for (int i0 = 0; i0 < m; i0 += LANES) { // in strips, so that the reads stay near each other
            int i1 = Math.min(m, i0 + LANES);
            for (int p = 0; p < k; p++) {
                for (int i = i0; i < i1; i++) {
                    aT[i * k + p] = a[aFrom + p * m + i];
                }
            }
        }
        matmulNN(m, n, k, aT, 0, b, bFrom, c, cFrom);
    }

    /** All rows of c for at most PANEL columns. A narrower panel is computed in full width beside c, then copied. */
    private static void panel(int m, int k, int columns, float[] a, int aFrom, float[] b, int bFrom, int bRow,
            float[] c,
            int cFrom, int cRow) {
        float[] tile = columns == PANEL ? c : new float[TILE * PANEL];
        int tileRow = columns == PANEL ? cRow : PANEL;
        for (int i = 0; i < m; i += TILE) {
            int rows = Math.min(TILE, m - i);
            int tileFrom = columns == PANEL ? cFrom + i * cRow : 0;
            if (rows == TILE) {
                tile4(k, a, aFrom + i * k, b, bFrom, bRow, tile, tileFrom, tileRow);
            } else {
                for (int r = 0; r < rows; r++) {
                    tile1(k, a, aFrom + (i + r) * k, b, bFrom, bRow, tile, tileFrom + r * tileRow);
                }
            }
            for (int r = 0; tile != c && r < rows; r++) {
                System.arraycopy(tile, r * PANEL, c, cFrom + (i + r) * cRow, columns);
            }
        }
    }

    /** Four rows of a with two vectors of columns of b: eight sums in registers. */
    private static void tile4(int k, float[] a, int aFrom, float[] b, int bFrom, int bRow, float[] c, int cFrom,
            int cRow) {
        FloatVector c00 = FloatVector.zero(S), c01 = c00, c10 = c00, c11 = c00;
        FloatVector c20 = c00, c21 = c00, c30 = c00, c31 = c00;
        for (int p = 0, row = bFrom; p < k; p++, row += bRow) {
            FloatVector b0 = FloatVector.fromArray(S, b, row);
            FloatVector b1 = FloatVector.fromArray(S, b, row + LANES);
            FloatVector a0 = FloatVector.broadcast(S, a[aFrom + p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(S, a[aFrom + k + p]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(S, a[aFrom + 2 * k + p]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(S, a[aFrom + 3 * k + p]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + LANES);
        c10.intoArray(c, cFrom + cRow);
        c11.intoArray(c, cFrom + cRow + LANES);
        c20.intoArray(c, cFrom + 2 * cRow);
        c21.intoArray(c, cFrom + 2 * cRow + LANES);
        c30.intoArray(c, cFrom + 3 * cRow);
        c31.intoArray(c, cFrom + 3 * cRow + LANES);
    }

    /** One row of a with two vectors of columns of b. */
    private static void tile1(int k, float[] a, int aFrom, float[] b, int bFrom, int bRow, float[] c, int cFrom) {
        FloatVector c0 = FloatVector.zero(S), c1 = c0;
        for (int p = 0, row = bFrom; p < k; p++, row += bRow) {
            FloatVector a0 = FloatVector.broadcast(S, a[aFrom + p]);
            c0 = a0.fma(FloatVector.fromArray(S, b, row), c0);
            c1 = a0.fma(FloatVector.fromArray(S, b, row + LANES), c1);
        }
        c0.intoArray(c, cFrom);
        c1.intoArray(c, cFrom + LANES);
    }

    /** One row of {@code a bT}, four columns at a time: four independent chains keep the multiplier busy. */
    private static void rowNT(int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        int j = 0;
        for (; j + 3 < n; j += 4) {
            int row = bFrom + j * k;
            float c0 = 0, c1 = 0, c2 = 0, c3 = 0;
            for (int p = 0; p < k; p++) {
                float x = a[aFrom + p];
                c0 = Math.fma(x, b[row + p], c0);
                c1 = Math.fma(x, b[row + k + p], c1);
                c2 = Math.fma(x, b[row + 2 * k + p], c2);
                c3 = Math.fma(x, b[row + 3 * k + p], c3);
            }
            c[cFrom + j] = c0;
            c[cFrom + j + 1] = c1;
            c[cFrom + j + 2] = c2;
            c[cFrom + j + 3] = c3;
        }
        for (; j < n; j++) {
            float sum = 0;
            for (int p = 0; p < k; p++) {
                sum = Math.fma(a[aFrom + p], b[bFrom + j * k + p], sum);
            }
            c[cFrom + j] = sum;
        }
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
            exp(load(x, i)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = exp(x[i]);
        }
    }

    @Override
    public void tanh(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            tanh(load(x, i)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = tanh(x[i]);
        }
    }

    @Override
    public void sigmoid(float[] x, float[] y) {
        FloatVector one = FloatVector.broadcast(S, 1);
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            one.div(exp(load(x, i).neg()).add(1)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = sigmoid(x[i]);
        }
    }

    @Override
    public void relu(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            load(x, i).max(0).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = relu(x[i]);
        }
    }

    @Override
    public void gelu(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            FloatVector v = load(x, i);
            v.mul(normalDistribution(v)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = gelu(x[i]);
        }
    }

    @Override
    public void geluTanh(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            FloatVector v = load(x, i);
            FloatVector inner = v.mul(v).mul(v).mul(0.044715f).add(v).mul(-2 * SQRT_2_OVER_PI);
            v.div(exp(inner).add(1)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = geluTanh(x[i]);
        }
    }

    @Override
    public void silu(float[] x, float[] y) {
        int i = 0;
        for (; i < S.loopBound(x.length); i += LANES) {
            FloatVector v = load(x, i);
            v.div(exp(v.neg()).add(1)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = silu(x[i]);
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
            float[] rest = moments(x, r * n, n, mean); // what rounding left of the mean is taken off the variance
            float variance = Math.max(0, rest[1] - rest[0] * rest[0]);
            float scale = (float) (1 / Math.sqrt(variance + eps));
            normalise(x, r * n, n, mean + rest[0], scale, weight, bias, y);
        }
    }

    /** {@code y = (x - mean) scale weight + bias} for one row. */
    private static void normalise(float[] x, int from, int n, float mean, float scale, float[] weight, float[] bias,
            float[] y) {
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            load(x, from + i).sub(mean).mul(scale).fma(load(weight, i), load(bias, i)).intoArray(y, from + i);
        }
        for (; i < n; i++) {
            y[from + i] = Math.fma((x[from + i] - mean) * scale, weight[i], bias[i]);
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
            FloatVector e = exp(load(x, from + i).sub(max));
            e.intoArray(y, from + i);
            sums = sums.add(e);
        }
        double sum = sums.reduceLanes(VectorOperators.ADD);
        for (; i < n; i++) {
            y[from + i] = exp(x[from + i] - max);
            sum += y[from + i];
        }
        return (float) sum;
    }

    // ---- functions of one vector

    private static FloatVector load(float[] x, int from) {
        return FloatVector.fromArray(S, x, from);
    }

    private static FloatVector load(float[] x, int from, int step, int i) {
        return step == 0 ? FloatVector.broadcast(S, x[from]) : FloatVector.fromArray(S, x, from + i);
    }

    /** {@code e^x = 2^n e^r} with {@code r = x - n ln 2} in {@code +-ln 2 / 2}; relative error below 2e-7. */
    private static FloatVector exp(FloatVector x) {
        FloatVector shifted = x.mul(LOG2_E).add(ROUND);
        FloatVector n = shifted.sub(ROUND);
        FloatVector r = n.fma(FloatVector.broadcast(S, -LN2_HIGH), x).sub(n.mul(LN2_LOW));
        FloatVector q = r.mul(1.393364352e-3f).add(8.363175565e-3f).fma(r, FloatVector.broadcast(S, 4.166646498e-2f))
                .fma(r, FloatVector.broadcast(S, 1.6666577e-1f)).fma(r, FloatVector.broadcast(S, 0.5f));
        FloatVector y = q.fma(r.mul(r), r).add(1);
        FloatVector scaled = y.reinterpretAsInts()
                .add(shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats();
        return scaled.blend(0, x.lt(EXP_SMALLEST))
                .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, EXP_LARGEST))
                .blend(x, x.compare(VectorOperators.NE, x)); // NaN
    }

    /** {@code tanh x = 1 - 2 / (e^2x + 1)}, near 0 a polynomial, where that difference would lose its digits. */
    private static FloatVector tanh(FloatVector x) {
        FloatVector z = x.mul(x);
        FloatVector p = z.mul(2.295841263e-3f).add(-8.346980495e-3f)
                .fma(z, FloatVector.broadcast(S, 2.176996092e-2f)).fma(z, FloatVector.broadcast(S, -5.395940591e-2f))
                .fma(z, FloatVector.broadcast(S, 1.333330428e-1f)).fma(z, FloatVector.broadcast(S, -3.333333318e-1f));
        FloatVector near = p.mul(z).fma(x, x);
        FloatVector far = FloatVector.broadcast(S, 1)
                .sub(FloatVector.broadcast(S, 2).div(exp(x.add(x)).add(1)));
        return far.blend(near, z.lt(0.390625f)); // |x| < 0.625
    }

    /**
     * {@code Phi(x) = erfc(-x / sqrt 2) / 2}: for the tail {@code e^(-x^2/2) t Q(u) / 2} with {@code t = 2 / (2 + |x| /
     * sqrt 2)} and a polynomial Q in {@code u = 2t - 1}, cut from the series in {@link Erf}.
     */
    private static FloatVector normalDistribution(FloatVector x) {
        FloatVector two = FloatVector.broadcast(S, 2);
        FloatVector t = two.div(x.abs().fma(FloatVector.broadcast(S, SQRT_HALF), two));
        FloatVector u = t.add(t).sub(1);
        FloatVector q = u.mul(TAIL[10]).add(TAIL[9]);
        for (int i = 8; i >= 0; i--) {
            q = q.fma(u, FloatVector.broadcast(S, TAIL[i]));
        }
        FloatVector square = x.mul(x);
        FloatVector lost = x.fma(x, square.neg()); // what rounding took from the square
        FloatVector tail = exp(square.mul(-0.5f)).mul(t).mul(q).mul(lost.mul(-0.25f).add(0.5f));
        VectorMask<Float> positive = x.compare(VectorOperators.GT, 0);
        return tail.blend(FloatVector.broadcast(S, 1).sub(tail), positive);
    }

    private static final float[] TAIL = {0.5107913569f, 0.3435803187f, 0.1397357335f, 0.01822166943f, -0.01075162619f,
            -0.003243451918f, 0.001529157161f, 0.0004306704884f, -0.0002993827121f, -3.660187694e-5f,
            4.21611972e-5f};
}
