package spotlight.tensor;

import java.util.Arrays;

/** What works on a row at a time: softmax and layer norm. */
final class Rows {
    private interface RowKernel {
        void apply(Kernels kernels, int rows, int n, float[] x, float[] y);
    }

    private Rows() {
    }

    static Tensor softmax(Tensor x, int dim) {
        return along("softmax", x, dim, Kernels::softmax);
    }

    static Tensor logSoftmax(Tensor x, int dim) {
        return along("logSoftmax", x, dim, Kernels::logSoftmax);
    }

    static Tensor layerNorm(Tensor x, Tensor weight, Tensor bias, float eps) {
        int n = x.shape()[Shapes.dim("layerNorm", -1, x.shape())];
        float[] stats = Buffers.take(RowKernels.STATS * rows(x.size(), n));
        Tensor y = layerNorm(x, weight, bias, eps, stats);
        Buffers.release(stats);
        return y;
    }

    static Tensor layerNorm(Tensor x, Tensor weight, Tensor bias, float eps, float[] stats) {
        int n = x.shape()[Shapes.dim("layerNorm", -1, x.shape())];
        int[] row = {n};
        Shapes.require(Arrays.equals(weight.shape(), row) && Arrays.equals(bias.shape(), row),
                () -> "layerNorm: x " + Shapes.format(x.shape()) + " needs weight and bias [" + n + "], got "
                        + Shapes.format(weight.shape()) + " and " + Shapes.format(bias.shape()));
        float[] y = Buffers.take(x.size());
        Kernels.forRow(n).layerNorm(rows(x.size(), n), n, x.data(), weight.data(), bias.data(), eps, y,
                stats);
        return Tensor.wrap(y, x.shape());
    }

    private static Tensor along(String op, Tensor x, int dim, RowKernel kernel) {
        int d = Shapes.dim(op, dim, x.shape());
        if (d != x.rank() - 1) {
            return along(op, x.transpose(d, -1), -1, kernel).transpose(d, -1);
        }
        int n = x.size(d);
        float[] y = Buffers.take(x.size());
        kernel.apply(Kernels.forRow(n), rows(x.size(), n), n, x.data(), y);
        return Tensor.wrap(y, x.shape());
    }

    private static int rows(int size, int n) {
        return n == 0 ? 0 : size / n;
    }
}
