package spotlight.grad;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import spotlight.tensor.Buffers;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** A value, how it came about, and how much the loss changes with it. */
abstract sealed class Node permits Var {
    /** The chain rule of one operation: given dy, how the loss changes with its result, tells its operands. */
    interface Backward {
        void accept(Tensor dy);
    }

    /** Adds to a gradient in place if {@code add}, otherwise overwrites what is there. */
    interface Into {
        void write(float[] grad, boolean add);
    }

    private static final AtomicLong BIRTHS = new AtomicLong();
    private static final ThreadLocal<Integer> OFF = ThreadLocal.withInitial(() -> 0);
    private static final Backward DONE = dy -> {
        throw new IllegalStateException("backward: a second time through values whose memory is recycled already");
    };

    private Tensor value; // null when its memory has been recycled
    private Backward backward; // null for a leaf
    final Node[] operands;
    final Gradient gradient; // null for a constant
    final long birth;
    boolean visited; // by a walk that is under way

    Node(Tensor value, Gradient gradient, Backward backward, Node... operands) {
        this.value = value;
        this.gradient = gradient;
        this.backward = backward;
        this.operands = operands;
        birth = backward == null ? 0 : BIRTHS.incrementAndGet();
    }

    /** Whether an operation with these operands has to be remembered. */
    static boolean recording(Node... operands) {
        boolean any = false;
        for (Node operand : operands) {
            any |= operand.tracked();
        }
        return any && OFF.get() == 0;
    }

    static void switchOff(int by) {
        OFF.set(OFF.get() + by);
    }

    /** The numbers. */
    public Tensor value() {
        if (value == null) {
            throw new IllegalStateException("value: its memory is recycled, backward was its last reader");
        }
        return value;
    }

    /** Whether gradients reach this value: it is a parameter, or computed from one. */
    public boolean tracked() {
        return gradient != null;
    }

    /** How the loss changes with each number of this value; zeros if no gradient has come yet. */
    public Tensor grad() {
        if (gradient == null) {
            throw new IllegalArgumentException("grad: " + Shapes.format(shape()) + " is a constant");
        }
        return gradient.isEmpty() ? Tensor.zeros(shape()) : gradient.tensor(shape());
    }

    /** Forgets the gradient, as before each training step. */
    public void clearGrad() {
        if (gradient != null) {
            gradient.clear();
        }
    }

    /** Whether it came out of an operation that is remembered. */
    boolean computed() {
        return backward != null;
    }

    /** Tells the operands how the loss changes with them. */
    void tellOperands() {
        backward.accept(grad());
    }

    /**
     * Adds g to the gradient, if this value is tracked. What g makes belongs to the gradient from then on: a backward
     * that hands its own dy on must not read it afterwards.
     */
    void accumulate(Supplier<Tensor> g) {
        if (gradient != null) {
            gradient.add(g.get());
        }
    }

    /** Lets an operation add to the gradient in place, if this value is tracked. */
    void accumulateInto(Into write) {
        if (gradient != null) {
            gradient.add(write);
        }
    }

    /** The gradient's numbers for an operation to add to, zeros at first; numbers nobody reads if it is not tracked. */
    float[] sums() {
        if (gradient == null) {
            return Buffers.take(value.size());
        }
        gradient.add((grad, filled) -> Arrays.fill(grad, 0, filled ? 0 : grad.length, 0));
        return gradient.array();
    }

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

    /** Adds to the gradients of all parameters behind this single number how it changes with them. */
    public void backward() {
        if (value().size() != 1) {
            throw new IllegalArgumentException("backward: " + Shapes.format(shape())
                    + " is not a single number; a loss is, or give the gradient of this value");
        }
        backward(Tensor.full(1, shape()));
    }

    /** The same for a loss that changes by dy with this value: {@code loss = sum(dy * this)}. */
    public void backward(Tensor dy) {
        if (!Arrays.equals(dy.shape(), shape())) {
            throw new IllegalArgumentException("backward: value " + Shapes.format(shape()) + " and its gradient "
                    + Shapes.format(dy.shape()) + " differ in shape");
        }
        if (gradient == null) {
            throw new IllegalArgumentException("backward: " + Shapes.format(shape())
                    + " depends on no parameter, or was computed under noGrad");
        }
        Tape.backward(this, dy);
    }

    /** After the last reader of value and gradient, if memory is recycled. */
    void forget(boolean keepValue) {
        value = keepValue ? value : null;
        backward = DONE;
        gradient.clear();
    }
}
