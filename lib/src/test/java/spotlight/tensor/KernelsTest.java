package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import spotlight.Expect;

/** The kernels of this machine against the scalar specification (against themselves where nothing better is there). */
class KernelsTest {
    private static final Kernels SCALAR = new ScalarKernels();
    private static final Kernels BEST = Kernels.best();

    private interface Unary {
        void apply(Kernels kernels, float[] x, float[] y);
    }

    private interface Rows {
        void apply(Kernels kernels, int rows, int n, float[] x, float[] y);
    }

    @Test
    void aSumIsTheSameToTheBitColdAndCompiled() {
        float[] x = Expect.random(1, 1023).data();
        float[] y = Expect.random(2, 1023).data();
        float cold = BEST.dot(x, y);
        for (int i = 0; i < 20_000; i++) {
            assertEquals(cold, BEST.dot(x, y));
        }
    }

    @Test
    void functionsAgreeToSevenDigits() {
        same(Kernels::exp, x -> x, 2.5e-7); // float32 has a relative error of 6e-8 by itself; a few steps add up
        same(Kernels::tanh, x -> x, 2e-7);
        same(Kernels::sigmoid, x -> x, 3e-7);
        same(Kernels::relu, x -> x, 0);
        same(Kernels::silu, x -> x, 5e-7); // e^-10 feels the rounding of log2 e ten times
        same(Kernels::gelu, x -> Math.max(x, -5), 4e-6); // in the tail; 2e-7 right of 0
        same(Kernels::geluTanh, x -> Math.max(x, -3), 2e-6); // further out e^2z multiplies the error of z by 2z
    }

    /** Compares relative to the result, over -10..10 in steps of no pattern. */
    private static void same(Unary kernel, Function<Float, Float> range, double relative) {
        for (int n : Expect.AWKWARD) {
            float[] x = new float[n];
            for (int i = 0; i < n; i++) {
                x[i] = range.apply((i * 0.6180339f % 1 - 0.5f) * 20);
            }
            float[] expected = new float[n];
            float[] actual = new float[n];
            kernel.apply(SCALAR, x, expected);
            kernel.apply(BEST, x, actual);
            for (int i = 0; i < n; i++) {
                assertEquals(expected[i], actual[i], relative * Math.abs(expected[i]) + 1e-38, "x = " + x[i]);
            }
        }
    }

    @Test
    void functionsAgreeAtTheEndsOfTheirRange() {
        float[] ends = {0, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 88.72f, 88.73f, 1e30f,
                -87.3f,
                -200, -1e30f, 1e-30f, -1e-30f, 0.625f, -0.625f, 0.624999f};
        float[] x = Tensor.concat(0, Tensor.vector(ends), Tensor.vector(ends)).data(); // fills every vector
        Unary[] kernels = {Kernels::exp, Kernels::tanh, Kernels::sigmoid, Kernels::relu, Kernels::gelu,
                Kernels::geluTanh, Kernels::silu};
        for (int k = 0; k < kernels.length; k++) {
            float[] expected = new float[x.length];
            float[] actual = new float[x.length];
            kernels[k].apply(SCALAR, x, expected);
            kernels[k].apply(BEST, x, actual);
            for (int i = 0; i < x.length; i++) {
                String where = "kernel " + k + " at " + x[i];
                float tolerance = 1e-5f * Math.abs(expected[i]) + 2e-36f; // -inf: 87 e^-87 in place of 0
                assertEquals(expected[i], actual[i], Float.isFinite(tolerance) ? tolerance : 0, where);
            }
        }
    }

    @Test
    void rowsAgree() {
        same(Kernels::softmax, 1e-6);
        same(Kernels::logSoftmax, 2e-6);
        same((kernels, rows, n, x, y) -> kernels.layerNorm(rows, n, x, Expect.random(8, n).data(),
                Expect.random(9, n).data(), 1e-5f, y, new float[Kernels.STATS * rows]), 5e-6);
    }

    private static void same(Rows kernel, double tolerance) {
        for (int n : Expect.AWKWARD) {
            Tensor x = Expect.random(n, 5, n).times(3);
            Tensor expected = Tensor.zeros(5, n);
            Tensor actual = Tensor.zeros(5, n);
            kernel.apply(SCALAR, 5, n, x.data(), expected.data());
            kernel.apply(BEST, 5, n, x.data(), actual.data());
            Expect.close(expected, actual, tolerance);
        }
    }

    @Test
    void dotAgrees() {
        for (int n : Expect.AWKWARD) {
            float[] a = Expect.random(n, n).data();
            float[] b = Expect.random(n + 1, n).data();
            assertEquals(SCALAR.dot(a, b), BEST.dot(a, b), 1e-6 * Math.sqrt(n) * 3);
        }
    }

    @Test
    void useEndsWithItsScope() {
        Kernels before = Kernels.active();
        try (Kernels.Scope scope = Kernels.use(SCALAR)) {
            assertSame(SCALAR, Kernels.active());
        }
        assertSame(before, Kernels.active());
    }

    @Test
    void rowsShorterThanAVectorAreScalarWork() {
        assertEquals(1, Kernels.forRow(BEST.lanes() - 1).lanes());
        assertSame(Kernels.active(), Kernels.forRow(BEST.lanes()));
        assertEquals("scalar", SCALAR.name());
        assertTrue(BEST.lanes() == 1 || BEST.name().equals("vector " + 32 * BEST.lanes() + " bit"));
    }
}
