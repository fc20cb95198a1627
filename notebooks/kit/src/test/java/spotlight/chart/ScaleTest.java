package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScaleTest {
    private static void assertEnds(double low, double high, Scale scale) {
        assertEquals(low, scale.low(), 1e-6);
        assertEquals(high, scale.high(), 1e-6);
    }

    @Test
    void endsComeFromTheFiniteValues() {
        assertEnds(-2, 3, Scale.of(new float[] {-2, 3, Float.NaN, Float.NEGATIVE_INFINITY}, null, false));
        assertEnds(8, 10, Scale.of(new float[] {8, 10}, null, false));
        assertEnds(0, 1, Scale.of(new float[] {Float.NaN}, null, false));
    }

    @Test
    void weightsAreReadFromZero() {
        assertEnds(0, 0.75, Scale.of(new float[] {0.25f, 0.75f}, null, false));
    }

    @Test
    void divergingIsSymmetric() {
        assertEnds(-3, 3, Scale.of(new float[] {-1, 3}, null, true));
        assertSame(ColorMap.DIVERGING, Scale.of(new float[] {-1, 3}, null, true).map());
    }

    @Test
    void valuesAllAlikeStillHaveAScale() {
        assertEnds(0, 0.5, Scale.of(new float[] {0.25f, 0.25f}, null, false));
        assertEnds(0, 1, Scale.of(new float[] {0, 0}, null, false));
        assertEnds(-4, 0, Scale.of(new float[] {-2}, null, false));
        assertTrue(Scale.flat(new float[] {1, Float.NaN, 1}));
        assertFalse(Scale.flat(new float[] {1, 2}));
    }

    @Test
    void givenEndsWin() {
        assertEnds(0, 1, Scale.of(new float[] {5, 9}, new double[] {0, 1}, false));
    }
}
