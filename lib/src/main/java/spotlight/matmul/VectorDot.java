package spotlight.matmul;

import static spotlight.matmul.Lanes.LANES;
import static spotlight.matmul.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Step 3, vector registers: an element of c is a dot product, computed many products at a time.
 *
 * <p>In which order {@code reduceLanes} adds the lanes is up to the compiler, so the last bits of a result may change when
 * a program gets hot. Compare the results with a tolerance. The library's own kernels write the order of these additions
 * out, so that they give the same bits in every run.
 */
public final class VectorDot {
    private VectorDot() {
    }

    /** The sum of {@code a[aFrom + p] b[bFrom + p]} for p below k, in one vector register and a tail. */
    public static float dot(int k, float[] a, int aFrom, float[] b, int bFrom) {
        FloatVector sum = FloatVector.zero(SPECIES);
        int p = 0;
        for (; p <= k - LANES; p += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, aFrom + p);
            FloatVector y = FloatVector.fromArray(SPECIES, b, bFrom + p);
            sum = x.fma(y, sum);
        }
        return sum.reduceLanes(VectorOperators.ADD) + tail(p, k, a, aFrom, b, bFrom);
    }

    /** The same in four registers: four additions are under way at once instead of one. */
    public static float dot4(int k, float[] a, int aFrom, float[] b, int bFrom) {
        FloatVector sum0 = FloatVector.zero(SPECIES), sum1 = sum0, sum2 = sum0, sum3 = sum0;
        int p = 0;
        for (; p <= k - 4 * LANES; p += 4 * LANES) {
            sum0 = load(a, aFrom + p).fma(load(b, bFrom + p), sum0);
            sum1 = load(a, aFrom + p + LANES).fma(load(b, bFrom + p + LANES), sum1);
            sum2 = load(a, aFrom + p + 2 * LANES).fma(load(b, bFrom + p + 2 * LANES), sum2);
            sum3 = load(a, aFrom + p + 3 * LANES).fma(load(b, bFrom + p + 3 * LANES), sum3);
        }
        for (; p <= k - LANES; p += LANES) {
            sum0 = load(a, aFrom + p).fma(load(b, bFrom + p), sum0);
        }
        FloatVector sum = sum0.add(sum1).add(sum2.add(sum3));
        return sum.reduceLanes(VectorOperators.ADD) + tail(p, k, a, aFrom, b, bFrom);
    }

    /** {@link MatrixProduct#multiply}: b is transposed first, so that its columns, too, lie in a row. */
    public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        float[] bT = transposed(k, n, b);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                c[i * n + j] = dot4(k, a, i * k, bT, j * k);
            }
        }
    }

    /** As {@link #multiply}, with one register instead of four. */
    public static void multiplyWithOneSum(int m, int n, int k, float[] a, float[] b, float[] c) {
        float[] bT = transposed(k, n, b);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                c[i * n + j] = dot(k, a, i * k, bT, j * k);
            }
        }
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }

    private static float tail(int p, int k, float[] a, int aFrom, float[] b, int bFrom) {
        float sum = 0;
        for (; p < k; p++) {
            sum = Math.fma(a[aFrom + p], b[bFrom + p], sum);
        }
        return sum;
    }

    private static float[] transposed(int rows, int columns, float[] x) {
        float[] t = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                t[j * rows + i] = x[i * columns + j];
            }
        }
        return t;
    }
}
