package spotlight.grad;

import spotlight.tensor.Tensor;

/** Many numbers to one: each of them gets the gradient of the one. */
final class Sums {
    private Sums() {
    }

    static Var sum(Var x) {
        return Var.of(Tensor.scalar(x.value().sum()),
                dy -> x.accumulate(() -> Tensor.full(dy.item(), x.shape())), x); // y = sum x_i, dx_i = dy
    }
}
