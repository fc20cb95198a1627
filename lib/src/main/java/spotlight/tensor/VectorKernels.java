package spotlight.tensor;

import static spotlight.tensor.VectorMath.LANES;
import static spotlight.tensor.VectorMath.S;
import static spotlight.tensor.VectorMath.load;

import jdk.incubator.vector.FloatVector;

/**
 * The kernels on vector registers, by the JDK's Vector API: {@link VectorElements}, {@link VectorRows} and
 * {@link VectorUpdates}, on the functions of {@link VectorMath}, and the parts of {@link Gemm}. Nothing else imports it,
 * and they are loaded only if its module is there.
 *
 * <p>Sums along a row (softmax, layer norm, dot) are made of one partial sum per lane, so they may differ in the last
 * bits between vector widths, but never between runs. Matrix products do not even differ between widths, apart
 * from those with a single vector, see {@link #gemm}.
 *
 * <p>Four things that decide whether the JIT compiler makes good code of such loops, all of them measured here:
 * <ul>
 * <li>Rows shorter than a vector teach it that a loop is rarely entered, and it stops inlining what is inside, at a
 * tenth of the speed. {@link Kernels#forRow} sends them to the scalar loops, as what is left over at the end of a row.
 * <li>A method takes about as many vector operations as two exponential functions have. Beyond that inlining stops and
 * vectors become objects, at a fifth of the speed: so exp and a polynomial, but not two of each, in one loop.
 * <li>A call among vector loops, be it Math.exp for the end of a row, puts their constants out of the registers: half the
 * speed on JDK 17.
 * <li>Masks, so {@code compare} and {@code blend}, cost JDK 17 twice as much as JDK 25.
 * </ul>
 */
final class VectorKernels extends ScalarKernels implements VectorElements, VectorRows, VectorUpdates {

    @Override
    public String name() {
        return "vector " + S.vectorBitSize() + " bit";
    }

    @Override
    public int lanes() {
        return LANES;
    }

    /** The widest vectors of this machine, in bits. */
    static int widestBits() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }

    @Override
    public void gemm(boolean aT, boolean bT, int m, int n, int k, float[] a, int aFrom, int aRow, float[] b, int bFrom,
            int bRow, boolean add, float[] c, int cFrom, int cRow) {
        Gemm.gemm(aT, bT, m, n, k, a, aFrom, aRow, b, bFrom, bRow, add, c, cFrom, cRow);
    }

    @Override
    public float dot(float[] a, float[] b) {
        FloatVector sums = FloatVector.zero(S);
        int i = 0;
        for (; i < S.loopBound(a.length); i += LANES) {
            sums = load(a, i).fma(load(b, i), sums);
        }
        double sum = VectorMath.sum(sums);
        for (; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return (float) sum;
    }

    // ---- attention

    @Override
    public void attention(FlashAttention a) {
        FlashVectorForward.run(a);
    }

    @Override
    public void attentionBackward(FlashAttention a, FlashAttention.Gradients d, boolean add) {
        FlashVectorBackward.run(a, d, add);
    }
}
