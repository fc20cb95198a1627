package spotlight.tensor;

import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Matrix products on vector registers: the columns of b are copied panel by panel into the order in which they are
 * used, then tiles of c are summed up in registers.
 *
 * <p>The result is the same to the bit in every run, variant, shape and vector width: each element is one chain of
 * fused multiply-adds over the inner index 0, 1, ..., k-1.
 */
final class VectorMatmul {
    /** Columns of b and rows of a that the innermost loop holds in registers. */
    private static final int PANEL = 2 * LANES;
    private static final int TILE = 4;

    private VectorMatmul() {
    }

    /** {@link Kernels#gemm}: what is transposed is turned round by copying it. */
    static void gemm(boolean aT, boolean bT, int m, int n, int k, float[] a, int aFrom, int aRow, float[] b, int bFrom,
            int bRow, boolean add, float[] c, int cFrom, int cRow) {
        for (int i = 0; i < m && !add; i++) {
            Arrays.fill(c, cFrom + i * cRow, cFrom + i * cRow + n, 0);
        }
        if (aT) {
            gemm(false, bT, m, n, k, transpose(m, k, a, aFrom, aRow), 0, k, b, bFrom, bRow, true, c, cFrom, cRow);
            return;
        }
        float[] packed = new float[k * PANEL];
        for (int j = 0; j < n; j += PANEL) {
            int columns = Math.min(PANEL, n - j);
            if (bT) {
                packT(k, columns, b, bFrom + j * bRow, bRow, packed);
            } else {
                pack(k, columns, b, bFrom + j, bRow, packed);
            }
            panel(m, k, columns, a, aFrom, aRow, packed, 0, PANEL, c, cFrom + j, cRow);
        }
    }

    private static float[] transpose(int m, int k, float[] a, int aFrom, int aRow) {
        float[] aT = new float[m * k];
        for (int i0 = 0; i0 < m; i0 += LANES) { // in strips, so that the reads stay near each other
            int i1 = Math.min(m, i0 + LANES);
            for (int p = 0; p < k; p++) {
                for (int i = i0; i < i1; i++) {
                    aT[i * k + p] = a[aFrom + p * aRow + i];
                }
            }
        }
        return aT;
    }

    private static void pack(int k, int columns, float[] b, int bFrom, int bRow, float[] packed) {
        for (int p = 0; p < k; p++) {
            System.arraycopy(b, bFrom + p * bRow, packed, p * PANEL, columns);
        }
    }

    private static void packT(int k, int columns, float[] b, int bFrom, int bRow, float[] packed) {
        for (int column = 0; column < columns; column++) {
            int row = bFrom + column * bRow;
            for (int p = 0; p < k; p++) {
                packed[p * PANEL + column] = b[row + p];
            }
        }
    }

    /** All rows of c for at most PANEL columns. A narrower panel is computed in full width beside c. */
    private static void panel(int m, int k, int columns, float[] a, int aFrom, int aRow, float[] b, int bFrom,
            int bRow, float[] c, int cFrom, int cRow) {
        if (columns < PANEL) {
            float[] wide = new float[m * PANEL];
            for (int i = 0; i < m; i++) {
                System.arraycopy(c, cFrom + i * cRow, wide, i * PANEL, columns);
            }
            panel(m, k, PANEL, a, aFrom, aRow, b, bFrom, bRow, wide, 0, PANEL);
            for (int i = 0; i < m; i++) {
                System.arraycopy(wide, i * PANEL, c, cFrom + i * cRow, columns);
            }
            return;
        }
        int i = 0;
        for (; i + TILE <= m; i += TILE) {
            tile4(k, a, aFrom + i * aRow, aRow, b, bFrom, bRow, c, cFrom + i * cRow, cRow);
        }
        for (; i < m; i++) {
            tile1(k, a, aFrom + i * aRow, b, bFrom, bRow, c, cFrom + i * cRow);
        }
    }

    /** Four rows of a with two vectors of columns of b: eight sums in registers. */
    private static void tile4(int k, float[] a, int aFrom, int aRow, float[] b, int bFrom, int bRow, float[] c,
            int cFrom,
            int cRow) {
        FloatVector c00 = FloatVector.fromArray(S, c, cFrom);
        FloatVector c01 = FloatVector.fromArray(S, c, cFrom + LANES);
        FloatVector c10 = FloatVector.fromArray(S, c, cFrom + cRow);
        FloatVector c11 = FloatVector.fromArray(S, c, cFrom + cRow + LANES);
        FloatVector c20 = FloatVector.fromArray(S, c, cFrom + 2 * cRow);
        FloatVector c21 = FloatVector.fromArray(S, c, cFrom + 2 * cRow + LANES);
        FloatVector c30 = FloatVector.fromArray(S, c, cFrom + 3 * cRow);
        FloatVector c31 = FloatVector.fromArray(S, c, cFrom + 3 * cRow + LANES);
        for (int p = 0, row = bFrom; p < k; p++, row += bRow) {
            FloatVector b0 = FloatVector.fromArray(S, b, row);
            FloatVector b1 = FloatVector.fromArray(S, b, row + LANES);
            FloatVector a0 = FloatVector.broadcast(S, a[aFrom + p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(S, a[aFrom + aRow + p]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(S, a[aFrom + 2 * aRow + p]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(S, a[aFrom + 3 * aRow + p]);
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
        FloatVector c0 = FloatVector.fromArray(S, c, cFrom);
        FloatVector c1 = FloatVector.fromArray(S, c, cFrom + LANES);
        for (int p = 0, row = bFrom; p < k; p++, row += bRow) {
            FloatVector a0 = FloatVector.broadcast(S, a[aFrom + p]);
            c0 = a0.fma(FloatVector.fromArray(S, b, row), c0);
            c1 = a0.fma(FloatVector.fromArray(S, b, row + LANES), c1);
        }
        c0.intoArray(c, cFrom);
        c1.intoArray(c, cFrom + LANES);
    }
}
