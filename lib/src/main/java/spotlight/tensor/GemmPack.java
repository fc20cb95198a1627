package spotlight.tensor;

import static jdk.incubator.vector.VectorOperators.BITWISE_BLEND;
import static spotlight.tensor.Gemm.PANEL;
import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies matrices into panels, the order in which {@link Gemm} reads them: a panel holds {@link Gemm#PANEL} columns of
 * a [k,n] matrix, row after row without a gap. Columns that are missing in the last panel are filled with zeros.
 *
 * <p>Transposing moves the bits of the numbers as integers: those are chosen between with one instruction, while a
 * choice by {@code VectorMask} costs two on JDK 17.
 */
final class GemmPack {
    private static final VectorSpecies<Integer> BITS = S.withLanes(int.class);
    private static final VectorShuffle<Integer> SWAP_1 = swap(1);
    private static final VectorShuffle<Integer> SWAP_2 = swap(2);
    private static final VectorShuffle<Integer> SWAP_4 = swap(4);
    private static final VectorShuffle<Integer> SWAP_8 = swap(8);
    private static final IntVector ODD_1 = odd(1);
    private static final IntVector ODD_2 = odd(2);
    private static final IntVector ODD_4 = odd(4);
    private static final IntVector ODD_8 = odd(8);

    private GemmPack() {
    }

    /** One panel of b [k,n], or of its transpose if b is stored [n,k]: the first {@code width} columns from bFrom on. */
    static void panel(boolean bT, int k, int width, float[] b, int bFrom, int bRow, float[] panel, int panelFrom) {
        if (width < PANEL) {
            Arrays.fill(panel, panelFrom, panelFrom + k * PANEL, 0);
        }
        if (bT) {
            int j = 0;
            for (; j + LANES <= width; j += LANES) {
                transpose(k, b, bFrom + j * bRow, bRow, panel, panelFrom + j);
            }
            columns(k, width - j, b, bFrom + j * bRow, bRow, panel, panelFrom + j);
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
            int from = bFrom + p * bRow;
            int to = panelFrom + p * PANEL;
            FloatVector.fromArray(S, b, from).intoArray(panel, to);
            FloatVector.fromArray(S, b, from + LANES).intoArray(panel, to + LANES);
        }
    }

    /** Rows of b become columns, number by number. */
    private static void columns(int k, int n, float[] b, int bFrom, int bRow, float[] panel, int panelFrom) {
        for (int j = 0; j < n; j++) {
            for (int p = 0; p < k; p++) {
                panel[panelFrom + p * PANEL + j] = b[bFrom + j * bRow + p];
            }
        }
    }

    /** LANES rows of b become columns: first within blocks of 4 x 4 numbers, then the blocks change places. */
    private static void transpose(int k, float[] b, int bFrom, int bRow, float[] panel, int panelFrom) {
        int whole = S.loopBound(k);
        transposeBlocks(whole, b, bFrom, bRow, panel, panelFrom);
        if (LANES == 16) {
            swapBlocksOf16(whole, panel, panelFrom);
        } else if (LANES == 8) {
            swapBlocksOf8(whole, panel, panelFrom);
        }
        columns(k - whole, LANES, b, bFrom + whole, bRow, panel, panelFrom + whole * PANEL);
    }

    /** Four rows at a time, and in them the 4 x 4 blocks that lie side by side: their 2 x 2 blocks, then as a whole. */
    private static void transposeBlocks(int k, float[] b, int bFrom, int bRow, float[] panel, int panelFrom) {
        for (int p = 0; p < k; p += LANES) {
            for (int block = 0; block < LANES; block += 4) {
                int from = bFrom + block * bRow + p;
                IntVector r0 = FloatVector.fromArray(S, b, from).reinterpretAsInts();
                IntVector r1 = FloatVector.fromArray(S, b, from + bRow).reinterpretAsInts();
                IntVector r2 = FloatVector.fromArray(S, b, from + 2 * bRow).reinterpretAsInts();
                IntVector r3 = FloatVector.fromArray(S, b, from + 3 * bRow).reinterpretAsInts();
                IntVector s0 = r0.lanewise(BITWISE_BLEND, r1.rearrange(SWAP_1), ODD_1);
                IntVector s1 = r0.rearrange(SWAP_1).lanewise(BITWISE_BLEND, r1, ODD_1);
                IntVector s2 = r2.lanewise(BITWISE_BLEND, r3.rearrange(SWAP_1), ODD_1);
                IntVector s3 = r2.rearrange(SWAP_1).lanewise(BITWISE_BLEND, r3, ODD_1);
                int to = panelFrom + (p + block) * PANEL;
                s0.lanewise(BITWISE_BLEND, s2.rearrange(SWAP_2), ODD_2).reinterpretAsFloats().intoArray(panel, to);
                s1.lanewise(BITWISE_BLEND, s3.rearrange(SWAP_2), ODD_2).reinterpretAsFloats().intoArray(panel,
                        to + PANEL);
                s0.rearrange(SWAP_2).lanewise(BITWISE_BLEND, s2, ODD_2).reinterpretAsFloats().intoArray(panel,
                        to + 2 * PANEL);
                s1.rearrange(SWAP_2).lanewise(BITWISE_BLEND, s3, ODD_2).reinterpretAsFloats().intoArray(panel,
                        to + 3 * PANEL);
            }
        }
    }

    /** Transposes the 4 x 4 blocks of 16 x 16 numbers, each block as if it were one number. */
    private static void swapBlocksOf16(int k, float[] panel, int panelFrom) {
        for (int p = 0; p < k; p += LANES) {
            for (int row = 0; row < 4; row++) {
                int at = panelFrom + (p + row) * PANEL;
                IntVector r0 = FloatVector.fromArray(S, panel, at).reinterpretAsInts();
                IntVector r1 = FloatVector.fromArray(S, panel, at + 4 * PANEL).reinterpretAsInts();
                IntVector r2 = FloatVector.fromArray(S, panel, at + 8 * PANEL).reinterpretAsInts();
                IntVector r3 = FloatVector.fromArray(S, panel, at + 12 * PANEL).reinterpretAsInts();
                IntVector s0 = r0.lanewise(BITWISE_BLEND, r1.rearrange(SWAP_4), ODD_4);
                IntVector s1 = r0.rearrange(SWAP_4).lanewise(BITWISE_BLEND, r1, ODD_4);
                IntVector s2 = r2.lanewise(BITWISE_BLEND, r3.rearrange(SWAP_4), ODD_4);
                IntVector s3 = r2.rearrange(SWAP_4).lanewise(BITWISE_BLEND, r3, ODD_4);
                s0.lanewise(BITWISE_BLEND, s2.rearrange(SWAP_8), ODD_8).reinterpretAsFloats().intoArray(panel, at);
                s1.lanewise(BITWISE_BLEND, s3.rearrange(SWAP_8), ODD_8).reinterpretAsFloats().intoArray(panel,
                        at + 4 * PANEL);
                s0.rearrange(SWAP_8).lanewise(BITWISE_BLEND, s2, ODD_8).reinterpretAsFloats().intoArray(panel,
                        at + 8 * PANEL);
                s1.rearrange(SWAP_8).lanewise(BITWISE_BLEND, s3, ODD_8).reinterpretAsFloats().intoArray(panel,
                        at + 12 * PANEL);
            }
        }
    }

    /** The same for 8 x 8 numbers. */
    private static void swapBlocksOf8(int k, float[] panel, int panelFrom) {
        for (int p = 0; p < k; p += LANES) {
            for (int row = 0; row < 4; row++) {
                int at = panelFrom + (p + row) * PANEL;
                IntVector r0 = FloatVector.fromArray(S, panel, at).reinterpretAsInts();
                IntVector r1 = FloatVector.fromArray(S, panel, at + 4 * PANEL).reinterpretAsInts();
                r0.lanewise(BITWISE_BLEND, r1.rearrange(SWAP_4), ODD_4).reinterpretAsFloats().intoArray(panel, at);
                r0.rearrange(SWAP_4).lanewise(BITWISE_BLEND, r1, ODD_4).reinterpretAsFloats().intoArray(panel,
                        at + 4 * PANEL);
            }
        }
    }

    /** Groups of lanes of this size change places with their neighbours. */
    private static VectorShuffle<Integer> swap(int size) {
        return VectorShuffle.fromOp(BITS, lane -> lane ^ size % LANES);
    }

    /** All bits are set in every second group of lanes of this size, the others have none. */
    private static IntVector odd(int size) {
        int[] lanes = new int[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] = (lane & size) == 0 ? 0 : -1;
        }
        return IntVector.fromArray(BITS, lanes, 0);
    }
}
