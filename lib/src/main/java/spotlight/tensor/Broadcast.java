package spotlight.tensor;

/** Applies a kernel with two operands to tensors of different shapes, as NumPy stretches them. */
final class Broadcast {
    /** One of {@link Kernels#add}, {@link Kernels#subtract}, {@link Kernels#multiply}, {@link Kernels#divide}. */
    interface Kernel {
        void apply(Kernels kernels, int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
                int cFrom);
    }

    private Broadcast() {
    }

    static Tensor apply(String op, Tensor a, Tensor b, Kernel kernel) {
        int[] shape = Shapes.broadcast(op, a.shape(), b.shape());
        float[] c = Buffers.take(Shapes.size(shape));
        if (c.length == 0) {
            return Tensor.wrap(c, shape);
        }
        int[] aStrides = Shapes.strides(a.shape(), shape);
        int[] bStrides = Shapes.strides(b.shape(), shape);
        int rank = joinedRank(shape, aStrides, bStrides);
        int run = Shapes.product(shape, rank, shape.length); // elements that one kernel call covers
        int aStep = run == 1 ? 0 : step(shape, aStrides, rank);
        int bStep = run == 1 ? 0 : step(shape, bStrides, rank);
        Kernels kernels = Kernels.forRow(run);
        int[] index = new int[rank];
        int aFrom = 0;
        int bFrom = 0;
        for (int cFrom = 0; cFrom < c.length; cFrom += run) {
            kernel.apply(kernels, run, a.data(), aFrom, aStep, b.data(), bFrom, bStep, c, cFrom);
            for (int d = rank - 1; d >= 0; d--) { // count up like an odometer
                aFrom += aStrides[d];
                bFrom += bStrides[d];
                if (++index[d] < shape[d]) {
                    break;
                }
                aFrom -= index[d] * aStrides[d];
                bFrom -= index[d] * bStrides[d];
                index[d] = 0;
            }
        }
        return Tensor.wrap(c, shape);
    }

    /** How many leading dimensions must be counted through; the others are one run in which each step is 0 or 1. */
    private static int joinedRank(int[] shape, int[] aStrides, int[] bStrides) {
        int rank = shape.length;
        while (rank > 0 && runs(shape, aStrides, rank - 1) && runs(shape, bStrides, rank - 1)) {
            rank--;
        }
        return rank;
    }

    /** Whether the dimensions from {@code from} on are contiguous, or all stretched. */
    private static boolean runs(int[] shape, int[] strides, int from) {
        boolean contiguous = true;
        boolean stretched = true;
        int step = 1;
        for (int d = shape.length - 1; d >= from; d--) {
            contiguous &= shape[d] == 1 || strides[d] == step;
            stretched &= strides[d] == 0;
            step *= shape[d];
        }
        return contiguous || stretched;
    }

    private static int step(int[] shape, int[] strides, int from) {
        for (int d = from; d < shape.length; d++) {
            if (strides[d] != 0) {
                return 1;
            }
        }
        return 0;
    }
}
