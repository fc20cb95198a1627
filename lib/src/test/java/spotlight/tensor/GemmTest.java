package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import spotlight.Expect;

/** What is promised beyond being right: one order of summation, whatever the shape, the variant and the kernels. */
class GemmTest {
    private static final int[] SIZES = {0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 129};
    private static final int FROM = 3; // matrices begin inside larger arrays,
    private static final int GAP = 5; // and so do their rows

    @Test
    void everyElementIsOneChainOfFusedMultiplyAdds() {
        for (int m : SIZES) {
            for (int n : SIZES) {
                int k = SIZES[(m + 3 * n) % SIZES.length];
                for (int variant = 0; variant < 8; variant++) {
                    check((variant & 1) != 0, (variant & 2) != 0, (variant & 4) != 0, m, n, k);
                }
            }
        }
    }

    private static void check(boolean aT, boolean bT, boolean add, int m, int n, int k) {
        int aRow = (aT ? m : k) + GAP;
        int bRow = (bT ? k : n) + GAP;
        int cRow = n + GAP;
        float[] a = Expect.random(1, FROM + (aT ? k : m) * aRow).data();
        float[] b = Expect.random(2, FROM + (bT ? n : k) * bRow).data();
        float[] before = Expect.random(3, FROM + m * cRow).data();
        float[] expected = before.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = add ? before[FROM + i * cRow + j] : 0;
                for (int p = 0; p < k; p++) {
                    float x = a[FROM + (aT ? p * aRow + i : i * aRow + p)];
                    sum = Math.fma(x, b[FROM + (bT ? j * bRow + p : p * bRow + j)], sum);
                }
                expected[FROM + i * cRow + j] = sum;
            }
        }
        float[] aCopy = a.clone();
        float[] bCopy = b.clone();
        for (Kernels kernels : Arrays.asList(new ScalarKernels(), Kernels.best())) {
            String what = kernels.name() + (aT ? " T" : " N") + (bT ? "T " : "N ") + add + " " + m + " " + n + " " + k;
            float[] c = before.clone();
            kernels.gemm(aT, bT, m, n, k, a, FROM, aRow, b, FROM, bRow, add, c, FROM, cRow);
            boolean dots = !aT && (m == 1 && bT || n == 1); // a vector along k: partial sums per lane, then rounding
            assertArrayEquals(expected, c, dots ? 2e-6f * (1 + k) : 0, what); // nor is anything between rows touched
            assertArrayEquals(aCopy, a, what);
            assertArrayEquals(bCopy, b, what);
        }
    }
}
