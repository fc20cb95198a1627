package spotlight.grad;

import java.util.Arrays;
import spotlight.tensor.Kernels;
import spotlight.tensor.Tensor;

/** Element by element, smaller operands stretched; the gradient of a stretched operand is summed up again. */
final class Arithmetic {
    /** One of {@link Kernels#multiply} and {@link Kernels#divide}. */
    private interface Kernel {
        void apply(Kernels kernels, int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
                int cFrom);
    }

    private Arithmetic() {
    }

    static Var plus(Var a, Var b) {
        return Var.of(a.value().plus(b.value()), dy -> { // y = a + b
            Stretched.add(b, dy); // db = dy
            Stretched.adopt(a, () -> Gradient.handOn(dy)); // da = dy
        }, a, b);
    }

    static Var minus(Var a, Var b) {
        return Var.of(a.value().minus(b.value()), dy -> { // y = a - b
            Stretched.adopt(b, () -> dy.times(-1)); // db = -dy
            Stretched.adopt(a, () -> Gradient.handOn(dy)); // da = dy
        }, a, b);
    }

    static Var times(Var a, Var b) {
        return Var.of(a.value().times(b.value()), dy -> { // y = a b
            Stretched.adopt(b, () -> dy.times(a.value())); // db = dy a
            Stretched.adopt(a, () -> times(dy, b.value())); // da = dy b
        }, a, b);
    }

    static Var dividedBy(Var a, Var b) {
        Tensor y = a.value().dividedBy(b.value());
        return Var.of(y, dy -> { // y = a / b
            Stretched.adopt(b, () -> times(dividedBy(dy.times(y), b.value()), Tensor.scalar(-1))); // db = -dy y / b
            Stretched.adopt(a, () -> dividedBy(dy, b.value())); // da = dy / b
        }, a, b);
    }

    static Var plus(Var a, float b) {
        return Var.of(a.value().plus(b), dy -> a.accumulate(() -> Gradient.handOn(dy)), a);
    }

    static Var times(Var a, float b) {
        return Var.of(a.value().times(b), dy -> a.accumulate(() -> times(dy, Tensor.scalar(b))), a);
    }

    static Var dividedBy(Var a, float b) {
        return Var.of(a.value().dividedBy(b), dy -> a.accumulate(() -> dividedBy(dy, Tensor.scalar(b))), a);
    }

    /** {@code dy b}, written over dy where that is possible. */
    static Tensor times(Tensor dy, Tensor b) {
        return fits(dy, b) ? over(dy, b, Kernels::multiply) : dy.times(b);
    }

    /** {@code dy / b}, written over dy where that is possible. */
    static Tensor dividedBy(Tensor dy, Tensor b) {
        return fits(dy, b) ? over(dy, b, Kernels::divide) : dy.dividedBy(b);
    }

    private static boolean fits(Tensor dy, Tensor b) {
        return b.size() == 1 || Arrays.equals(b.shape(), dy.shape());
    }

    private static Tensor over(Tensor dy, Tensor b, Kernel kernel) {
        float[] dx = Gradient.over(dy);
        int bStep = b.size() == 1 ? 0 : 1;
        kernel.apply(Kernels.forRow(dx.length), dx.length, dy.data(), 0, 1, b.data(), 0, bStep, dx, 0);
        return Tensor.wrap(dx, dy.shape());
    }
}
