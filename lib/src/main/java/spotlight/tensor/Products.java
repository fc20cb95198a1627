package spotlight.tensor;

import java.util.Arrays;
import java.util.function.Supplier;

/** Batched matrix products: checks the shapes, stretches the leading dimensions, calls a kernel per matrix. */
final class Products {
    private Products() {
    }

    /** {@code a b}, either of them transposed in its last two dimensions first. */
    static Tensor matmul(String op, Tensor a, boolean aT, Tensor b, boolean bT) {
        Supplier<String> operands = () -> op + ": a " + Shapes.format(a.shape()) + " x b " + Shapes.format(b.shape());
        Shapes.require(a.rank() >= 2 && b.rank() >= 2, () -> operands.get() + ", both need at least 2 dimensions");
        int m = a.size(aT ? -1 : -2);
        int k = a.size(aT ? -2 : -1);
        int inner = b.size(bT ? -1 : -2);
        int n = b.size(bT ? -2 : -1);
        Shapes.require(k == inner, () -> operands.get() + ", inner sizes " + k + " and " + inner + " differ");
        int[] aBatch = Shapes.leading(a.shape(), 2);
        int[] bBatch = Shapes.leading(b.shape(), 2);
        int[] batch = Arrays.equals(aBatch, bBatch) || bBatch.length == 0
                ? aBatch
                : Shapes.broadcast(operands.get() + ", leading dimensions", aBatch, bBatch);
        int[] shape = Shapes.append(batch, m, n);
        float[] c = Buffers.take(Shapes.size(() -> operands.get() + ", ", shape));
        if (Arrays.equals(aBatch, batch) && bBatch.length == 0 && !aT) {
            m = c.length / Math.max(n, 1); // one matrix on the right: the rows of all the left ones are one matrix
            batch = new int[0];
            aBatch = batch;
        }
        int[] aStrides = Shapes.strides(aBatch, batch);
        int[] bStrides = Shapes.strides(bBatch, batch);
        Kernels kernels = Kernels.active();
        int matrices = c.length == 0 ? 0 : Shapes.product(batch, 0, batch.length);
        for (int i = 0; i < matrices; i++) {
            int aFrom = offset(i, batch, aStrides) * m * k;
            int bFrom = offset(i, batch, bStrides) * k * n;
            kernels.gemm(aT, bT, m, n, k, a.data(), aFrom, aT ? m : k, b.data(), bFrom, bT ? k : n, false, c, i * m * n,
                    n);
        }
        return Tensor.wrap(c, shape);
    }

    static float dot(Tensor a, Tensor b) {
        Shapes.require(a.rank() == 1 && b.rank() == 1 && a.size() == b.size(),
                () -> "dot: a " + Shapes.format(a.shape())
                        + " and b " + Shapes.format(b.shape()) + " are not two vectors of one length");
        return Kernels.active().dot(a.data(), b.data());
    }

    static int offset(int index, int[] shape, int[] strides) {
        int offset = 0;
        for (int d = shape.length - 1; d >= 0; d--) {
            offset += index % shape[d] * strides[d];
            index /= shape[d];
        }
        return offset;
    }
}
