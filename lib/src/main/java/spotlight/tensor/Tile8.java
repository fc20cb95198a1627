package spotlight.tensor;

import static spotlight.tensor.Gemm.PANEL;
import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;

import jdk.incubator.vector.FloatVector;

/**
 * The innermost loops of {@link Gemm} for processors with 32 vector registers: eight rows by two vectors of columns are
 * summed up in 16 registers. Each step of k loads two vectors of b and multiplies them by eight single numbers of a,
 * so that 10 loads serve 16 fused multiply-adds. Written out line by line, because registers have names, not indices,
 * and without helper methods, because the JIT compiler stops inlining those in a method as large as this.
 *
 * <p>The sums begin with {@code start}: with c itself where a product is added to it, else with a row of zeros
 * ({@code startRow} 0). One loop serves both, without a branch that the compiler could guess wrongly.
 */
final class Tile8 {
    static final int ROWS = 8;

    private Tile8() {
    }

    /**
     * Eight rows of a in place, their distance being aRow. One step of k at a time, though two would share the computing of
     * addresses: that was no faster, and twice as many operations are more than JDK 17 is sure to keep in registers, see
     * {@link FirstUse}.
     */
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
        FloatVector c40 = FloatVector.fromArray(S, start, startFrom + 4 * startRow);
        FloatVector c41 = FloatVector.fromArray(S, start, startFrom + 4 * startRow + LANES);
        FloatVector c50 = FloatVector.fromArray(S, start, startFrom + 5 * startRow);
        FloatVector c51 = FloatVector.fromArray(S, start, startFrom + 5 * startRow + LANES);
        FloatVector c60 = FloatVector.fromArray(S, start, startFrom + 6 * startRow);
        FloatVector c61 = FloatVector.fromArray(S, start, startFrom + 6 * startRow + LANES);
        FloatVector c70 = FloatVector.fromArray(S, start, startFrom + 7 * startRow);
        FloatVector c71 = FloatVector.fromArray(S, start, startFrom + 7 * startRow + LANES);
        int a1 = aFrom + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int a4 = a3 + aRow;
        int a5 = a4 + aRow;
        int a6 = a5 + aRow;
        int a7 = a6 + aRow;
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
            FloatVector x4 = FloatVector.broadcast(S, a[a4 + p]);
            c40 = x4.fma(b0, c40);
            c41 = x4.fma(b1, c41);
            FloatVector x5 = FloatVector.broadcast(S, a[a5 + p]);
            c50 = x5.fma(b0, c50);
            c51 = x5.fma(b1, c51);
            FloatVector x6 = FloatVector.broadcast(S, a[a6 + p]);
            c60 = x6.fma(b0, c60);
            c61 = x6.fma(b1, c61);
            FloatVector x7 = FloatVector.broadcast(S, a[a7 + p]);
            c70 = x7.fma(b0, c70);
            c71 = x7.fma(b1, c71);
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + LANES);
        c10.intoArray(c, cFrom + cRow);
        c11.intoArray(c, cFrom + cRow + LANES);
        c20.intoArray(c, cFrom + 2 * cRow);
        c21.intoArray(c, cFrom + 2 * cRow + LANES);
        c30.intoArray(c, cFrom + 3 * cRow);
        c31.intoArray(c, cFrom + 3 * cRow + LANES);
        c40.intoArray(c, cFrom + 4 * cRow);
        c41.intoArray(c, cFrom + 4 * cRow + LANES);
        c50.intoArray(c, cFrom + 5 * cRow);
        c51.intoArray(c, cFrom + 5 * cRow + LANES);
        c60.intoArray(c, cFrom + 6 * cRow);
        c61.intoArray(c, cFrom + 6 * cRow + LANES);
        c70.intoArray(c, cFrom + 7 * cRow);
        c71.intoArray(c, cFrom + 7 * cRow + LANES);
    }

    /** Eight columns of aT in a packed panel. */
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
        FloatVector c40 = FloatVector.fromArray(S, start, startFrom + 4 * startRow);
        FloatVector c41 = FloatVector.fromArray(S, start, startFrom + 4 * startRow + LANES);
        FloatVector c50 = FloatVector.fromArray(S, start, startFrom + 5 * startRow);
        FloatVector c51 = FloatVector.fromArray(S, start, startFrom + 5 * startRow + LANES);
        FloatVector c60 = FloatVector.fromArray(S, start, startFrom + 6 * startRow);
        FloatVector c61 = FloatVector.fromArray(S, start, startFrom + 6 * startRow + LANES);
        FloatVector c70 = FloatVector.fromArray(S, start, startFrom + 7 * startRow);
        FloatVector c71 = FloatVector.fromArray(S, start, startFrom + 7 * startRow + LANES);
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
            FloatVector x4 = FloatVector.broadcast(S, a[aFrom + p * PANEL + 4]);
            c40 = x4.fma(b0, c40);
            c41 = x4.fma(b1, c41);
            FloatVector x5 = FloatVector.broadcast(S, a[aFrom + p * PANEL + 5]);
            c50 = x5.fma(b0, c50);
            c51 = x5.fma(b1, c51);
            FloatVector x6 = FloatVector.broadcast(S, a[aFrom + p * PANEL + 6]);
            c60 = x6.fma(b0, c60);
            c61 = x6.fma(b1, c61);
            FloatVector x7 = FloatVector.broadcast(S, a[aFrom + p * PANEL + 7]);
            c70 = x7.fma(b0, c70);
            c71 = x7.fma(b1, c71);
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + LANES);
        c10.intoArray(c, cFrom + cRow);
        c11.intoArray(c, cFrom + cRow + LANES);
        c20.intoArray(c, cFrom + 2 * cRow);
        c21.intoArray(c, cFrom + 2 * cRow + LANES);
        c30.intoArray(c, cFrom + 3 * cRow);
        c31.intoArray(c, cFrom + 3 * cRow + LANES);
        c40.intoArray(c, cFrom + 4 * cRow);
        c41.intoArray(c, cFrom + 4 * cRow + LANES);
        c50.intoArray(c, cFrom + 5 * cRow);
        c51.intoArray(c, cFrom + 5 * cRow + LANES);
        c60.intoArray(c, cFrom + 6 * cRow);
        c61.intoArray(c, cFrom + 6 * cRow + LANES);
        c70.intoArray(c, cFrom + 7 * cRow);
        c71.intoArray(c, cFrom + 7 * cRow + LANES);
    }
}
