package spotlight.tensor;

import static spotlight.tensor.Gemm.PANEL;
import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;

import jdk.incubator.vector.FloatVector;

/**
 * The innermost loops of {@link Gemm} for processors with 16 vector registers: four rows by two vectors of columns.
 * More sums would not leave the compiler enough registers, and it would park them in memory, at half the speed.
 * Everything else is as in {@link Tile8}.
 */
final class Tile4 {
    static final int ROWS = 4;

    private Tile4() {
    }

    /** Four rows of a in place, their distance being aRow. */
    static void rows(int k, float[] a, int aFrom, int aRow, float[] b, int bFrom, float[] start,
            int startFrom, int startRow, float[] c, int cFrom, int cRow) {
        FloatVector c00 = FloatVector.fromArray(S, start, startFrom);
        FloatVector c01 = FloatVector.fromArray(S, start, startFrom + LANES);
        FloatVector c10 = FloatVector.fromArray(S, start, startFrom + startRow);
        FloatVector c11 = FloatVector.fromArray(S, start, startFrom + startRow + LANES);
        FloatVector c20 = FloatVector.fromArray(S, start, startFrom + 2 * startRow);
        FloatVector c21 = FloatVector.fromArray(S, start, startFrom + 2 * startRow + LANES);
        FloatVector c30 = FloatVector.fromArray(S, start, startFrom + 3 * startRow);
        FloatVector c31 = FloatVector.fromArray(S, start, startFrom + 3 * startRow + LANES);
        int a1 = aFrom + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, bFrom + p * PANEL);
            FloatVector b1 = FloatVector.fromArray(S, b, bFrom + p * PANEL + LANES);
            FloatVector x0 = FloatVector.broadcast(S, a[aFrom + p]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            FloatVector x1 = FloatVector.broadcast(S, a[a1 + p]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            FloatVector x2 = FloatVector.broadcast(S, a[a2 + p]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            FloatVector x3 = FloatVector.broadcast(S, a[a3 + p]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
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

    /** Four columns of aT in a packed panel. */
    static void columns(int k, float[] a, int aFrom, float[] b, int bFrom, float[] start,
            int startFrom, int startRow, float[] c, int cFrom, int cRow) {
        FloatVector c00 = FloatVector.fromArray(S, start, startFrom);
        FloatVector c01 = FloatVector.fromArray(S, start, startFrom + LANES);
        FloatVector c10 = FloatVector.fromArray(S, start, startFrom + startRow);
        FloatVector c11 = FloatVector.fromArray(S, start, startFrom + startRow + LANES);
        FloatVector c20 = FloatVector.fromArray(S, start, startFrom + 2 * startRow);
        FloatVector c21 = FloatVector.fromArray(S, start, startFrom + 2 * startRow + LANES);
        FloatVector c30 = FloatVector.fromArray(S, start, startFrom + 3 * startRow);
        FloatVector c31 = FloatVector.fromArray(S, start, startFrom + 3 * startRow + LANES);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, bFrom + p * PANEL);
            FloatVector b1 = FloatVector.fromArray(S, b, bFrom + p * PANEL + LANES);
            FloatVector x0 = FloatVector.broadcast(S, a[aFrom + p * PANEL]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            FloatVector x1 = FloatVector.broadcast(S, a[aFrom + p * PANEL + 1]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            FloatVector x2 = FloatVector.broadcast(S, a[aFrom + p * PANEL + 2]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            FloatVector x3 = FloatVector.broadcast(S, a[aFrom + p * PANEL + 3]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
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
}
