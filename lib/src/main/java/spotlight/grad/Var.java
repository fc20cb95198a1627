package spotlight.grad;

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

    /** The length of each dimension, as a copy. */
    public int[] shape() {
        return value().shape();
    }

    /** The length of one dimension. */
    public int size(int dim) {
        return value().size(dim);
    }

    /** The only number. */
    public float item() {
        return value().item();
    }

    /** Adds the gradients of the other workers to worker 0's, in the order of the workers. */
    public void gatherGrad() {
        if (gradient() instanceof Gradient.OfParameter ofParameter) {
            ofParameter.gather();
        }
    }

    // ---- arithmetic, element by element

    /** {@code a + b}. */
    public Var plus(Var b) {
        return Arithmetic.plus(this, b);
    }

    /** {@code a b}, element by element. */
    public Var times(Var b) {
        return Arithmetic.times(this, b);
    }

    /** {@code a b}. */
    public Var times(float b) {
        return Arithmetic.times(this, b);
    }

    // ---- many numbers to one

    /** The sum of all elements. */
    public Var sum() {
        return Sums.sum(this);
    }

    // ---- matrices

    /** The matrix product, {@link Tensor#matmul}. */
    public Var matmul(Var b) {
        return Products.matmul(this, b);
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
