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
 * <p>Each kernel here is compiled {@linkplain Apart by itself}, whoever calls it. Attention does the same for what it
 * gives to each worker.
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
        Apart.run(() -> Gemm.gemm(aT, bT, m, n, k, a, aFrom, aRow, b, bFrom, bRow, add, c, cFrom, cRow));
    }

    @Override
    public float dot(float[] a, float[] b) {
        return (float) Apart.get(() -> sumOfProducts(a, b));
    }

    private static double sumOfProducts(float[] a, float[] b) {
        FloatVector sums = FloatVector.zero(S);
        int i = 0;
        for (; i < S.loopBound(a.length); i += LANES) {
            sums = load(a, i).fma(load(b, i), sums);
        }
        double sum = VectorMath.sum(sums);
        for (; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    // ---- element by element

    @Override
    public void add(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c, int cFrom) {
        Apart.run(() -> VectorElements.super.add(n, a, aFrom, aStep, b, bFrom, bStep, c, cFrom));
    }

    @Override
    public void subtract(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        Apart.run(() -> VectorElements.super.subtract(n, a, aFrom, aStep, b, bFrom, bStep, c, cFrom));
    }

    @Override
    public void multiply(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        Apart.run(() -> VectorElements.super.multiply(n, a, aFrom, aStep, b, bFrom, bStep, c, cFrom));
    }

    @Override
    public void divide(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c, int cFrom) {
        Apart.run(() -> VectorElements.super.divide(n, a, aFrom, aStep, b, bFrom, bStep, c, cFrom));
    }

    @Override
    public void exp(float[] x, float[] y) {
        Apart.run(() -> VectorElements.super.exp(x, y));
    }

    @Override
    public void tanh(float[] x, float[] y) {
        Apart.run(() -> VectorElements.super.tanh(x, y));
    }

    @Override
    public void tanhBackward(int n, float[] y, float[] dy, float[] dx) {
        Apart.run(() -> VectorElements.super.tanhBackward(n, y, dy, dx));
    }

    @Override
    public void sigmoid(float[] x, float[] y) {
        Apart.run(() -> VectorElements.super.sigmoid(x, y));
    }

    @Override
    public void sigmoidBackward(int n, float[] y, float[] dy, float[] dx) {
        Apart.run(() -> VectorElements.super.sigmoidBackward(n, y, dy, dx));
    }

    @Override
    public void relu(float[] x, float[] y) {
        Apart.run(() -> VectorElements.super.relu(x, y));
    }

    @Override
    public void reluBackward(int n, float[] x, float[] dy, float[] dx) {
        Apart.run(() -> VectorElements.super.reluBackward(n, x, dy, dx));
    }

    @Override
    public void gelu(float[] x, float[] y) {
        Apart.run(() -> VectorElements.super.gelu(x, y));
    }

    @Override
    public void geluBackward(int n, float[] x, float[] dy, float[] dx) {
        Apart.run(() -> VectorElements.super.geluBackward(n, x, dy, dx));
    }

    @Override
    public void geluTanh(float[] x, float[] y) {
        Apart.run(() -> VectorElements.super.geluTanh(x, y));
    }

    @Override
    public void geluTanhBackward(int n, float[] x, float[] dy, float[] dx) {
        Apart.run(() -> VectorElements.super.geluTanhBackward(n, x, dy, dx));
    }

    @Override
    public void silu(float[] x, float[] y) {
        Apart.run(() -> VectorElements.super.silu(x, y));
    }

    @Override
    public void siluBackward(int n, float[] x, float[] dy, float[] dx) {
        Apart.run(() -> VectorElements.super.siluBackward(n, x, dy, dx));
    }

    // ---- row by row

    @Override
    public void softmax(int rows, int n, float[] x, float[] y) {
        Apart.run(() -> VectorRows.super.softmax(rows, n, x, y));
    }

    @Override
    public void softmaxBackward(int rows, int n, float[] y, float[] dy, float[] dx) {
        Apart.run(() -> VectorRows.super.softmaxBackward(rows, n, y, dy, dx));
    }

    @Override
    public void logSoftmax(int rows, int n, float[] x, float[] y) {
        Apart.run(() -> VectorRows.super.logSoftmax(rows, n, x, y));
    }

    @Override
    public void logSoftmaxBackward(int rows, int n, float[] y, float[] dy, float[] dx) {
        Apart.run(() -> VectorRows.super.logSoftmaxBackward(rows, n, y, dy, dx));
    }

    @Override
    public void crossEntropy(int rows, int n, float[] logits, int[] targets, int ignore, float[] losses,
            float[] dLogits) {
        Apart.run(() -> VectorRows.super.crossEntropy(rows, n, logits, targets, ignore, losses, dLogits));
    }

    @Override
    public void layerNorm(int rows, int n, float[] x, float[] weight, float[] bias, float eps, float[] y,
            float[] stats) {
        Apart.run(() -> VectorRows.super.layerNorm(rows, n, x, weight, bias, eps, y, stats));
    }

    @Override
    public void layerNormBackward(int rows, int n, float[] x, float[] weight, float[] stats, float[] dy, float[] dx,
            float[] dWeight, float[] dBias) {
        Apart.run(() -> VectorRows.super.layerNormBackward(rows, n, x, weight, stats, dy, dx, dWeight, dBias));
    }

    @Override
    public void columnSums(int rows, int n, float[] x, float[] sums) {
        Apart.run(() -> VectorRows.super.columnSums(rows, n, x, sums));
    }

    // ---- gradients and parameters

    @Override
    public void axpy(int n, float alpha, float[] x, int xFrom, float[] y, int yFrom) {
        Apart.run(() -> VectorUpdates.super.axpy(n, alpha, x, xFrom, y, yFrom));
    }

    @Override
    public double sumOfSquares(int n, float[] x, int from) {
        return Apart.get(() -> VectorUpdates.super.sumOfSquares(n, x, from));
    }

    @Override
    public void adam(int n, float[] w, float[] g, float[] m, float[] v, int from, AdamStep step) {
        Apart.run(() -> VectorUpdates.super.adam(n, w, g, m, v, from, step));
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
