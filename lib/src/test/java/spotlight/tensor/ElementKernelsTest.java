package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import spotlight.Expect;

/** The backward of each function between layers. What they compute forwards is compared in {@link KernelsTest}. */
class ElementKernelsTest {
    private static final Kernels SCALAR = new ScalarKernels();
    private static final Kernels BEST = Kernels.best();

    interface Forward {
        void apply(Kernels kernels, float[] x, float[] y);
    }

    interface Backward {
        void apply(Kernels kernels, int n, float[] x, float[] dy, float[] dx);
    }

    /** A function and its backward, from x or, if {@code fromY}, from y. */
    private record Pair(String name, Forward forward, Backward backward, boolean fromY) {
    }

    private static final Pair[] PAIRS = {new Pair("relu", Kernels::relu, Kernels::reluBackward, false),
            new Pair("gelu", Kernels::gelu, Kernels::geluBackward, false),
            new Pair("geluTanh", Kernels::geluTanh, Kernels::geluTanhBackward, false),
            new Pair("silu", Kernels::silu, Kernels::siluBackward, false),
            new Pair("tanh", Kernels::tanh, Kernels::tanhBackward, true),
            new Pair("sigmoid", Kernels::sigmoid, Kernels::sigmoidBackward, true)};

    private static float[] apply(Forward forward, float... x) {
        float[] y = new float[x.length];
        forward.apply(SCALAR, x, y);
        return y;
    }

    private static float[] apply(Kernels kernels, Backward backward, float[] x, float[] dy) {
        float[] dx = new float[x.length];
        backward.apply(kernels, x.length, x, dy, dx);
        return dx;
    }

    @Test
    void byHand() {
        float[] dy = {10, 10, 10};
        assertArrayEquals(new float[] {0, 0, 10}, apply(SCALAR, Kernels::reluBackward, new float[] {-2, 0, 3}, dy));
        float[] half = apply(SCALAR, Kernels::geluBackward, new float[3], dy); // Phi(0) = 1/2
        assertArrayEquals(new float[] {5, 5, 5}, half);
        assertArrayEquals(half, apply(SCALAR, Kernels::geluTanhBackward, new float[3], dy));
        assertArrayEquals(half, apply(SCALAR, Kernels::siluBackward, new float[3], dy));
        float[] y = {0.5f, 0, 1};
        assertArrayEquals(new float[] {7.5f, 10, 0}, apply(SCALAR, Kernels::tanhBackward, y, dy));
        assertArrayEquals(new float[] {2.5f, 0, 0}, apply(SCALAR, Kernels::sigmoidBackward, y, dy));
    }

    @Test
    void backwardIsTheSlopeOfForward() {
        float h = 1f / 64;
        for (Pair pair : PAIRS) {
            for (float x = -6.05f; x < 6; x += 0.1f) { // never within h of relu's corner
                float[] y = apply(pair.forward, x - h, x, x + h);
                float[] from = {pair.fromY ? y[1] : x};
                float slope = apply(SCALAR, pair.backward, from, new float[] {1})[0];
                assertEquals((y[2] - y[0]) / (2 * h), slope, 2e-4, pair.name + " at " + x); // h^2, and 1e-7 / h
            }
        }
    }

    @Test
    void vectorsAgreeWithTheSpecification() {
        for (Pair pair : PAIRS) {
            for (int n : Expect.AWKWARD) {
                float[] x = Expect.random(n, n).times(pair.fromY ? 0.3f : 4).data();
                float[] dy = Expect.random(n + 1, n).data();
                float[] expected = apply(SCALAR, pair.backward, x, dy);
                float[] actual = apply(BEST, pair.backward, x, dy);
                for (int i = 0; i < n; i++) { // slopes are about 1, so 3e-7 is five roundings
                    assertEquals(expected[i], actual[i], 3e-7 * (1 + Math.abs(dy[i])), pair.name + " at " + x[i]);
                }
            }
        }
    }

    @Test
    void dxMayBeDyAndNothingBeyondNIsTouched() {
        for (Kernels kernels : new Kernels[] {SCALAR, BEST}) {
            for (Pair pair : PAIRS) {
                for (int n : Expect.AWKWARD) {
                    float[] x = Expect.random(n, n + 2).data();
                    float[] dy = Expect.random(n + 1, n + 2).data();
                    float[] expected = dy.clone();
                    pair.backward.apply(kernels, n, x, dy, expected);
                    assertArrayEquals(Arrays.copyOfRange(dy, n, n + 2), Arrays.copyOfRange(expected, n, n + 2));
                    pair.backward.apply(kernels, n, x, dy, dy);
                    assertArrayEquals(expected, dy, pair.name);
                }
            }
        }
    }

    @Test
    void yMayBeX() {
        for (Kernels kernels : new Kernels[] {SCALAR, BEST}) {
            for (Pair pair : PAIRS) {
                float[] x = Expect.random(1, 100).data();
                float[] y = new float[100];
                pair.forward.apply(kernels, x, y);
                pair.forward.apply(kernels, x, x);
                assertArrayEquals(y, x, pair.name);
            }
        }
    }

    @Test
    void nanStaysNaNBothWays() {
        for (Kernels kernels : new Kernels[] {SCALAR, BEST}) {
            for (Pair pair : PAIRS) {
                for (float nan : new float[] {Float.NaN, -Float.NaN, Float.intBitsToFloat(0xffc00123)}) {
                    float[] x = Tensor.full(nan, 33).data();
                    float[] y = new float[33];
                    pair.forward.apply(kernels, x, y);
                    float[] all = Tensor.full(Float.NaN, 33).data();
                    assertArrayEquals(all, y, pair.name);
                    if (pair.forward != PAIRS[0].forward) { // relu passes dy on where x is NaN
                        assertArrayEquals(all, apply(kernels, pair.backward, x, Tensor.ones(33).data()), pair.name);
                    }
                }
            }
        }
    }

    @Test
    void farOutSlopesAreZeroAndOne() {
        for (Kernels kernels : new Kernels[] {SCALAR, BEST}) {
            for (Pair pair : PAIRS) {
                for (float far : new float[] {60, 1e4f, 1e30f}) {
                    if (!pair.fromY) {
                        float[] x = {far, -far};
                        float[] many = Tensor.concat(0, Tensor.vector(x), Tensor.zeros(31), Tensor.vector(x)).data();
                        float[] dx = apply(kernels, pair.backward, many, Tensor.ones(35).data());
                        assertEquals(1, dx[0], 1e-20, pair.name + kernels.name());
                        assertEquals(0, dx[1], 1e-20, pair.name + kernels.name());
                        assertEquals(1, dx[33], 1e-20);
                    }
                }
            }
        }
    }
}
