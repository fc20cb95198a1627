package spotlight.grad;

import java.util.Arrays;
import java.util.function.Supplier;
import spotlight.tensor.Buffers;
import spotlight.tensor.Kernels;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** A linear layer in one go, {@code y = f(x WT + b)}; the gradients of W and b are added where they belong. */
final class Affine {
    private Affine() {
    }

    static Var linear(Var x, Var weight) {
        check(x, weight);
        float[] y = Buffers.take(Shapes.size(shape(x, weight)));
        product(x, weight, false, y); // y = x WT
        return Var.of(Tensor.wrap(y, shape(x, weight)), dy -> backward(x, weight, dy.data()), x, weight);
    }

    static Var linear(Var x, Var weight, Var bias) {
        float[] y = beforeActivation(x, weight, bias); // y = x WT + b
        return Var.of(Tensor.wrap(y, shape(x, weight)), dy -> backward(x, weight, bias, dy.data()), x, weight, bias);
    }

    static Var linear(Var x, Var weight, Var bias, Activation f) {
        if (f == Activation.NONE) {
            return linear(x, weight, bias);
        }
        float[] z = beforeActivation(x, weight, bias); // z = x WT + b
        float[] y = f.needsOnlyY() || !Node.recording(x, weight, bias) ? z : Buffers.take(z.length);
        Kernels kernels = Kernels.forRow(z.length);
        f.forward(kernels, z, y); // y = f(z)
        return Var.of(Tensor.wrap(y, shape(x, weight)), dy -> {
            float[] dz = Gradient.over(dy);
            f.backward(kernels, z, y, dy.data(), dz); // dz = dy f'(z)
            if (y != z) {
                Buffers.release(z);
            }
            backward(x, weight, bias, dz);
        }, x, weight, bias);
    }

    private static float[] beforeActivation(Var x, Var weight, Var bias) {
        check(x, weight);
        int n = weight.size(0);
        Shapes.require(Arrays.equals(bias.shape(), new int[] {n}),
                () -> "linear: weight " + Shapes.format(weight.shape())
                        + " needs bias [" + n + "], got " + Shapes.format(bias.shape()));
        float[] z = Buffers.take(Shapes.size(shape(x, weight)));
        for (int row = 0; row < z.length; row += n) {
            System.arraycopy(bias.value().data(), 0, z, row, n);
        }
        product(x, weight, true, z);
        return z;
    }

    private static void product(Var x, Var weight, boolean add, float[] y) {
        int n = weight.size(0);
        int k = weight.size(1);
        Kernels.active().gemm(false, true, rows(y, n), n, k, x.value().data(), 0, k, weight.value().data(), 0, k, add,
                y, 0, n);
    }

    private static void backward(Var x, Var weight, Var bias, float[] dy) {
        if (bias.tracked()) {
            int n = weight.size(0);
            Kernels.forRow(n).columnSums(rows(dy, n), n, dy, bias.sums()); // db = the sum of the rows of dy
        }
        backward(x, weight, dy);
    }

    private static void backward(Var x, Var weight, float[] dy) {
        int n = weight.size(0);
        int k = weight.size(1);
        int rows = rows(dy, n);
        weight.accumulateInto((dw, add) -> Kernels.active().gemm(true, false, n, k, rows, dy, 0, n, x.value().data(), 0,
                k, add, dw, 0, k)); // dW = dyT x
        x.accumulateInto((dx, add) -> Kernels.active().gemm(false, false, rows, k, n, dy, 0, n, weight.value().data(),
                0, k, add, dx, 0, k)); // dx = dy W
    }

    private static int rows(float[] y, int n) {
        return n == 0 ? 0 : y.length / n;
    }

    private static int[] shape(Var x, Var weight) {
        return Shapes.append(Shapes.leading(x.shape(), 1), weight.size(0));
    }

    private static void check(Var x, Var weight) {
        Supplier<String> operands = () -> "linear: x " + Shapes.format(x.shape()) + ", weight "
                + Shapes.format(weight.shape());
        Shapes.require(x.value().rank() >= 1 && weight.value().rank() == 2,
                () -> operands.get() + ", the weight must be a matrix [out,in] and x [..,in]");
        Shapes.require(x.size(-1) == weight.size(1),
                () -> operands.get() + ", rows of " + x.size(-1) + " numbers do not fit " + weight.size(1) + " inputs");
    }
}
