package spotlight.tensor;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The arithmetic of shapes: sizes, dimensions counted from the end, and NumPy's broadcasting rule. Everything that can
 * be wrong with an operand is found here, before any number is computed.
 */
public final class Shapes {
    /** The longest array every JVM can make. */
    static final int MAX_SIZE = Integer.MAX_VALUE - 8;

    private Shapes() {
    }

    /** The shape as it stands in messages and in this library's comments: {@code [2,3]}; a scalar is {@code []}. */
    public static String format(int... shape) {
        StringBuilder text = new StringBuilder("[");
        for (int d = 0; d < shape.length; d++) {
            text.append(d == 0 ? "" : ",").append(shape[d]);
        }
        return text.append(']').toString();
    }

    /**
     * The number of elements, {@code shape[0] * shape[1] * ...}; 1 for a scalar.
     *
     * @throws IllegalArgumentException if a dimension is negative or the product does not fit a Java array
     */
    public static int size(int... shape) {
        return size(() -> "", shape);
    }

    /** The same; a message about it begins with what was to be computed. */
    static int size(Supplier<String> operation, int... shape) {
        for (int length : shape) {
            require(length >= 0, () -> "shape " + format(shape) + " has a negative dimension");
        }
        double exact = 1;
        for (int length : shape) {
            exact *= length;
        }
        if (exact > MAX_SIZE) {
            throw new IllegalArgumentException(String.format("%sshape %s has %.0f elements, a tensor holds at most %d",
                    operation.get(), format(shape), exact, MAX_SIZE));
        }
        return (int) exact;
    }

    /**
     * The index of a dimension that may be counted from the end, -1 being the last.
     *
     * @throws IllegalArgumentException if there is no such dimension
     */
    public static int dim(String op, int dim, int... shape) {
        int d = dim < 0 ? dim + shape.length : dim;
        require(d >= 0 && d < shape.length, () -> op + ": tensor " + format(shape) + " has no dimension " + dim);
        return d;
    }

    /**
     * The shape that both operands stretch to: aligned at the right, lengths are equal or one of them is 1.
     *
     * @throws IllegalArgumentException if two lengths differ and neither is 1
     */
    public static int[] broadcast(String op, int[] a, int[] b) {
        int rank = Math.max(a.length, b.length);
        int[] shape = new int[rank];
        for (int d = 0; d < rank; d++) {
            int m = fromRight(a, rank - 1 - d);
            int n = fromRight(b, rank - 1 - d);
            if (m != n && m != 1 && n != 1) {
                throw new IllegalArgumentException(op + ": a " + format(a) + " and b " + format(b)
                        + " do not broadcast, " + m + " and " + n + " differ and neither is 1");
            }
            shape[d] = m == 1 ? n : m;
        }
        return shape;
    }

    /** Whether a tensor of shape {@code from} stretches to exactly {@code to}. */
    public static boolean broadcastsTo(int[] from, int[] to) {
        if (from.length > to.length) {
            return false;
        }
        for (int d = 0; d < from.length; d++) {
            if (from[from.length - 1 - d] != 1 && from[from.length - 1 - d] != to[to.length - 1 - d]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Per dimension of {@code to}, how far one step moves in the data of a row-major tensor of shape {@code from}; 0
     * where it is stretched.
     */
    public static int[] strides(int[] from, int[] to) {
        int[] strides = new int[to.length];
        int step = 1;
        for (int d = 0; d < from.length; d++) {
            int length = from[from.length - 1 - d];
            strides[to.length - 1 - d] = length == 1 ? 0 : step;
            step *= length;
        }
        return strides;
    }

    /** All dimensions but the last {@code drop}. */
    public static int[] leading(int[] shape, int drop) {
        return Arrays.copyOf(shape, shape.length - drop);
    }

    /** {@code shape} with {@code more} after it. */
    public static int[] append(int[] shape, int... more) {
        int[] longer = Arrays.copyOf(shape, shape.length + more.length);
        System.arraycopy(more, 0, longer, shape.length, more.length);
        return longer;
    }

    /** The product of {@code shape[from..to-1]}. */
    public static int product(int[] shape, int from, int to) {
        int product = 1;
        for (int d = from; d < to; d++) {
            product *= shape[d];
        }
        return product;
    }

    /** @throws IllegalArgumentException with this message, unless {@code ok} */
    public static void require(boolean ok, String message) {
        require(ok, () -> message);
    }

    /** The same with a message that is put together only if it is needed: for what each training step passes. */
    public static void require(boolean ok, Supplier<String> message) {
        if (!ok) {
            throw new IllegalArgumentException(message.get());
        }
    }

    private static int fromRight(int[] shape, int d) {
        return d < shape.length ? shape[shape.length - 1 - d] : 1;
    }
}
