package spotlight.tensor;

import java.util.Arrays;

/** Moves numbers without changing them: transpose, slice, select, join. All results are contiguous copies. */
final class Layout {
    private Layout() {
    }

    static Tensor reshape(Tensor x, int... shape) {
        int[] full = shape.clone();
        int unknown = -1;
        int known = 1;
        for (int d = 0; d < shape.length; d++) {
            if (shape[d] == -1 && unknown < 0) {
                unknown = d;
            } else {
                known *= shape[d];
            }
        }
        if (unknown >= 0 && known > 0 && x.size() % known == 0) {
            full[unknown] = x.size() / known;
        }
        boolean fits = Arrays.stream(full).allMatch(n -> n >= 0)
                && Arrays.stream(full).asLongStream().reduce(1, (a, b) -> a * b) == x.size();
        Shapes.require(fits, () -> "reshape: tensor " + Shapes.format(x.shape()) + " with " + x.size()
                + " elements does not fit " + Shapes.format(shape));
        return Tensor.wrap(x.data(), full);
    }

    static Tensor transpose(Tensor x, int dimA, int dimB) {
        int[] from = x.shape();
        int a = Math.min(Shapes.dim("transpose", dimA, from), Shapes.dim("transpose", dimB, from));
        int b = Math.max(Shapes.dim("transpose", dimA, from), Shapes.dim("transpose", dimB, from));
        int[] to = from.clone();
        to[a] = from[b];
        to[b] = from[a];
        int outer = Shapes.product(from, 0, a);
        int rows = from[a];
        int middle = Shapes.product(from, a + 1, b);
        int columns = a == b ? 1 : from[b];
        int inner = Shapes.product(from, b + 1, from.length);
        float[] y = Buffers.take(x.size());
        int next = 0; // writes in order, reads [outer, rows, middle, columns, inner]
        for (int o = 0; o < outer; o++) {
            for (int c = 0; c < columns; c++) {
                for (int m = 0; m < middle; m++) {
                    for (int r = 0; r < rows; r++) {
                        int source = (((o * rows + r) * middle + m) * columns + c) * inner;
                        copy(x.data(), source, y, next, inner);
                        next += inner;
                    }
                }
            }
        }
        return Tensor.wrap(y, to);
    }

    static Tensor slice(Tensor x, int dim, int from, int to) {
        int[] shape = x.shape();
        int d = Shapes.dim("slice", dim, shape);
        Shapes.require(0 <= from && from <= to && to <= shape[d], () -> "slice: " + from + ".." + to
                + " is outside dimension " + dim + " of tensor " + Shapes.format(shape));
        int inner = Shapes.product(shape, d + 1, shape.length);
        int run = (to - from) * inner;
        int step = shape[d] * inner;
        shape[d] = to - from;
        float[] y = Buffers.take(Shapes.size(shape));
        for (int i = 0, source = from * inner; i < y.length; i += run, source += step) {
            System.arraycopy(x.data(), source, y, i, run);
        }
        return Tensor.wrap(y, shape);
    }

    static Tensor select(Tensor x, int dim, int index) {
        int[] shape = x.shape();
        int d = Shapes.dim("select", dim, shape);
        Shapes.require(index >= -shape[d] && index < shape[d],
                () -> "select: index " + index + " is outside dimension " + dim
                        + " of tensor " + Shapes.format(shape));
        int from = index < 0 ? index + shape[d] : index;
        return wrapWithout(slice(x, d, from, from + 1), d);
    }

    static Tensor unsqueeze(Tensor x, int dim) {
        int[] shape = x.shape();
        int d = dim < 0 ? dim + shape.length + 1 : dim;
        Shapes.require(d >= 0 && d <= shape.length,
                () -> "unsqueeze: tensor " + Shapes.format(shape) + " has no place " + dim + " for a new dimension");
        int[] longer = Shapes.append(Arrays.copyOf(shape, d), 1);
        return Tensor.wrap(x.data(), Shapes.append(longer, Arrays.copyOfRange(shape, d, shape.length)));
    }

    static Tensor concat(int dim, Tensor... parts) {
        Shapes.require(parts.length > 0, "concat: no tensors to join");
        int[] shape = parts[0].shape();
        int d = Shapes.dim("concat", dim, shape);
        long length = 0;
        for (Tensor part : parts) {
            int[] other = part.shape();
            boolean fits = other.length == shape.length;
            for (int i = 0; fits && i < shape.length; i++) {
                fits = i == d || other[i] == shape[i];
            }
            Shapes.require(fits,
                    () -> "concat: tensors " + Shapes.format(parts[0].shape()) + " and " + Shapes.format(other)
                            + " differ outside dimension " + dim);
            length += other[d];
        }
        shape[d] = (int) Math.min(length, Integer.MAX_VALUE);
        float[] y = Buffers.take(Shapes.size(shape));
        int outer = Shapes.product(shape, 0, d);
        int to = 0;
        for (int o = 0; o < outer; o++) {
            for (Tensor part : parts) {
                int run = part.size() / outer;
                System.arraycopy(part.data(), o * run, y, to, run);
                to += run;
            }
        }
        return Tensor.wrap(y, shape);
    }

    static Tensor stack(Tensor... parts) {
        Shapes.require(parts.length > 0, "stack: no tensors to join");
        Tensor[] rows = new Tensor[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Shapes.require(Arrays.equals(parts[i].shape(), parts[0].shape()), "stack: tensors "
                    + Shapes.format(parts[0].shape()) + " and " + Shapes.format(parts[i].shape()) + " differ");
            rows[i] = unsqueeze(parts[i], 0);
        }
        return concat(0, rows);
    }

    /** A single number is assigned: a call of arraycopy would cost more. */
    private static void copy(float[] x, int from, float[] y, int to, int n) {
        if (n == 1) {
            y[to] = x[from];
        } else {
            System.arraycopy(x, from, y, to, n);
        }
    }

    private static Tensor wrapWithout(Tensor x, int dim) {
        int[] shape = x.shape();
        int[] shorter = Shapes.append(Arrays.copyOf(shape, dim), Arrays.copyOfRange(shape, dim + 1, shape.length));
        return Tensor.wrap(x.data(), shorter);
    }
}
