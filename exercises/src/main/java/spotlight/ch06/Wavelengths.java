package spotlight.ch06;

import static spotlight.check.Check.todo;

/**
 * Exercise 6.4, how long is a wave? Predict first, then measure.
 *
 * <p>Pair i of the encoding repeats after {@code 2 pi 10000^(2i/D)} positions: its wavelength. Short waves tell neighbours
 * apart, long ones tell the start of a text from its end.
 */
public final class Wavelengths {
    private Wavelengths() {
    }

    /**
     * Your guess before you compute anything: of the 64 pairs of D = 128, how many have a wavelength under 100 positions?
     * Only a number is asked for; within 8 of the truth earns its point.
     */
    public static int prediction() {
        return todo("6.4");
    }

    /**
     * The wavelength of one pair, in positions.
     *
     * @param pair   i, from 0 to dModel/2 - 1
     * @param dModel the length D of the encodings, even
     */
    public static double wavelength(int pair, int dModel) {
        return todo("6.4");
    }

    /**
     * How many pairs repeat within a text of that length.
     *
     * @param positions the length of the text
     * @param dModel    the length D of the encodings, even
     * @return the number of pairs with a wavelength below {@code positions}
     */
    public static int shorterThan(double positions, int dModel) {
        return todo("6.4");
    }
}
