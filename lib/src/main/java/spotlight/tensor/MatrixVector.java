package spotlight.tensor;

import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Products of a matrix with one vector or a few: what generating text one token at a time consists of. Each number of
 * the matrix is used so rarely that memory sets the pace. So nothing is copied: the matrix is read once, in the order
 * in which it is stored, eight rows at a time.
 */
final class MatrixVector {
    private static final int ROWS = 8;
    private static final VectorShuffle<Float> SWAP_1 = swap(1);
    private static final VectorShuffle<Float> SWAP_2 = swap(2);
    private static final VectorShuffle<Float> SWAP_4 = swap(4);
    private static final VectorShuffle<Float> SWAP_8 = swap(8);
    private static final VectorMask<Float> ODD_1 = odd(1);
    private static final VectorMask<Float> ODD_2 = odd(2);

    private MatrixVector() {
    }

    /**
     * {@code c = x b} or {@code c += x b} for a few rows x [m,k] and a matrix b [k,n]: each row of c gathers the rows of
     * b. Every element is one chain of fused multiply-adds.
     *
     * @param xDown from x[i,p] to x[i+1,p]
     * @param xRight from x[i,p] to x[i,p+1]
     */
    static void gather(int m, int n, int k, float[] x, int xFrom, int xDown, int xRight, float[] b, int bFrom, int bRow,
            boolean add, float[] c, int cFrom, int cRow) {
        for (int i = 0; i < m && !add; i++) {
            Arrays.fill(c, cFrom + i * cRow, cFrom + i * cRow + n, 0);
        }
        int p = 0;
        for (; p + ROWS <= k; p += ROWS) {
            for (int i = 0; i < m; i++) {
                gather8(n, x, xFrom + i * xDown + p * xRight, xRight, b, bFrom + p * bRow, bRow, c, cFrom + i * cRow);
            }
        }
        for (; p < k; p++) {
            for (int i = 0; i < m; i++) {
                gather1(n, x[xFrom + i * xDown + p * xRight], b, bFrom + p * bRow, c, cFrom + i * cRow);
            }
        }
    }

    /** {@code c += x0 b[0] + x1 b[1] + ... + x7 b[7]}, added in this order. */
    private static void gather8(int n, float[] x, int xFrom, int xRight, float[] b, int bFrom, int bRow, float[] c,
            int cFrom) {
        float x0 = x[xFrom], x1 = x[xFrom + xRight], x2 = x[xFrom + 2 * xRight], x3 = x[xFrom + 3 * xRight];
        float x4 = x[xFrom + 4 * xRight], x5 = x[xFrom + 5 * xRight], x6 = x[xFrom + 6 * xRight];
        float x7 = x[xFrom + 7 * xRight];
        int b1 = bFrom + bRow, b2 = b1 + bRow, b3 = b2 + bRow, b4 = b3 + bRow, b5 = b4 + bRow, b6 = b5 + bRow;
        int b7 = b6 + bRow;
        FloatVector v0 = FloatVector.broadcast(S, x0);
        FloatVector v1 = FloatVector.broadcast(S, x1);
        FloatVector v2 = FloatVector.broadcast(S, x2);
        FloatVector v3 = FloatVector.broadcast(S, x3);
        FloatVector v4 = FloatVector.broadcast(S, x4);
        FloatVector v5 = FloatVector.broadcast(S, x5);
        FloatVector v6 = FloatVector.broadcast(S, x6);
        FloatVector v7 = FloatVector.broadcast(S, x7);
        int j = 0;
        for (; j < S.loopBound(n); j += LANES) {
            FloatVector sum = FloatVector.fromArray(S, c, cFrom + j);
            sum = FloatVector.fromArray(S, b, bFrom + j).fma(v0, sum);
            sum = FloatVector.fromArray(S, b, b1 + j).fma(v1, sum);
            sum = FloatVector.fromArray(S, b, b2 + j).fma(v2, sum);
            sum = FloatVector.fromArray(S, b, b3 + j).fma(v3, sum);
            sum = FloatVector.fromArray(S, b, b4 + j).fma(v4, sum);
            sum = FloatVector.fromArray(S, b, b5 + j).fma(v5, sum);
            sum = FloatVector.fromArray(S, b, b6 + j).fma(v6, sum);
            sum = FloatVector.fromArray(S, b, b7 + j).fma(v7, sum);
            sum.intoArray(c, cFrom + j);
        }
        for (; j < n; j++) {
            float sum = Math.fma(x1, b[b1 + j], Math.fma(x0, b[bFrom + j], c[cFrom + j]));
            sum = Math.fma(x3, b[b3 + j], Math.fma(x2, b[b2 + j], sum));
            sum = Math.fma(x5, b[b5 + j], Math.fma(x4, b[b4 + j], sum));
            c[cFrom + j] = Math.fma(x7, b[b7 + j], Math.fma(x6, b[b6 + j], sum));
        }
    }

    private static void gather1(int n, float x, float[] b, int bFrom, float[] c, int cFrom) {
        for (int j = 0; j < n; j++) {
            c[cFrom + j] = Math.fma(x, b[bFrom + j], c[cFrom + j]);
        }
    }

    /**
     * {@code c = b x} or {@code c += b x} for a matrix b [n,k] and one vector: the dot products with its rows. Each is
     * made of one partial sum per lane, so its last bits depend on the vector width, though on nothing else.
     *
     * @param cStep from one element of c to the next
     * @param sums room for eight vectors
     */
    static void dots(int n, int k, float[] b, int bFrom, int bRow, float[] x, int xFrom, boolean add, float[] c,
            int cFrom, int cStep, float[] sums) {
        for (int j = 0; j < n && !add; j++) {
            c[cFrom + j * cStep] = 0;
        }
        int j = 0;
        for (; j + ROWS <= n; j += ROWS) {
            dots8(k, b, bFrom + j * bRow, bRow, x, xFrom, sums);
            for (int r = 0; r < ROWS; r += 4) {
                addLanes(sums, r * LANES);
                c[cFrom + (j + r) * cStep] += sums[r * LANES];
                c[cFrom + (j + r + 1) * cStep] += sums[r * LANES + 1];
                c[cFrom + (j + r + 2) * cStep] += sums[r * LANES + 2];
                c[cFrom + (j + r + 3) * cStep] += sums[r * LANES + 3];
            }
        }
        for (; j < n; j++) {
            dots8(k, b, bFrom + j * bRow, 0, x, xFrom, sums); // eight times the same row
            addLanes(sums, 0);
            c[cFrom + j * cStep] += sums[0];
        }
        for (int p = S.loopBound(k); p < k; p++) { // what does not fill a vector
            for (j = 0; j < n; j++) {
                c[cFrom + j * cStep] = Math.fma(b[bFrom + j * bRow + p], x[xFrom + p], c[cFrom + j * cStep]);
            }
        }
    }

    /** The dot products with eight rows, one vector of partial sums each. */
    private static void dots8(int k, float[] b, int bFrom, int bRow, float[] x, int xFrom, float[] sums) {
        int b1 = bFrom + bRow, b2 = b1 + bRow, b3 = b2 + bRow, b4 = b3 + bRow, b5 = b4 + bRow, b6 = b5 + bRow;
        int b7 = b6 + bRow;
        FloatVector s0 = FloatVector.zero(S), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        for (int p = 0; p < S.loopBound(k); p += LANES) {
            FloatVector v = FloatVector.fromArray(S, x, xFrom + p);
            s0 = FloatVector.fromArray(S, b, bFrom + p).fma(v, s0);
            s1 = FloatVector.fromArray(S, b, b1 + p).fma(v, s1);
            s2 = FloatVector.fromArray(S, b, b2 + p).fma(v, s2);
            s3 = FloatVector.fromArray(S, b, b3 + p).fma(v, s3);
            s4 = FloatVector.fromArray(S, b, b4 + p).fma(v, s4);
            s5 = FloatVector.fromArray(S, b, b5 + p).fma(v, s5);
            s6 = FloatVector.fromArray(S, b, b6 + p).fma(v, s6);
            s7 = FloatVector.fromArray(S, b, b7 + p).fma(v, s7);
        }
        s0.intoArray(sums, 0);
        s1.intoArray(sums, LANES);
        s2.intoArray(sums, 2 * LANES);
        s3.intoArray(sums, 3 * LANES);
        s4.intoArray(sums, 4 * LANES);
        s5.intoArray(sums, 5 * LANES);
        s6.intoArray(sums, 6 * LANES);
        s7.intoArray(sums, 7 * LANES);
    }

    /**
     * Replaces four vectors by the sum of the lanes of each, four numbers at the beginning of the first. The order is
     * fixed, which {@code reduceLanes} does not promise.
     */
    private static void addLanes(float[] sums, int from) {
        FloatVector s0 = FloatVector.fromArray(S, sums, from);
        FloatVector s1 = FloatVector.fromArray(S, sums, from + LANES);
        FloatVector s2 = FloatVector.fromArray(S, sums, from + 2 * LANES);
        FloatVector s3 = FloatVector.fromArray(S, sums, from + 3 * LANES);
        FloatVector s01 = s0.blend(s1, ODD_1).add(s1.blend(s0, ODD_1).rearrange(SWAP_1)); // pairs of s0, s1, s0, s1, ...
        FloatVector s23 = s2.blend(s3, ODD_1).add(s3.blend(s2, ODD_1).rearrange(SWAP_1));
        FloatVector all = s01.blend(s23, ODD_2).add(s23.blend(s01, ODD_2).rearrange(SWAP_2));
        if (LANES > 4) {
            all = all.add(all.rearrange(SWAP_4));
        }
        if (LANES > 8) {
            all = all.add(all.rearrange(SWAP_8));
        }
        all.intoArray(sums, from);
    }

    /** Groups of lanes of this size change places with their neighbours. */
    private static VectorShuffle<Float> swap(int size) {
        return VectorShuffle.fromOp(S, lane -> lane ^ size % LANES);
    }

    /** Every second group of lanes of this size. */
    private static VectorMask<Float> odd(int size) {
        boolean[] lanes = new boolean[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] = (lane & size) != 0;
        }
        return VectorMask.fromArray(S, lanes, 0);
    }
}
