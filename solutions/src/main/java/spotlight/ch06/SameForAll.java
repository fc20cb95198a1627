package spotlight.ch06;

import spotlight.tensor.Tensor;

/**
 * Exercise 6.7, find the bug: this table came out of a code review. It compiles, it has the right shape, each value lies
 * between -1 and 1 and the model trains, badly: it cannot tell seat 1 from seat 45. Two mistakes hide in it.
 *
 * <pre>{@code
 * float[] table = new float[length * dModel];
 * for (int position = 1; position <= length; position++) {
 *     for (int dimension = 0; dimension < dModel; dimension++) {
 *         double angle = position / Math.pow(10_000, 2 * (dimension / 2) / dModel);
 *         table[(position - 1) * dModel + dimension] = (float) (dimension % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
 *     }
 * }
 * return Tensor.of(table, length, dModel);
 * }</pre>
 *
 * <p>Copy it into the method below, find both, repair them.
 */
public final class SameForAll {
    private SameForAll() {
    }

    /**
     * The sinusoidal encodings of positions 0 to length - 1, repaired.
     *
     * @param length how many positions T
     * @param dModel the length D of each vector, even
     * @return [T,D]
     */
    public static Tensor table(int length, int dModel) {
        float[] table = new float[length * dModel];
        for (int position = 0; position < length; position++) {
            for (int dimension = 0; dimension < dModel; dimension++) {
                double angle = position / Math.pow(10_000, 2.0 * (dimension / 2) / dModel);
                table[position * dModel + dimension] = (float) (dimension % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
            }
        }
        return Tensor.of(table, length, dModel);
    }
}
