package spotlight.tensor;

import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;

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

    /** {@link Kernels#matmulNN}. */
    static void nn(int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
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

    /** {@link Kernels#matmulNT}: packing transposes b on the way. */
    static void nt(int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
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

    /** {@link Kernels#matmulTN}: a is transposed first. */
    static void tn(int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        float[] aT = new float[m * k];
        for (int i0 = 0; i0 < m; i0 += LANES) { // in strips, so that the reads stay near each other
            int i1 = Math.min(m, i0 + LANES);
            for (int p = 0; p < k; p++) {
                for (int i = i0; i < i1; i++) {
                    aT[i * k + p] = a[aFrom + p * m + i];
                }
            }
        }
        nn(m, n, k, aT, 0, b, bFrom, c, cFrom);
    }

    /** All rows of c for at most PANEL columns. A narrower panel is computed in full width beside c, then copied. */
    private static void panel(int m, int k, int columns, float[] a, int aFrom, float[] b, int bFrom, int bRow,
            float[] c, int cFrom, int cRow) {
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
}
