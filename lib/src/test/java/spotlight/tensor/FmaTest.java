package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FmaTest {
    private static final float[] ENDS = {0, -0f, 1, -1, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MIN_NORMAL,
            Float.MAX_VALUE, -Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, 0x1p-75f,
            0x1.000002p0f, 0x1.fffffep-1f, 0x1p24f, 0x1.000002p-50f};

    @Test
    void bothWaysAgreeToTheBit() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) { // any bits: all sizes of numbers
            same(Float.intBitsToFloat(random.nextInt()), Float.intBitsToFloat(random.nextInt()),
                    Float.intBitsToFloat(random.nextInt()));
        }
        for (int i = 0; i < 1_000_000; i++) { // sums half-way between two floats but for very little
            float little = (1 + random.nextInt(8)) * 0x1p-17f;
            float x = (1 - little) * 0x1p-24f;
            float y = random.nextBoolean() ? 1 + little : -1 - little;
            same(x, y, 1 + random.nextInt(8) * 0x1p-23f);
        }
        for (float x : ENDS) {
            for (float y : ENDS) {
                for (float z : ENDS) {
                    same(x, y, z);
                }
            }
        }
    }

    @Test
    void oneRoundingIsNotTwo() {
        // x y = 1 - 2^-46, so x y - 1 is exact; rounded to float in between, the product would be 1
        assertEquals(-0x1p-46f, Fma.fma(1 + 0x1p-23f, 1 - 0x1p-23f, -1));
        assertEquals(-0x1p-46f, Fma.inDouble(1 + 0x1p-23f, 1 - 0x1p-23f, -1));
        // x y = 2^-24 - 2^-54: the sum is a little less than half-way to the next float, in double it is half-way
        assertEquals(1 + 0x1p-23f, Fma.fma((1 - 0x1p-15f) * 0x1p-24f, 1 + 0x1p-15f, 1 + 0x1p-23f));
        assertEquals(1 + 0x1p-23f, Fma.inDouble((1 - 0x1p-15f) * 0x1p-24f, 1 + 0x1p-15f, 1 + 0x1p-23f));
        assertEquals(1 + 0x1p-22f, (float) ((double) (1 - 0x1p-15f) * 0x1p-24f * (1 + 0x1p-15f) + (1 + 0x1p-23f)));
    }

    private static void same(float x, float y, float z) {
        assertEquals(Math.fma(x, y, z), Fma.inDouble(x, y, z), x + " * " + y + " + " + z);
    }
}
