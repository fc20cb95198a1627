package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import spotlight.Expect;

/** What is promised beyond being right: one order of summation, whatever the shape, the variant and the width. */
class VectorMatmulTest {
    private static final int[] SIZES = {1, 3, 4, 5, 8, 9, 31, 33, 64, 100};

    @Test
    void everyElementIsOneChainOfFusedMultiplyAdds() {
        assumeTrue(Kernels.best().lanes() > 1, "no vectors here");
        for (int m : SIZES) {
            for (int n : SIZES) {
                for (int k : new int[] {0, 1, 17, 64}) {
                    check(m, n, k);
                }
            }
        }
    }

    private static void check(int m, int n, int k) {
        Tensor a = Expect.random(1, m, k);
        Tensor b = Expect.random(2, k, n);
        float[] expected = new float[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int p = 0; p < k; p++) {
                    expected[i * n + j] = Math.fma(a.at(i, p), b.at(p, j), expected[i * n + j]);
                }
            }
        }
        float[] c = new float[m * n];
        VectorMatmul.nn(m, n, k, a.data(), 0, b.data(), 0, c, 0);
        assertArrayEquals(expected, c, "NN " + m + " " + n + " " + k);
        VectorMatmul.nt(m, n, k, a.data(), 0, b.transpose().data(), 0, c, 0);
        assertArrayEquals(expected, c, "NT " + m + " " + n + " " + k);
        VectorMatmul.tn(m, n, k, a.transpose().data(), 0, b.data(), 0, c, 0);
        assertArrayEquals(expected, c, "TN " + m + " " + n + " " + k);
    }
}
