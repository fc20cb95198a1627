package spotlight.grad;

import spotlight.tensor.Buffers;
import spotlight.tensor.Kernels;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** What works on a row at a time: softmax, layer norm, and picking rows of a table. */
final class Rows {
    /** Writes the gradient for x from y and dy. */
    private interface Backward {
        void apply(Kernels kernels, int rows, int n, float[] y, float[] dy, float[] dx);
    }

    private Rows() {
    }

    static Var softmax(Var x, int dim) {
        int d = Shapes.dim("softmax", dim, x.shape());
        if (d != x.shape().length - 1) {
            return softmax(x.transpose(d, -1), -1).transpose(d, -1);
        }
        return ofResult(x, x.value().softmax(), Kernels::softmaxBackward); // dx = y (dy - sum y dy)
    }

    static Var logSoftmax(Var x, int dim) {
        int d = Shapes.dim("logSoftmax", dim, x.shape());
        if (d != x.shape().length - 1) {
            return logSoftmax(x.transpose(d, -1), -1).transpose(d, -1);
        }
        return ofResult(x, x.value().logSoftmax(), Kernels::logSoftmaxBackward); // dx = dy - e^y sum dy
    }

    static Var layerNorm(Var x, Var weight, Var bias, float eps) {
        int n = x.shape()[Shapes.dim("layerNorm", -1, x.shape())];
        float[] stats = Buffers.take(Kernels.STATS * rows(x.value().data(), n));
        return Var.of(x.value().layerNorm(weight.value(), bias.value(), eps, stats), dy -> {
            float[] dx = Gradient.over(dy);
            Kernels.forRow(n).layerNormBackward(rows(dx, n), n, x.value().data(), weight.value().data(), stats,
                    dy.data(), dx, weight.sums(), bias.sums());
            x.accumulate(() -> Tensor.wrap(dx, dy.shape()));
        }, x, weight, bias);
    }

    /** Row i of the result is row ids[i] of the table; {@code dTable[ids[i]] += dy[i]}, except for the padding. */
    static Var rows(Var table, int padding, int[] ids, int[] leading) {
        Tensor rows = table.value();
        Shapes.require(rows.rank() == 2, () -> "rows: table " + Shapes.format(rows.shape()) + " is not a matrix");
        int n = rows.size(1);
        int[] shape = Shapes.append(leading.length == 0 ? new int[] {ids.length} : leading, n);
        Shapes.require(Shapes.product(shape, 0, shape.length - 1) == ids.length,
                () -> "rows: " + ids.length + " ids do not fill shape " + Shapes.format(leading));
        int vocab = rows.size(0);
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 0 || ids[i] >= vocab) {
                throw new IllegalArgumentException(
                        "rows: id " + ids[i] + " at " + i + " is outside a vocabulary of " + vocab);
            }
        }
        float[] y = Buffers.take(Shapes.size(shape));
        for (int i = 0; i < ids.length; i++) {
            System.arraycopy(rows.data(), ids[i] * n, y, i * n, n);
        }
        return Var.of(Tensor.wrap(y, shape), dy -> {
            float[] dTable = table.sums();
            for (int i = 0; i < ids.length; i++) {
                if (ids[i] != padding) {
                    Kernels.forRow(n).axpy(n, 1, dy.data(), i * n, dTable, ids[i] * n);
                }
            }
        }, table);
    }

    private static Var ofResult(Var x, Tensor y, Backward backward) {
        return Var.of(y, dy -> x.accumulate(() -> {
            float[] dx = Gradient.over(dy);
            int n = dy.size(-1);
            backward.apply(Kernels.forRow(n), rows(dx, n), n, y.data(), dy.data(), dx);
            return Tensor.wrap(dx, dy.shape());
        }), x);
    }

    private static int rows(float[] x, int n) {
        return n == 0 ? 0 : x.length / n;
    }
}
