package spotlight.grad;

import java.util.Arrays;
import spotlight.tensor.Buffers;
import spotlight.tensor.Kernels;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** A linear layer in one go: {@code y = f(x WT + b)}, the activation f being applied while the rows are in the cache. */
final class Affine {
    private Affine() {
    }

    /** {@code y = x WT}. */
    static Var linear(Var x, Var weight) {
        check(x, weight);
        Tensor y = product(x, weight, false, Buffers.take(size(x, weight)));
        return Var.of(y, dy -> backward(x, weight, dy), x, weight);
    }

    /** {@code y = x WT + b}. */
    static Var linear(Var x, Var weight, Var bias) {
        check(x, weight);
        int n = weight.size(0);
        Shapes.require(Arrays.equals(bias.shape(), new int[] {n}), "linear: weight " + Shapes.format(weight.shape())
                + " needs bias [" + n + "], got " + Shapes.format(bias.shape()));
        float[] y = Buffers.take(size(x, weight));
        for (int row = 0; row < y.length; row += n) {
            System.arraycopy(bias.value().data(), 0, y, row, n);
        }
        return Var.of(product(x, weight, true, y), dy -> {
            if (bias.tracked()) {
                Kernels.forRow(n).columnSums(dy.size() / Math.max(n, 1), n, dy.data(), bias.sums()); // db = sum dy
            }
            backward(x, weight, dy);
        }, x, weight, bias);
    }

    /** {@code y = f(x WT + b)}. */
    static Var linear(Var x, Var weight, Var bias, Activation f) {
        return f.apply(linear(x, weight, bias));
    }

    private static Tensor product(Var x, Var weight, boolean add, float[] y) {
        int n = weight.size(0);
        int k = weight.size(1);
        Kernels.active().gemm(false, true, y.length / Math.max(n, 1), n, k, x.value().data(), 0, k,
                weight.value().data(), 0, k, add, y, 0, n);
        return Tensor.wrap(y, Shapes.append(Shapes.leading(x.shape(), 1), n));
    }

    private static void backward(Var x, Var weight, Tensor dy) {
        int n = weight.size(0);
        int k = weight.size(1);
        int rows = dy.size() / Math.max(n, 1);
        weight.accumulateInto((grad, add) -> Kernels.active().gemm(true, false, n, k, rows, dy.data(), 0, n,
                x.value().data(), 0, k, add, grad, 0, k)); // dW = dyT x
        x.accumulateInto((grad, add) -> Kernels.active().gemm(false, false, rows, k, n, dy.data(), 0, n,
                weight.value().data(), 0, k, add, grad, 0, k)); // dx = dy W
    }

    private static int size(Var x, Var weight) {
        return Shapes.size(Shapes.append(Shapes.leading(x.shape(), 1), weight.size(0)));
    }

    private static void check(Var x, Var weight) {
        String operands = "linear: x " + Shapes.format(x.shape()) + ", weight " + Shapes.format(weight.shape());
        Shapes.require(x.value().rank() >= 1 && weight.value().rank() == 2,
                operands + ", the weight must be a matrix [out,in] and x [..,in]");
        Shapes.require(x.size(-1) == weight.size(1), operands + ", rows of " + x.size(-1) + " numbers do not fit "
                + weight.size(1) + " inputs");
    }
}
