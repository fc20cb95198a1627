package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ErfTest {
    /** Values computed with 30 digits. */
    @Test
    void agreesToFifteenDigitsFarIntoTheTail() {
        double[][] cases = {
                {-2, 1.99532226501895273}, {0, 1}, {0.5, 0.479500122186953462}, {1, 0.157299207050285131},
                {3, 2.20904969985854414e-5}, {10, 2.08848758376254476e-45}, {26, 5.66319240885614346e-296}};
        for (double[] one : cases) {
            assertEquals(one[1], Erf.erfc(one[0]), 1e-14 * one[1], "erfc(" + one[0] + ")");
        }
    }

    @Test
    void isPointSymmetricAboutOne() {
        for (double x = 0; x < 6; x += 0.01) {
            assertEquals(2, Erf.erfc(x) + Erf.erfc(-x), 1e-15);
        }
    }

    @Test
    void endsWell() {
        assertEquals(0, Erf.erfc(Double.POSITIVE_INFINITY));
        assertEquals(2, Erf.erfc(Double.NEGATIVE_INFINITY));
        assertTrue(Double.isNaN(Erf.erfc(Double.NaN)));
    }
}
