package spotlight.ch06;

import static spotlight.check.Check.todo;

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
        return todo("6.2");
    }

    /**
     * Adds to every token vector the encoding of its position.
     *
     * @param x token vectors [B,T,D]; not modified
     * @return [B,T,D]
     */
    public static Tensor addTo(Tensor x) {
        return todo("6.2");
    }
}
