package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spotlight.Expect;

/** What is promised beyond being right: one order of summation, whatever the shape, the variant and the kernels. */
class GemmTest {
    private static final int[] SIZES = {0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 129};
    private static final int[][] BLOCKS = {{130, 260, 1030}, {257, 33, 513}, {3, 1025, 260}, {1, 1030, 100},
            {136, 32, 511}, {40, 512, 256}}; // m, n, k at and beyond the sizes of cache blocks
    private static final List<Kernels> KERNELS = List.of(new ScalarKernels(), Kernels.best());
    private static final int FROM = 3; // matrices begin inside larger arrays,
    private static final int GAP = 5; // and there is something between their rows

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

    @Test
    void soItIsAcrossTheBordersOfBlocks() {
        for (int[] size : BLOCKS) {
            for (int variant = 0; variant < 8; variant++) {
                check((variant & 1) != 0, (variant & 2) != 0, (variant & 4) != 0, size[0], size[1], size[2]);
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
        boolean dots = !aT && (m == 1 && bT || n == 1); // partial sums per lane: rounding wanders like a random walk
        float tolerance = dots ? 1e-6f * (1 + (float) Math.sqrt(k)) : 0;
        float[] aBefore = a.clone();
        float[] bBefore = b.clone();
        for (Kernels kernels : KERNELS) {
            String what = kernels.name() + (aT ? " T" : " N") + (bT ? "T " : "N ") + add + " " + m + " " + n + " " + k;
            float[] c = before.clone();
            kernels.gemm(aT, bT, m, n, k, a, FROM, aRow, b, FROM, bRow, add, c, FROM, cRow);
            assertArrayEquals(expected, c, tolerance, what); // what lies between the rows is as it was
            assertArrayEquals(aBefore, a, what);
            assertArrayEquals(bBefore, b, what);
        }
    }

    /** The interpreter and both compilers get their turn. */
    @Test
    void aResultIsTheSameHoweverOftenItIsComputed() {
        float[] a = Expect.random(1, 40 * 200).data();
        float[] b = Expect.random(2, 40 * 200).data();
        for (int m : new int[] {1, 2, 40}) {
            for (boolean bT : new boolean[] {false, true}) {
                float[] first = product(bT, m, 40, 200, a, b);
                for (int i = 0; i < 3000; i++) {
                    assertArrayEquals(first, product(bT, m, 40, 200, a, b));
                }
            }
        }
    }

    @Test
    void threadsDoNotDisturbEachOther() {
        float[] a = Expect.random(1, 129 * 65).data();
        float[] b = Expect.random(2, 65 * 100).data();
        float[] expected = product(true, 129, 100, 65, a, b);
        IntStream.range(0, 64).parallel()
                .forEach(i -> assertArrayEquals(expected, product(true, 129, 100, 65, a, b)));
    }

    private static float[] product(boolean bT, int m, int n, int k, float[] a, float[] b) {
        float[] c = new float[m * n];
        Kernels.best().gemm(false, bT, m, n, k, a, 0, k, b, 0, bT ? k : n, false, c, 0, n);
        return c;
    }

    @Test
    void notANumberAndInfinityReachExactlyTheirRowOrColumn() {
        for (Kernels kernels : KERNELS) {
            for (int m : new int[] {1, 5, 30}) {
                float[] a = Tensor.full(1, m, 20).data();
                float[] b = Tensor.full(1, 20, 45).data();
                a[(m - 1) * 20 + 7] = Float.NaN; // in the last row of a
                b[3 * 45 + 44] = Float.POSITIVE_INFINITY; // in the last column of b
                float[] c = new float[m * 45];
                kernels.gemm(false, false, m, 45, 20, a, 0, 20, b, 0, 45, false, c, 0, 45);
                for (int i = 0; i < c.length; i++) {
                    float inRow = i % 45 == 44 ? Float.POSITIVE_INFINITY : 20;
                    assertEquals(i / 45 == m - 1 ? Float.NaN : inRow, c[i], kernels.name() + " element " + i);
                }
            }
        }
    }

    @Test
    void whatIsInTheResultBeforeDoesNotMatterUnlessItIsAddedTo() {
        for (Kernels kernels : KERNELS) {
            float[] c = Tensor.full(Float.NaN, 3, 50).data();
            kernels.gemm(false, false, 3, 50, 4, new float[12], 0, 4, new float[200], 0, 50, false, c, 0, 50);
            assertArrayEquals(new float[150], c, kernels.name());
        }
    }
}
