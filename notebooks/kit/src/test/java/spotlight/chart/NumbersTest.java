package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"0.25,0.25", "0.1234567,0.1235", "1500,1500", "123456,123456", "2.5e-7,2.5e−7", "-3,−3", "0,0",
            "1e9,1e9",
            "100,100", "-0.5,−0.5", "1.10,1.1"})
    void briefKeepsWhatCounts(double value, String expected) {
        assertEquals(expected, Numbers.brief(value));
    }

    @Test
    void fixedHasARealMinusAndNoNegativeZero() {
        assertEquals("−1.50", Numbers.fixed(-1.5, 2));
        assertEquals("0.00", Numbers.fixed(-0.001, 2));
        assertEquals("−∞", Numbers.fixed(Double.NEGATIVE_INFINITY, 2));
        assertEquals("∞", Numbers.fixed(Double.POSITIVE_INFINITY, 2));
        assertEquals("–", Numbers.fixed(Double.NaN, 2));
    }

    @Test
    void wholeNumbersNeedNoDecimals() {
        assertEquals(0, Numbers.decimalsFor(new float[] {1, -3, Float.NEGATIVE_INFINITY, Float.NaN}));
        assertEquals(2, Numbers.decimalsFor(new float[] {1, 0.5f}));
    }
}
