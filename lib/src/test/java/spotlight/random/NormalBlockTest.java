package spotlight.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The block itself is compared with PyTorch to the bit in the golden tests; here with the formula it approximates. */
class NormalBlockTest {
    @Test
    void isBoxAndMullersMethodToSixDigits() {
        MersenneTwister words = new MersenneTwister(1);
        for (int round = 0; round < 1000; round++) {
            float[] x = new float[2 + NormalBlock.SIZE];
            for (int i = 0; i < x.length; i++) {
                x[i] = (words.nextInt() & 0xffffff) * 0x1p-24f;
            }
            float[] y = x.clone();
            NormalBlock.transform(y, 1, 3, 2);
            for (int j = 1; j <= 8; j++) {
                double radius = Math.sqrt(-2 * Math.log(1 - x[j]));
                double angle = 2 * Math.PI * x[j + 8];
                assertEquals(3 + 2 * radius * Math.cos(angle), y[j], 4e-6); // polynomials in float32
                assertEquals(3 + 2 * radius * Math.sin(angle), y[j + 8], 4e-6);
            }
            assertEquals(x[0], y[0]);
            assertEquals(x[17], y[17]);
        }
    }

    @Test
    void theEndsOfTheUniformRangeAreFinite() {
        float[] x = new float[16];
        NormalBlock.transform(x, 0, 0, 1); // ln 1 = 0
        assertEquals(0, x[0]);
        Arrays.fill(x, 1 - 0x1p-24f); // the largest uniform number
        NormalBlock.transform(x, 0, 0, 1);
        assertEquals(Math.sqrt(48 * Math.log(2)), x[0], 1e-5);
    }
}
