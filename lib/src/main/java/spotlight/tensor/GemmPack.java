package spotlight.tensor;

import static spotlight.tensor.Gemm.PANEL;
import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;
import static spotlight.tensor.VectorMath.load;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Copies matrices into panels, the order in which {@link Gemm} reads them: a panel holds {@link Gemm#PANEL} columns of
 * a [k,n] matrix, row after row without a gap. Columns that are missing in the last panel are filled with zeros.
 */
final class GemmPack {
    static final VectorShuffle<Float> SWAP_1 = VectorShuffle.fromOp(S, lane -> lane ^ 1);
    static final VectorShuffle<Float> SWAP_2 = VectorShuffle.fromOp(S, lane -> lane ^ 2);
    static final VectorMask<Float> ODD = lanes(1, 1);
    static final VectorMask<Float> ODD_PAIR = lanes(2, 2);
    private static final VectorMask<Float> FOURTH_1 = lanes(12, 4);
    private static final VectorMask<Float> FOURTH_2 = lanes(12, 8);
    private static final VectorMask<Float> FOURTH_3 = lanes(12, 12);

    private GemmPack() {
    }

    /** One panel of b [k,n], or of its transpose if b is stored [n,k]: the columns from..from+width-1. */
    static void panel(boolean bT, int k, int width, float[] b, int bFrom, int bRow, float[] panel, int panelFrom) {
        if (width < PANEL) {
            Arrays.fill(panel, panelFrom, panelFrom + k * PANEL, 0);
        }
        if (bT) {
            int j = 0;
            for (; j + LANES <= width; j += LANES) {
                transpose(k, b, bFrom + j * bRow, bRow, panel, panelFrom + j);
            }
            columns(k, j, width, b, bFrom, bRow, panel, panelFrom);
        } else if (width < PANEL) {
            for (int p = 0; p < k; p++) {
                System.arraycopy(b, bFrom + p * bRow, panel, panelFrom + p * PANEL, width);
            }
        } else {
            rows(k, b, bFrom, bRow, panel, panelFrom);
        }
    }

    private static void rows(int k, float[] b, int bFrom, int bRow, float[] panel, int panelFrom) {
        for (int p = 0; p < k; p++) {
            load(b, bFrom + p * bRow).intoArray(panel, panelFrom + p * PANEL);
            load(b, bFrom + p * bRow + LANES).intoArray(panel, panelFrom + p * PANEL + LANES);
        }
    }

    /** The rows j0..j1-1 of b become columns, number by number. */
    private static void columns(int k, int j0, int j1, float[] b, int bFrom, int bRow, float[] panel, int panelFrom) {
        for (int j = j0; j < j1; j++) {
            for (int p = 0; p < k; p++) {
                panel[panelFrom + p * PANEL + j] = b[bFrom + j * bRow + p];
            }
        }
    }

    /**
     * LANES rows of b become columns, four steps of k at a time. Lane 4g+x of r0 is b[4g][x], of r1 b[4g+1][x], and so
     * on: the rows are loaded shifted, so that the four numbers wanted of each fall into their lanes. (What the loads
     * touch to the left and right of these lies in other rows of the same block.) It remains to transpose the 4 x 4
     * blocks that lie side by side in r0 to r3: first the 2 x 2 blocks in them, then these as a whole.
     *
     * <p>All in one method, because the JIT compiler may refuse to inline a helper, and then a vector that it returns
     * is an object.
     */
    private static void transpose(int k, float[] b, int bFrom, int bRow, float[] panel, int panelFrom) {
        int p = 0;
        for (; p + 4 <= k; p += 4) {
            int at = bFrom + p;
            FloatVector r0 = FloatVector.fromArray(S, b, at);
            FloatVector r1 = FloatVector.fromArray(S, b, at + bRow);
            FloatVector r2 = FloatVector.fromArray(S, b, at + 2 * bRow);
            FloatVector r3 = FloatVector.fromArray(S, b, at + 3 * bRow);
            if (LANES > 4) {
                at += 4 * bRow - 4;
                r0 = r0.blend(FloatVector.fromArray(S, b, at), FOURTH_1);
                r1 = r1.blend(FloatVector.fromArray(S, b, at + bRow), FOURTH_1);
                r2 = r2.blend(FloatVector.fromArray(S, b, at + 2 * bRow), FOURTH_1);
                r3 = r3.blend(FloatVector.fromArray(S, b, at + 3 * bRow), FOURTH_1);
            }
            if (LANES > 8) {
                at += 4 * bRow - 4;
                r0 = r0.blend(FloatVector.fromArray(S, b, at), FOURTH_2);
                r1 = r1.blend(FloatVector.fromArray(S, b, at + bRow), FOURTH_2);
                r2 = r2.blend(FloatVector.fromArray(S, b, at + 2 * bRow), FOURTH_2);
                r3 = r3.blend(FloatVector.fromArray(S, b, at + 3 * bRow), FOURTH_2);
                at += 4 * bRow - 4;
                r0 = r0.blend(FloatVector.fromArray(S, b, at), FOURTH_3);
                r1 = r1.blend(FloatVector.fromArray(S, b, at + bRow), FOURTH_3);
                r2 = r2.blend(FloatVector.fromArray(S, b, at + 2 * bRow), FOURTH_3);
                r3 = r3.blend(FloatVector.fromArray(S, b, at + 3 * bRow), FOURTH_3);
            }
            FloatVector s0 = r0.blend(r1.rearrange(SWAP_1), ODD);
            FloatVector s1 = r0.rearrange(SWAP_1).blend(r1, ODD);
            FloatVector s2 = r2.blend(r3.rearrange(SWAP_1), ODD);
            FloatVector s3 = r2.rearrange(SWAP_1).blend(r3, ODD);
            int to = panelFrom + p * PANEL;
            s0.blend(s2.rearrange(SWAP_2), ODD_PAIR).intoArray(panel, to);
            s1.blend(s3.rearrange(SWAP_2), ODD_PAIR).intoArray(panel, to + PANEL);
            s0.rearrange(SWAP_2).blend(s2, ODD_PAIR).intoArray(panel, to + 2 * PANEL);
            s1.rearrange(SWAP_2).blend(s3, ODD_PAIR).intoArray(panel, to + 3 * PANEL);
        }
        columns(k - p, 0, LANES, b, bFrom + p, bRow, panel, panelFrom + p * PANEL);
    }

    /** The lanes whose number, of the bits in {@code mask}, has exactly these set. */
    private static VectorMask<Float> lanes(int mask, int bits) {
        boolean[] lanes = new boolean[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] = (lane & mask) == bits;
        }
        return VectorMask.fromArray(S, lanes, 0);
    }
}
