package spotlight.grad;

import java.util.Arrays;
import spotlight.tensor.Kernels;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** Many numbers to one: each of them gets the gradient of the one. */
final class Sums {
    private Sums() {
    }

    static Var sum(Var x) {
        int n = x.value().size();
        return Var.of(Tensor.scalar(x.value().sum()), dy -> spread(x, n, 1, dy, 1), x); // y = sum x_i, dx_i = dy
    }

    static Var mean(Var x) {
        int n = x.value().size();
        return Var.of(Tensor.scalar(x.value().mean()), dy -> spread(x, n, 1, dy, 1f / n), x); // dx_i = dy / n
    }

    static Var sum(Var x, int dim) {
        Tensor y = x.value().sum(dim);
        return Var.of(y, dy -> spread(x, x.size(dim), inner(x, dim), dy, 1), x); // dx_i = dy
    }

    static Var mean(Var x, int dim) {
        Tensor y = x.value().mean(dim);
        return Var.of(y, dy -> spread(x, x.size(dim), inner(x, dim), dy, 1f / x.size(dim)), x); // dx_i = dy / n
    }

    /** Adds {@code factor dy} [..,inner] to the gradient of x [..,n,inner], n times. */
    private static void spread(Var x, int n, int inner, Tensor dy, float factor) {
        Kernels kernels = Kernels.forRow(inner == 1 ? n : inner);
        float[] g = dy.data();
        x.accumulateInto((dx, add) -> {
            for (int i = 0; i < dx.length; i += inner == 1 ? n : inner) {
                if (inner == 1) {
                    float[] each = {factor * g[i / n]};
                    if (add) {
                        kernels.add(n, dx, i, 1, each, 0, 0, dx, i);
                    } else {
                        Arrays.fill(dx, i, i + n, each[0]);
                    }
                } else if (add) {
                    kernels.axpy(inner, factor, g, i / (n * inner) * inner, dx, i);
                } else {
                    kernels.multiply(inner, g, i / (n * inner) * inner, 1, new float[] {factor}, 0, 0, dx, i);
                }
            }
        });
    }

    private static int inner(Var x, int dim) {
        return Shapes.product(x.shape(), Shapes.dim("sum", dim, x.shape()) + 1, x.value().rank());
    }
}
