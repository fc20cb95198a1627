package spotlight.grad;

import spotlight.tensor.Buffers;
import spotlight.tensor.Tensor;

/** Element by element, smaller operands stretched; the gradient of a stretched operand is summed up again. */
final class Arithmetic {
    private Arithmetic() {
    }

    static Var plus(Var a, Var b) {
        return Var.of(a.value().plus(b.value()), dy -> { // y = a + b
            b.accumulate(() -> Stretched.back(a.tracked() ? copy(dy) : dy, b)); // db = dy
            a.accumulate(() -> Stretched.back(dy, a)); // da = dy
        }, a, b);
    }

    static Var times(Var a, Var b) {
        return Var.of(a.value().times(b.value()), dy -> { // y = a b
            a.accumulate(() -> Stretched.back(dy.times(b.value()), a)); // da = dy b
            b.accumulate(() -> Stretched.back(dy.times(a.value()), b)); // db = dy a
        }, a, b);
    }

    static Var times(Var a, float b) {
        return Var.of(a.value().times(b), dy -> a.accumulate(() -> dy.times(b)), a);
    }

    private static Tensor copy(Tensor x) {
        float[] y = Buffers.take(x.size());
        System.arraycopy(x.data(), 0, y, 0, y.length);
        return Tensor.wrap(y, x.shape());
    }
}
