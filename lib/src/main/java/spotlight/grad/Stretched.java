package spotlight.grad;

import java.util.Arrays;
import java.util.function.Supplier;
import spotlight.tensor.Buffers;
import spotlight.tensor.Kernels;
import spotlight.tensor.Tensor;

/**
 * The way back from a shape to which an operand was stretched: what was repeated gets the sum of all that came of it.
 */
final class Stretched {
    private Stretched() {
    }

    /** Adds to the operand's gradient what {@code gradient} makes, if it is wanted, and gives away. */
    static void adopt(Var operand, Supplier<Tensor> gradient) {
        if (operand.tracked()) {
            Tensor g = gradient.get();
            if (Arrays.equals(operand.shape(), g.shape())) {
                operand.accumulate(() -> g);
            } else {
                add(operand, g);
                Buffers.release(g.data());
            }
        }
    }

    /** Adds dy to the operand's gradient; dy itself stays the caller's. */
    static void add(Var operand, Tensor dy) {
        int n = operand.value().size();
        if (!operand.tracked()) {
            return;
        }
        if (Arrays.equals(operand.shape(), dy.shape())) {
            operand.accumulateInto((sum, add) -> Gradient.plusOrCopy(sum, add, dy.data()));
        } else if (n > 0 && repeatsWhole(operand.shape(), dy.shape())) { // [T,D] in [B,T,D]: the sum of rows of T*D
            Kernels.forRow(n).columnSums(dy.size() / n, n, dy.data(), operand.sums());
        } else {
            operand.accumulate(() -> sum(dy, operand.shape()));
        }
    }

    /** Whether dy holds the operand as a whole again and again, nothing being repeated inside it. */
    private static boolean repeatsWhole(int[] operand, int[] dy) {
        int first = 0;
        while (first < operand.length && operand[first] == 1) {
            first++;
        }
        int length = operand.length - first;
        return Arrays.equals(operand, first, operand.length, dy, dy.length - length, dy.length);
    }

    /** Sums along each repeated dimension. */
    private static Tensor sum(Tensor dy, int[] shape) {
        int extra = dy.rank() - shape.length;
        Tensor sum = dy;
        for (int d = dy.rank() - 1; d >= 0; d--) {
            if (d < extra || shape[d - extra] == 1 && dy.size(d) != 1) {
                Tensor shorter = sum.sum(d).unsqueeze(d);
                if (sum != dy) {
                    Buffers.release(sum.data());
                }
                sum = shorter;
            }
        }
        return Tensor.wrap(sum.data(), shape);
    }
}
