package spotlight.grad;

import spotlight.tensor.Kernels;
import spotlight.tensor.Tensor;

/** Functions of each element. A backward reads x or y, whichever gives the slope with less work. */
final class Elements {
    /** Writes the gradient for x from x or y and dy. */
    private interface Slope {
        void backward(Kernels kernels, int n, float[] xOrY, float[] dy, float[] dx);
    }

    private Elements() {
    }

    static Var exp(Var x) {
        Tensor y = x.value().exp();
        return Var.of(y, dy -> x.accumulate(() -> Arithmetic.times(dy, y)), x); // dx = dy e^x
    }

    static Var log(Var x) {
        return Var.of(x.value().log(), dy -> x.accumulate(() -> Arithmetic.dividedBy(dy, x.value())), x); // dx = dy / x
    }

    static Var sqrt(Var x) {
        Tensor y = x.value().sqrt();
        return Var.of(y, dy -> x.accumulate(() -> half(Arithmetic.dividedBy(dy, y))), x); // dx = dy / 2y
    }

    static Var square(Var x) {
        return Var.of(x.value().square(), dy -> x.accumulate(() -> twice(Arithmetic.times(dy, x.value()))), x); // 2x dy
    }

    static Var tanh(Var x) {
        return ofResult(x, x.value().tanh(), Kernels::tanhBackward); // dx = dy (1 - y^2)
    }

    static Var sigmoid(Var x) {
        return ofResult(x, x.value().sigmoid(), Kernels::sigmoidBackward); // dx = dy y (1 - y)
    }

    static Var relu(Var x) {
        return ofOperand(x, x.value().relu(), Kernels::reluBackward); // dx = dy where x > 0
    }

    static Var gelu(Var x) {
        return ofOperand(x, x.value().gelu(), Kernels::geluBackward); // dx = dy (Phi(x) + x phi(x))
    }

    static Var geluTanh(Var x) {
        return ofOperand(x, x.value().geluTanh(), Kernels::geluTanhBackward);
    }

    static Var silu(Var x) {
        return ofOperand(x, x.value().silu(), Kernels::siluBackward); // dx = dy s (1 + x (1 - s)), s = sigmoid(x)
    }

    private static Var ofOperand(Var x, Tensor y, Slope slope) {
        return Var.of(y, dy -> x.accumulate(() -> backward(slope, x.value(), dy)), x);
    }

    private static Var ofResult(Var x, Tensor y, Slope slope) {
        return Var.of(y, dy -> x.accumulate(() -> backward(slope, y, dy)), x);
    }

    private static Tensor backward(Slope slope, Tensor xOrY, Tensor dy) {
        float[] dx = Gradient.over(dy);
        slope.backward(Kernels.forRow(dx.length), dx.length, xOrY.data(), dy.data(), dx);
        return Tensor.wrap(dx, dy.shape());
    }

    private static Tensor half(Tensor dx) {
        return Arithmetic.times(dx, Tensor.scalar(0.5f));
    }

    private static Tensor twice(Tensor dx) {
        return Arithmetic.times(dx, Tensor.scalar(2));
    }
}
