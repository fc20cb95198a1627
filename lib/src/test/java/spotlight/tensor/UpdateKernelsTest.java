package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;

/** Adam's formula itself is tested in {@link AdamStepTest}. */
class UpdateKernelsTest {
    private static final Kernels SCALAR = new ScalarKernels();
    private static final Kernels BEST = Kernels.best();
    private static final float GUARD = 99;

    @Test
    void axpyAddsAMultipleToAPart() {
        for (Kernels kernels : new Kernels[] {SCALAR, BEST}) {
            for (int n : Expect.AWKWARD) {
                float[] x = Expect.random(1, n + 3).data();
                float[] y = Tensor.full(GUARD, n + 2).data();
                float[] expected = y.clone();
                for (int i = 0; i < n; i++) {
                    expected[1 + i] = Math.fma(-2, x[3 + i], GUARD); // one rounding in all kernels
                }
                kernels.axpy(n, -2, x, 3, y, 1);
                assertArrayEquals(expected, y);
            }
        }
    }

    @Test
    void sumOfSquaresIsRightForManyAndForLarge() {
        for (Kernels kernels : new Kernels[] {SCALAR, BEST}) {
            for (int n : Expect.AWKWARD) {
                float[] x = Expect.random(n, n + 1).data();
                double expected = 0;
                for (int i = 1; i <= n; i++) {
                    expected += (double) x[i] * x[i];
                }
                assertEquals(expected, kernels.sumOfSquares(n, x, 1), 1e-6 * expected);
            }
            float[] tenths = Tensor.full(0.1f, 100_000).data(); // one sum in float32 would be off by 1e-4
            assertEquals(100_000 * (double) 0.1f * 0.1f, kernels.sumOfSquares(100_000, tenths, 0), 1e-3);
            float[] large = Tensor.full(1e30f, 50).data();
            assertEquals(50 * 1e60, kernels.sumOfSquares(50, large, 0), 1e55); // beyond float32
            large[49] = Float.NaN;
            assertEquals(Double.NaN, kernels.sumOfSquares(50, large, 0));
        }
    }

    @Test
    void columnSumsAddTheRowsInTheirOrder() {
        for (Kernels kernels : new Kernels[] {SCALAR, BEST}) {
            for (int n : Expect.AWKWARD) {
                for (int rows : new int[] {0, 1, 3, 4, 9}) {
                    float[] x = Expect.random(n, rows, n).data();
                    float[] expected = Expect.random(1, n + 1).data();
                    float[] sums = expected.clone();
                    for (int i = 0; i < rows * n; i++) {
                        expected[i % n] += x[i];
                    }
                    kernels.columnSums(rows, n, x, sums);
                    assertArrayEquals(expected, sums); // to the bit
                }
            }
        }
    }

    @Test
    void adamAgreesAndKeepsToItsPlace() {
        AdamStep step = new AdamStep(0.5f, 0.01f, 0.99f, 0.1f, 0.999f, 0.001f, 0.02f, 1.5f, 1e-6f);
        for (int n : Expect.AWKWARD) {
            float[][] expected = state(n);
            float[][] actual = state(n);
            float[] g = Expect.random(9, n).data();
            for (int i = 0; i < 3; i++) {
                SCALAR.adam(n, expected[0], g, expected[1], expected[2], 2, step);
                BEST.adam(n, actual[0], g, actual[1], actual[2], 2, step);
            }
            for (int i = 0; i < 3; i++) {
                Expect.close(Tensor.wrap(expected[i], expected[i].length), Tensor.wrap(actual[i], actual[i].length),
                        1e-6);
            }
            assertEquals(GUARD, actual[1][1]);
            assertEquals(GUARD, actual[2][n + 2]);
        }
    }

    private static float[][] state(int n) {
        float[] m = Tensor.full(GUARD, n + 3).data();
        float[] v = m.clone();
        System.arraycopy(Expect.random(2, n).data(), 0, m, 2, n);
        System.arraycopy(Expect.random(3, n).square().data(), 0, v, 2, n);
        return new float[][] {Expect.random(1, n).data(), m, v};
    }

    @Test
    void infiniteGradientsSpoilTheirParameterOnly() {
        for (Kernels kernels : new Kernels[] {SCALAR, BEST}) {
            float[] w = new float[33];
            float[] g = Tensor.ones(33).data();
            g[5] = Float.POSITIVE_INFINITY;
            kernels.adam(33, w, g, new float[33], new float[33], 0, AdamStep.adamW(1, 0.1, 0.9, 0.999, 1e-8, 0));
            for (int i = 0; i < 33; i++) {
                assertEquals(i == 5 ? Float.NaN : -0.1f, w[i], 1e-6f);
            }
        }
    }
}
