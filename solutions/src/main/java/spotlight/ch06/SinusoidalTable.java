package spotlight.ch06;

import spotlight.tensor.Tensor;

/**
 * Exercise 6.2, the whole table: the encodings of all positions at once, and how they join the words.
 *
 * <p>Formula as in exercise 6.1. Compute each angle in double and round once: in float an angle of 5,000 radians is already
 * off by 7e-5.
 */
public final class SinusoidalTable {
    private SinusoidalTable() {
    }

    /**
     * The sinusoidal encodings of positions 0 to length - 1.
     *
     * @param length how many positions T
     * @param dModel the length D of each vector, even
     * @return [T,D], row = position
     */
    public static Tensor table(int length, int dModel) {
        float[] table = new float[length * dModel];
        for (int position = 0; position < length; position++) {
            for (int i = 0; i < dModel; i += 2) {
                double angle = position / Math.pow(10_000, (double) i / dModel);
                table[position * dModel + i] = (float) Math.sin(angle);
                table[position * dModel + i + 1] = (float) Math.cos(angle);
            }
        }
        return Tensor.of(table, length, dModel);
    }

    /**
     * Adds to every token vector the encoding of its position.
     *
     * @param x token vectors [B,T,D]; not modified
     * @return [B,T,D]
     */
    public static Tensor addTo(Tensor x) {
        return x.plus(table(x.size(1), x.size(2))); // [B,T,D] + [T,D]
    }
}
