package spotlight.grad;

import java.util.Arrays;
import spotlight.tensor.Kernels;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** Numbers that only move: their gradients move back. */
final class Forms {
    private Forms() {
    }

    static Var reshape(Var x, int... shape) {
        return Var.of(x.value().reshape(shape), dy -> reshapeBack(x, dy), x);
    }

    static Var unsqueeze(Var x, int dim) {
        return Var.of(x.value().unsqueeze(dim), dy -> reshapeBack(x, dy), x);
    }

    private static void reshapeBack(Var x, Tensor dy) {
        x.accumulate(() -> Tensor.wrap(Gradient.handOn(dy).data(), x.shape()));
    }

    static Var transpose(Var x) {
        return Var.of(x.value().transpose(), dy -> x.accumulate(dy::transpose), x);
    }

    static Var transpose(Var x, int a, int b) {
        return Var.of(x.value().transpose(a, b), dy -> x.accumulate(() -> dy.transpose(a, b)), x);
    }

    static Var slice(Var x, int dim, int from, int to) {
        Tensor y = x.value().slice(dim, from, to);
        return Var.of(y, dy -> sliceBack(x, dim, from, dy), x);
    }

    static Var select(Var x, int dim, int index) {
        Tensor y = x.value().select(dim, index);
        int from = index < 0 ? index + x.size(dim) : index;
        return Var.of(y, dy -> sliceBack(x, dim, from, dy), x);
    }

    /** {@code dx[.., from + i, ..] += dy[.., i, ..]}. */
    private static void sliceBack(Var x, int dim, int from, Tensor dy) {
        int d = Shapes.dim("slice", dim, x.shape());
        int inner = Shapes.product(x.shape(), d + 1, x.value().rank());
        int outer = Shapes.product(x.shape(), 0, d);
        int run = dy.size() / Math.max(outer, 1);
        Kernels kernels = Kernels.forRow(run);
        float[] dx = x.sums();
        for (int o = 0; o < outer; o++) {
            int at = (o * x.size(d) + from) * inner;
            kernels.add(run, dx, at, 1, dy.data(), o * run, 1, dx, at);
        }
    }

    static Var[] split(Var x, int dim, int parts) {
        int length = x.size(Shapes.dim("split", dim, x.shape()));
        Shapes.require(parts > 0 && length % parts == 0, () -> "split: dimension " + dim + " of tensor "
                + Shapes.format(x.shape()) + " is not a multiple of " + parts + " parts");
        int[] lengths = new int[parts];
        Arrays.fill(lengths, length / parts);
        return split(x, dim, lengths);
    }

    static Var[] split(Var x, int dim, int[] lengths) {
        int length = x.size(Shapes.dim("split", dim, x.shape()));
        long sum = Arrays.stream(lengths).asLongStream().sum();
        Shapes.require(sum == length && Arrays.stream(lengths).allMatch(n -> n >= 0), () -> "split: lengths "
                + Shapes.format(lengths) + " do not add up to dimension " + dim + " of tensor "
                + Shapes.format(x.shape()));
        Var[] parts = new Var[lengths.length];
        int from = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = slice(x, dim, from, from + lengths[i]);
            from += lengths[i];
        }
        return parts;
    }

    static Var concat(int dim, Var... parts) {
        Tensor y = Tensor.concat(dim, values(parts));
        int outer = Shapes.product(y.shape(), 0, Shapes.dim("concat", dim, y.shape()));
        return Var.of(y, dy -> joinBack(parts, outer, dy), parts);
    }

    static Var stack(Var... parts) {
        return Var.of(Tensor.stack(values(parts)), dy -> joinBack(parts, 1, dy), parts);
    }

    /** Each part gets its own piece of dy, once for each step of the dimensions before the one they are joined in. */
    private static void joinBack(Var[] parts, int outer, Tensor dy) {
        int step = dy.size() / Math.max(outer, 1);
        int first = 0;
        for (Var part : parts) {
            int run = part.value().size() / Math.max(outer, 1);
            int from = first;
            part.accumulateInto((grad, add) -> {
                for (int o = 0; o < outer; o++) {
                    if (add) {
                        Kernels.forRow(run).add(run, grad, o * run, 1, dy.data(), o * step + from, 1, grad, o * run);
                    } else {
                        System.arraycopy(dy.data(), o * step + from, grad, o * run, run);
                    }
                }
            });
            first += run;
        }
    }

    private static Tensor[] values(Var... parts) {
        return Arrays.stream(parts).map(Var::value).toArray(Tensor[]::new);
    }
}
