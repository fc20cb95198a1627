package spotlight.ch06;

/**
 * Exercise 6.1, seat numbers by hand: one entry of the sinusoidal positional encoding, from "Attention Is All You Need",
 * section 3.5.
 *
 * <p>Each pair of dimensions {@code 2i, 2i+1} is a clock hand that turns by {@code 1 / 10000^(2i/D)} radians per position:
 *
 * <pre>{@code
 * PE(position, 2i)     = sin(position / 10000^(2i/D))
 * PE(position, 2i + 1) = cos(position / 10000^(2i/D))
 * }</pre>
 *
 * <p>Tiny example, D = 4: position 1 is {@code [sin 1, cos 1, sin 0.01, cos 0.01] = [0.8415, 0.5403, 0.0100, 1.0000]}.
 */
public final class SeatNumber {
    private SeatNumber() {
    }

    /**
     * The angle of one entry, in radians. Dimensions 2i and 2i+1 share it.
     *
     * @param position  the seat, from 0
     * @param dimension which entry of the vector, 0 to dModel - 1
     * @param dModel    the length of the vector, even
     */
    public static double angle(int position, int dimension, int dModel) {
        int pair = dimension / 2;
        return position / Math.pow(10_000, 2.0 * pair / dModel);
    }

    /**
     * The entry itself: the sine of its angle for even dimensions, the cosine for odd ones.
     *
     * @param position  the seat, from 0
     * @param dimension which entry of the vector, 0 to dModel - 1
     * @param dModel    the length of the vector, even
     */
    public static double value(int position, int dimension, int dModel) {
        double angle = angle(position, dimension, dModel);
        return dimension % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
    }
}
