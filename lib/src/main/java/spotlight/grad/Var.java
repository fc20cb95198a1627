package spotlight.grad;

import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/**
 * A tensor that takes part in learning: what is computed from it is remembered, so that {@link #backward()} on a loss
 * can work out how the loss changes with each of its numbers. Operations have the names and rules of {@link Tensor}.
 *
 * <pre>{@code
 * Var w = Var.parameter(Tensor.vector(3, 4));
 * Var loss = w.times(w).sum();
 * loss.backward();
 * w.grad(); // [6, 8]
 * }</pre>
 */
public final class Var extends Node {

    private Var(Tensor value, Gradient gradient, Backward backward, Node... operands) {
        super(value, gradient, backward, operands);
    }

    // ---- making one

    /** Numbers to be learned. Their gradient adds up until {@link #clearGrad}; each worker has its own. */
    public static Var parameter(Tensor value) {
        return new Var(value, new Gradient.OfParameter(value.size()), null);
    }

    /** Numbers that stay as they are. */
    public static Var constant(Tensor value) {
        return new Var(value, null, null);
    }

    /** The result of an operation, with the way back to its operands. */
    static Var of(Tensor value, Backward backward, Var... operands) {
        return recording(operands)
                ? new Var(value, new Gradient.OfResult(value.size()), backward, operands)
                : constant(value);
    }

    /** Until the scope is closed, this thread remembers nothing: results are constants. For evaluation. */
    public static Scope noGrad() {
        switchOff(1);
        return () -> switchOff(-1);
    }

    /** Ends {@link #noGrad}. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    // ---- looking at it

    /** Adds the gradients of the other workers to worker 0's, in the order of the workers. */
    public void gatherGrad() {
        if (gradient instanceof Gradient.OfParameter ofParameter) {
            ofParameter.gather();
        }
    }

    // ---- arithmetic, element by element

    /** {@code a + b}. */
    public Var plus(Var b) {
        return Arithmetic.plus(this, b);
    }

    /** {@code a - b}. */
    public Var minus(Var b) {
        return Arithmetic.minus(this, b);
    }

    /** {@code a b}, element by element; the matrix product is {@link #matmul}. */
    public Var times(Var b) {
        return Arithmetic.times(this, b);
    }

    /** {@code a / b}. */
    public Var dividedBy(Var b) {
        return Arithmetic.dividedBy(this, b);
    }

    /** {@code a + b}. */
    public Var plus(float b) {
        return Arithmetic.plus(this, b);
    }

    /** {@code a - b}. */
    public Var minus(float b) {
        return Arithmetic.plus(this, -b);
    }

    /** {@code a b}. */
    public Var times(float b) {
        return Arithmetic.times(this, b);
    }

    /** {@code a / b}. */
    public Var dividedBy(float b) {
        return Arithmetic.dividedBy(this, b);
    }

    /** {@code -x}. */
    public Var negate() {
        return Arithmetic.times(this, -1);
    }

    /** {@code e^x}. */
    public Var exp() {
        return Elements.exp(this);
    }

    /** The natural logarithm. */
    public Var log() {
        return Elements.log(this);
    }

    /** The square root. */
    public Var sqrt() {
        return Elements.sqrt(this);
    }

    /** {@code x^2}. */
    public Var square() {
        return Elements.square(this);
    }

    /** {@code tanh(x)}. */
    public Var tanh() {
        return Elements.tanh(this);
    }

    /** {@code 1 / (1 + e^-x)}. */
    public Var sigmoid() {
        return Elements.sigmoid(this);
    }

    /** {@code max(x, 0)}; its slope at 0 is 0. */
    public Var relu() {
        return Elements.relu(this);
    }

    /** {@link Tensor#gelu}. */
    public Var gelu() {
        return Elements.gelu(this);
    }

    /** {@link Tensor#geluTanh}. */
    public Var geluTanh() {
        return Elements.geluTanh(this);
    }

    /** {@code x sigmoid(x)}. */
    public Var silu() {
        return Elements.silu(this);
    }

    /** Zeros where a seeded coin says so, with probability p; the others {@code x / (1 - p)}. For training only. */
    public Var dropout(double p, TorchRandom random) {
        return Dropout.dropout(this, p, random);
    }

    // ---- many numbers to one

    /** The sum of all elements. */
    public Var sum() {
        return Sums.sum(this);
    }

    /** The mean of all elements. */
    public Var mean() {
        return Sums.mean(this);
    }

    /** Sums along one dimension, which is dropped. */
    public Var sum(int dim) {
        return Sums.sum(this, dim);
    }

    /** Means along one dimension, which is dropped. */
    public Var mean(int dim) {
        return Sums.mean(this, dim);
    }

    /** Mean cross entropy in nats of these logits [..,V], one target of 0..V-1 for each row; -100 does not count. */
    public Var crossEntropy(int[] targets) {
        return CrossEntropy.MEAN.apply(this, targets);
    }

    /** The same, rows with the target {@code ignore} not counting. */
    public Var crossEntropy(int[] targets, int ignore) {
        return CrossEntropy.MEAN.withIgnore(ignore).apply(this, targets);
    }

    /** The same with label smoothing, or another reduction than the mean. */
    public Var crossEntropy(int[] targets, CrossEntropy how) {
        return how.apply(this, targets);
    }

    // ---- matrices and rows

    /** The matrix product, {@link Tensor#matmul}. */
    public Var matmul(Var b) {
        return Products.matmul(this, b);
    }

    /** The product with b transposed, {@link Tensor#matmulNT}. */
    public Var matmulNT(Var b) {
        return Products.matmulNT(this, b);
    }

    /** The product with a transposed, {@link Tensor#matmulTN}. */
    public Var matmulTN(Var b) {
        return Products.matmulTN(this, b);
    }

    /** A linear layer without bias: {@code x WT}, W being [out,in]. */
    public Var linear(Var weight) {
        return Affine.linear(this, weight);
    }

    /** A linear layer: {@code x WT + b}, W being [out,in], b [out]. */
    public Var linear(Var weight, Var bias) {
        return Affine.linear(this, weight, bias);
    }

    /** A linear layer and what follows it: {@code f(x WT + b)}. */
    public Var linear(Var weight, Var bias, Activation f) {
        return Affine.linear(this, weight, bias, f);
    }

    /** Softmax over the last dimension, {@link Tensor#softmax()}. */
    public Var softmax() {
        return Rows.softmax(this, -1);
    }

    /** Softmax along one dimension. */
    public Var softmax(int dim) {
        return Rows.softmax(this, dim);
    }

    /** The logarithm of softmax over the last dimension. */
    public Var logSoftmax() {
        return Rows.logSoftmax(this, -1);
    }

    /** The logarithm of softmax along one dimension. */
    public Var logSoftmax(int dim) {
        return Rows.logSoftmax(this, dim);
    }

    /** Layer norm of the last dimension, {@link Tensor#layerNorm}. */
    public Var layerNorm(Var weight, Var bias, float eps) {
        return Rows.layerNorm(this, weight, bias, eps);
    }

    /** Embedding: the rows of this table [V,D] with these ids, as [..,D]; without a shape [ids,D]. */
    public Var rows(int[] ids, int... leadingShape) {
        return Rows.rows(this, -1, ids, leadingShape);
    }

    /** The same, the row of the padding id being left as it is: it gets no gradient. */
    public Var rowsPadded(int padding, int[] ids, int... leadingShape) {
        return Rows.rows(this, padding, ids, leadingShape);
    }

    // ---- changing its form

    /** The same numbers in another shape; one length may be -1 and is then worked out. */
    public Var reshape(int... newShape) {
        return Forms.reshape(this, newShape);
    }

    /** The last two dimensions exchanged. */
    public Var transpose() {
        return Forms.transpose(this);
    }

    /** Two dimensions exchanged. */
    public Var transpose(int a, int b) {
        return Forms.transpose(this, a, b);
    }

    /** The part {@code from..to-1} of one dimension. */
    public Var slice(int dim, int from, int to) {
        return Forms.slice(this, dim, from, to);
    }

    /** One index of one dimension, which is dropped; -1 is the last index. */
    public Var select(int dim, int index) {
        return Forms.select(this, dim, index);
    }

    /** A new dimension of length 1 at this place. */
    public Var unsqueeze(int dim) {
        return Forms.unsqueeze(this, dim);
    }

    /** Equal parts of one dimension. */
    public Var[] split(int dim, int parts) {
        return Forms.split(this, dim, parts);
    }

    /** Parts of these lengths of one dimension. */
    public Var[] split(int dim, int[] lengths) {
        return Forms.split(this, dim, lengths);
    }

    /** The parts joined along one dimension. */
    public static Var concat(int dim, Var... parts) {
        return Forms.concat(dim, parts);
    }

    /** The parts, all of one shape, joined along a new dimension 0. */
    public static Var stack(Var... parts) {
        return Forms.stack(parts);
    }

    // ---- attention

    /** Attention with the paper's scale and nothing hidden; "Attention Is All You Need", equation 1. */
    public static Var attention(Var q, Var k, Var v) {
        return attention(q, k, v, Tensor.scalar(0));
    }

    /** The same, the mask being added to the scaled scores. */
    public static Var attention(Var q, Var k, Var v, Tensor mask) {
        return attention(q, k, v, mask, false, (float) (1 / Math.sqrt(q.size(-1))));
    }

    /**
     * {@code softmax(q kT scale + mask) v}, computed without the matrix of all weights. A query that sees no key gets
     * 0.
     *
     * @param q      queries [..,T,K]; leading dimensions stretch
     * @param k      keys [..,S,K]
     * @param v      values [..,S,Dv]
     * @param mask   0 visible, minus infinity hidden; stretches to [..,T,S]; it gets no gradient
     * @param causal whether query i sees keys {@code 0..i+S-T} only, besides what the mask says
     * @param scale  factor of the scores, in the paper {@code 1 / sqrt(K)}
     * @return [..,T,Dv]
     * @throws IllegalArgumentException if the shapes do not fit each other
     */
    public static Var attention(Var q, Var k, Var v, Tensor mask, boolean causal, float scale) {
        return Attending.attention(q, k, v, mask, causal, scale);
    }

    /** Attention of each token to the tokens of its sequence, in heads: q, k and v side by side [B,T,3D] to [B,T,D]. */
    public Var selfAttention(int heads, boolean causal) {
        return selfAttention(heads, causal, Tensor.scalar(0));
    }

    /** The same, the mask, which stretches to [B,H,T,T], being added to the scaled scores. */
    public Var selfAttention(int heads, boolean causal, Tensor mask) {
        return Attending.selfAttention(this, heads, causal, mask);
    }
}
