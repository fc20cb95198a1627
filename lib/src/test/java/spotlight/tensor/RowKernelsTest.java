package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;

/** Backward by rows, and cross entropy. What is computed forwards is tested in {@link RowsTest} and by pairs here. */
class RowKernelsTest {
    private static final Kernels SCALAR = new ScalarKernels();
    private static final Kernels BEST = Kernels.best();
    private static final Kernels[] BOTH = {SCALAR, BEST};
    private static final int ROWS = 5;
    private static final int IGNORE = -100;

    private interface Rows {
        void apply(Kernels kernels, int n, float[] x, float[] dy, float[] dx);
    }

    private static final Rows[] BACKWARDS = {(kernels, n, x, dy, dx) -> kernels.softmaxBackward(ROWS, n, x, dy, dx),
            (kernels, n, x, dy, dx) -> kernels.logSoftmaxBackward(ROWS, n, x, dy, dx),
            (kernels, n, x, dy, dx) -> kernels.layerNormBackward(ROWS, n, x, Expect.random(7, n).data(),
                    stats(kernels, ROWS, n, x, 0.1f), dy, dx, new float[n], new float[n])};

    /** What the forward pass keeps. */
    private static float[] stats(Kernels kernels, int rows, int n, float[] x, float eps) {
        float[] stats = new float[Kernels.STATS * rows];
        kernels.layerNorm(rows, n, x, new float[n], new float[n], eps, new float[x.length], stats);
        return stats;
    }

    @Test
    void softmaxBackwardByHand() {
        float[] dx = new float[2];
        SCALAR.softmaxBackward(1, 2, new float[] {0.25f, 0.75f}, new float[] {4, 8}, dx); // the mean of dy is 7
        assertArrayEquals(new float[] {-0.75f, 0.75f}, dx);
        SCALAR.logSoftmaxBackward(1, 2, new float[] {(float) Math.log(0.25), (float) Math.log(0.75)},
                new float[] {4, 8}, dx);
        assertArrayEquals(new float[] {1, -1}, dx, 1e-6f);
    }

    @Test
    void layerNormBackwardByHand() {
        float[] dx = new float[3];
        float[] dWeight = {100, 100, 100};
        float[] dBias = {100, 100, 100};
        float[] x = {0, 3, 6}; // mean 3, variance 6, and 10 are eps: u = (-3, 0, 3) / 4
        float[] stats = stats(SCALAR, 1, 3, x, 10);
        assertArrayEquals(new float[] {3, 0, 0.25f}, stats);
        SCALAR.layerNormBackward(1, 3, x, new float[] {1, 2, 1}, stats, new float[] {4, 4, 4}, dx, dWeight, dBias);
        assertArrayEquals(new float[] {97, 100, 103}, dWeight);
        assertArrayEquals(new float[] {104, 104, 104}, dBias);
        // du = (4, 8, 4), its mean 16/3, its mean with u 0
        assertArrayEquals(new float[] {-1 / 3f, 2 / 3f, -1 / 3f}, dx, 1e-6f);
    }

    @Test
    void crossEntropyByHand() {
        float ln3 = (float) Math.log(3);
        for (Kernels kernels : BOTH) {
            float[] losses = new float[3];
            float[] dLogits = new float[6];
            kernels.crossEntropy(3, 2, new float[] {0, ln3, ln3, 0, Float.NaN, 0}, new int[] {1, 1, IGNORE}, IGNORE,
                    losses, dLogits);
            assertArrayEquals(new float[] {(float) -Math.log(0.75), (float) -Math.log(0.25), 0}, losses, 1e-6f);
            assertArrayEquals(new float[] {0.25f, -0.25f, 0.75f, -0.75f, 0, 0}, dLogits, 1e-6f);
        }
    }

    @Test
    void crossEntropyIsTheLossOfLogSoftmax() {
        for (Kernels kernels : BOTH) {
            for (int n : Expect.AWKWARD) {
                Tensor logits = Expect.random(n, ROWS, n).times(5);
                int[] targets = {0, n - 1, n / 2, IGNORE, 0};
                float[] losses = new float[ROWS];
                float[] dLogits = logits.data().clone();
                kernels.crossEntropy(ROWS, n, dLogits, targets, IGNORE, losses, dLogits); // in place
                Tensor logSoftmax = logits.logSoftmax();
                for (int i = 0; i < ROWS * n; i++) {
                    int target = targets[i / n];
                    double p = Math.exp(logSoftmax.data()[i]) - (i % n == target ? 1 : 0);
                    assertEquals(target == IGNORE ? 0 : p, dLogits[i], 2e-6);
                    if (i % n == target) {
                        assertEquals(-logSoftmax.data()[i], losses[i / n], 3e-6);
                    }
                }
                assertEquals(0, losses[3]);
            }
        }
    }

    /** As in PyTorch. */
    @Test
    void crossEntropyOfInfiniteLogits() {
        float inf = Float.POSITIVE_INFINITY;
        for (Kernels kernels : BOTH) {
            for (int n : new int[] {2, 40}) {
                float[] logits = new float[3 * n];
                logits[0] = -inf; // the target has no chance
                logits[n] = inf;
                logits[2 * n + 1] = Float.NaN;
                float[] losses = new float[3];
                float[] dLogits = new float[3 * n];
                kernels.crossEntropy(3, n, logits, new int[3], IGNORE, losses, dLogits);
                assertArrayEquals(new float[] {inf, Float.NaN, Float.NaN}, losses);
                assertEquals(-1, dLogits[0]);
                assertEquals(1f / (n - 1), dLogits[1], 1e-6);
                assertEquals(Float.NaN, dLogits[n + 1]);
                assertEquals(Float.NaN, dLogits[2 * n]);
            }
        }
    }

    @Test
    void vectorsAgreeWithTheSpecification() {
        for (Rows backward : BACKWARDS) {
            for (int n : Expect.AWKWARD) {
                Tensor x = Expect.random(n, ROWS, n).softmax();
                Tensor dy = Expect.random(n + 1, ROWS, n);
                Tensor expected = Tensor.zeros(ROWS, n);
                Tensor actual = Tensor.zeros(ROWS, n);
                backward.apply(SCALAR, n, x.data(), dy.data(), expected.data());
                backward.apply(BEST, n, x.data(), dy.data(), actual.data());
                double scale = 1 + Math.max(expected.max(), -expected.min()); // sums have an error like the largest
                Expect.close(expected.times((float) (1 / scale)), actual.times((float) (1 / scale)), 3e-6);
            }
        }
    }

    @Test
    void dxMayBeDyAndNothingBeyondTheRowsIsTouched() {
        for (Kernels kernels : BOTH) {
            for (Rows backward : BACKWARDS) {
                for (int n : Expect.AWKWARD) {
                    float[] x = Expect.random(n, ROWS * n + 1).data();
                    float[] dy = Expect.random(n + 1, ROWS * n + 1).data();
                    float[] dx = dy.clone();
                    backward.apply(kernels, n, x, dy, dx);
                    assertEquals(dy[ROWS * n], dx[ROWS * n]);
                    backward.apply(kernels, n, x, dy, dy);
                    assertArrayEquals(dx, dy);
                }
            }
        }
    }

    @Test
    void yMayBeX() {
        for (Kernels kernels : BOTH) {
            for (int n : Expect.AWKWARD) {
                float[] weight = Expect.random(7, n).data();
                float[] x = Expect.random(n, ROWS * n).data();
                float[] y = new float[x.length];
                kernels.softmax(ROWS, n, x, y);
                kernels.softmax(ROWS, n, x, x);
                assertArrayEquals(y, x);
                float[] stats = new float[Kernels.STATS * ROWS];
                kernels.layerNorm(ROWS, n, x, weight, weight, 1e-5f, y, stats);
                kernels.layerNorm(ROWS, n, x, weight, weight, 1e-5f, x, stats);
                assertArrayEquals(y, x);
                kernels.logSoftmax(ROWS, n, x, y);
                kernels.logSoftmax(ROWS, n, x, x);
                assertArrayEquals(y, x);
            }
        }
    }

    /** Many rows, far from 0: blocks of rows, and the digits that a mean of 1000 costs. */
    @Test
    void layerNormBackwardHoldsForManyRowsWhereverTheyLie() {
        int rows = 37;
        int n = 100;
        Tensor x = Expect.random(1, rows, n).plus(1000);
        float[] weight = Expect.random(2, n).data();
        float[] dy = Expect.random(3, rows, n).data();
        Tensor[] dx = {Tensor.zeros(rows, n), Tensor.zeros(rows, n)};
        Tensor[] dWeight = {Tensor.ones(n), Tensor.ones(n)};
        Tensor[] dBias = {Tensor.ones(n), Tensor.ones(n)};
        for (int i = 0; i < 2; i++) {
            BOTH[i].layerNormBackward(rows, n, x.data(), weight, stats(BOTH[i], rows, n, x.data(), 1e-5f), dy,
                    dx[i].data(), dWeight[i].data(), dBias[i].data());
        }
        Expect.close(dx[0], dx[1], 3e-6);
        Expect.close(dWeight[0], dWeight[1], 5e-6);
        Expect.close(dBias[0], dBias[1], 5e-6);
    }
}
