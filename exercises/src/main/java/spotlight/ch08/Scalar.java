package spotlight.ch08;

import static spotlight.check.Check.todo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Exercise 8.1, extend it: three more operations for the tape of the notebook.
 *
 * <p>A scalar remembers how it was computed: its operands, and a rule that is given {@code dy}, how the loss changes
 * with this value, and tells each operand what that means for it. {@code plus}, {@code times} and the walk backwards are
 * there; write {@code minus}, {@code dividedBy} and {@code exp} in the same way, forward and backward side by side. Do
 * not build them out of {@code plus} and {@code times}: the point is the rule.
 *
 * <pre>{@code
 *   y = a / b,  a = 6, b = 3:   y = 2,   da = dy / 3,   db = dy * (-6 / 9)
 * }</pre>
 *
 * Three things to watch: each rule is multiplied by {@code dy}, a value may be used more than once, and it may be both
 * operands of the same operation: for {@code x / x} the two parts must add up to 0.
 */
public final class Scalar {
    /** The chain rule of one operation. */
    private interface Backward {
        void accept(double dy);
    }

    private final double value;
    private final Backward backward;
    private final Scalar[] operands;
    private double grad;

    /** A number to start from. */
    public Scalar(double value) {
        this(value, dy -> {
        });
    }

    private Scalar(double value, Backward backward, Scalar... operands) {
        this.value = value;
        this.backward = backward;
        this.operands = operands;
    }

    /** The number. */
    public double value() {
        return value;
    }

    /** How the loss changes with it, after {@link #backward()} on the loss. */
    public double grad() {
        return grad;
    }

    /** {@code a + b}, given as an example. */
    public Scalar plus(Scalar b) {
        return new Scalar(value + b.value, dy -> { // y = a + b
            grad += dy; // da = dy
            b.grad += dy; // db = dy
        }, this, b);
    }

    /** {@code a b}, given as an example. */
    public Scalar times(Scalar b) {
        return new Scalar(value * b.value, dy -> { // y = a b
            grad += dy * b.value; // da = dy b
            b.grad += dy * value; // db = dy a
        }, this, b);
    }

    /** {@code a - b}. */
    public Scalar minus(Scalar b) {
        return todo("8.1");
    }

    /** {@code a / b}, b not being 0. */
    public Scalar dividedBy(Scalar b) {
        return todo("8.1");
    }

    /** {@code e^a}. */
    public Scalar exp() {
        return todo("8.1");
    }

    /** Adds to the gradients of everything this loss was computed from. */
    public void backward() {
        List<Scalar> operandsFirst = new ArrayList<>();
        visit(new HashSet<>(), operandsFirst);
        grad = 1;
        for (int i = operandsFirst.size() - 1; i >= 0; i--) { // a gradient is complete before it is handed on
            operandsFirst.get(i).backward.accept(operandsFirst.get(i).grad);
        }
    }

    private void visit(Set<Scalar> seen, List<Scalar> operandsFirst) {
        if (seen.add(this)) {
            for (Scalar operand : operands) {
                operand.visit(seen, operandsFirst);
            }
            operandsFirst.add(this);
        }
    }
}
