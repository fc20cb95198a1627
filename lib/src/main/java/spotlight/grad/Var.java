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
}
