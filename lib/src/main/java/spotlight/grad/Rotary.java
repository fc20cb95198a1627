package spotlight.grad;

import java.util.function.Supplier;
import spotlight.tensor.Buffers;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * Rotary positions: the numbers of queries and keys are turned, two by two, by angles that grow with the position of
 * their token, so that a score depends on how far apart query and key are, not on where they stand; "RoFormer: Enhanced
 * Transformer with Rotary Position Embedding", section 3.2.2. Pair i of a head is turned by
 * {@code position * 10000^(-2i/K)}.
 */
public final class Rotary {
    private static final double BASE = 10000;

    private final int positions;
    private final int headDim;
    private final float[] cos; // [positions,K/2]
    private final float[] sin;

    /**
     * The angles of so many positions.
     *
     * @param headDim K, the numbers of one head
     * @throws IllegalArgumentException if K is not even
     */
    public Rotary(int positions, int headDim) {
        Shapes.require(headDim > 0 && headDim % 2 == 0, () -> "rotary: headDim " + headDim + " is not made of pairs");
        this.positions = positions;
        this.headDim = headDim;
        int pairs = headDim / 2;
        cos = new float[positions * pairs];
        sin = new float[positions * pairs];
        for (int i = 0; i < cos.length; i++) {
            double angle = i / pairs * Math.pow(BASE, -2.0 * (i % pairs) / headDim);
            cos[i] = (float) Math.cos(angle);
            sin[i] = (float) Math.sin(angle);
        }
    }

    /** {@link #apply(Var, int)} to all columns. */
    public Var apply(Var x) {
        return apply(x, x.size(-1));
    }

    /**
     * Turns every row by its position {@code 0..T-1}.
     *
     * @param x       [..,T,W]; not modified
     * @param columns how many of the W columns are turned, head by head: of queries, keys and values side by side the
     *                first two thirds; the others stay as they are
     * @throws IllegalArgumentException if these columns are not whole heads, or T is more than all positions
     */
    public Var apply(Var x, int columns) {
        int[] shape = x.shape();
        Supplier<String> operand = () -> "rotary: x " + Shapes.format(shape);
        Shapes.require(shape.length >= 2, () -> operand.get() + " is not [..,T,W]");
        Shapes.require(x.size(-2) <= positions, () -> operand.get() + ", only " + positions + " positions");
        Shapes.require(columns >= 0 && columns <= x.size(-1) && columns % headDim == 0,
                () -> operand.get() + ", " + columns + " columns are not whole heads of " + headDim);
        return Var.of(turned(x.value(), columns, 1), dy -> x.accumulate(() -> turned(dy, columns, -1)), x);
    }

    /** A copy, turned: y = R x, and since a rotation's inverse is its transpose, dx = R^-1 dy. */
    private Tensor turned(Tensor x, int columns, int direction) {
        float[] y = Buffers.take(x.size());
        System.arraycopy(x.data(), 0, y, 0, y.length);
        int width = x.size(-1);
        for (int row = 0; row * width < y.length; row++) {
            turn(y, row * width, columns, row % x.size(-2), direction);
        }
        return Tensor.wrap(y, x.shape());
    }

    /**
     * Turns one row where it stands.
     *
     * @param x       an array; changed
     * @param from    where the row begins in it
     * @param columns how many of its numbers are turned
     */
    public void turn(float[] x, int from, int columns, int position) {
        turn(x, from, columns, position, 1);
    }

    private void turn(float[] x, int from, int columns, int position, int direction) {
        int pairs = headDim / 2;
        for (int head = from; head < from + columns; head += headDim) {
            for (int i = 0; i < pairs; i++) {
                float c = cos[position * pairs + i];
                float s = direction * sin[position * pairs + i];
                float a = x[head + 2 * i];
                float b = x[head + 2 * i + 1];
                x[head + 2 * i] = a * c - b * s;
                x[head + 2 * i + 1] = a * s + b * c;
            }
        }
    }
}
