package spotlight.grad;

import java.util.Arrays;
import spotlight.tensor.Kernels;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** Matrix products. Those of the backward are added straight to the gradients. */
final class Products {
    private Products() {
    }

    static Var matmul(Var a, Var b) {
        return Var.of(a.value().matmul(b.value()), dy -> { // y = a b
            add(a, dy, false, b.value(), true); // da = dy bT
            add(b, a.value(), true, dy, false); // db = aT dy
        }, a, b);
    }

    static Var matmulNT(Var a, Var b) {
        return Var.of(a.value().matmulNT(b.value()), dy -> { // y = a bT
            add(a, dy, false, b.value(), false); // da = dy b
            add(b, dy, true, a.value(), false); // db = dyT a
        }, a, b);
    }

    static Var matmulTN(Var a, Var b) {
        return Var.of(a.value().matmulTN(b.value()), dy -> { // y = aT b
            add(a, b.value(), false, dy, true); // da = b dyT
            add(b, a.value(), false, dy, false); // db = a dy
        }, a, b);
    }

    /** Adds {@code left right}, either of them transposed first, to the gradient of an operand of the product. */
    private static void add(Var operand, Tensor left, boolean leftT, Tensor right, boolean rightT) {
        int[] batch = Shapes.broadcast("backward", leading(left), leading(right));
        int m = operand.size(-2);
        int n = operand.size(-1);
        int k = left.size(leftT ? -2 : -1);
        boolean oneResult = operand.value().rank() == 2;
        if (oneResult && leftT && !rightT && Arrays.equals(leading(left), leading(right))) {
            k *= Shapes.product(batch, 0, batch.length); // sums over the rows of all matrices: they are one long matrix
            batch = new int[0];
        } else if (!leftT && right.rank() == 2 && Arrays.equals(leading(operand.value()), batch)) {
            m *= Shapes.product(batch, 0, batch.length); // the rows of all matrices times one matrix
            batch = new int[0];
        }
        addEach(operand, left, leftT, right, rightT, batch, new int[] {m, n, k});
    }

    /** One product for each matrix of the batch, several of them for one result where the operand is stretched. */
    private static void addEach(Var operand, Tensor left, boolean leftT, Tensor right, boolean rightT, int[] batch,
            int[] sizes) {
        int m = sizes[0];
        int n = sizes[1];
        int k = sizes[2];
        int matrices = Shapes.product(batch, 0, batch.length);
        boolean stretched = operand.value().size() != matrices * m * n;
        operand.accumulateInto((grad, filled) -> {
            boolean add = filled || stretched;
            if (stretched && !filled) {
                Arrays.fill(grad, 0);
            }
            for (int i = 0; i < matrices; i++) {
                Kernels.active().gemm(leftT, rightT, m, n, k, //
                        left.data(), offset(i, batch, left) * m * k, leftT ? m : k, //
                        right.data(), offset(i, batch, right) * k * n, rightT ? k : n, //
                        add, grad, offset(i, batch, operand.value()) * m * n, n);
            }
        });
    }

    /** Which matrix of a tensor takes part in product i of the batch. */
    private static int offset(int i, int[] batch, Tensor x) {
        if (batch.length == 0) {
            return 0;
        }
        int[] strides = Shapes.strides(leading(x), batch);
        int offset = 0;
        for (int d = batch.length - 1; d >= 0; d--) {
            offset += i % batch[d] * strides[d];
            i /= batch[d];
        }
        return offset;
    }

    private static int[] leading(Tensor x) {
        return Shapes.leading(x.shape(), 2);
    }
}
