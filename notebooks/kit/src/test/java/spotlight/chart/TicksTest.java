package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void stepsAreRound() {
        assertEquals(List.of("0", "200", "400", "600", "800", "1000"), Ticks.linear(0, 1000, 8, 0).labels());
        assertEquals(List.of("−1.0", "−0.5", "0.0", "0.5", "1.0"), Ticks.linear(-1, 1, 5, 0).labels());
        assertEquals(List.of("0.00", "0.05", "0.10"), Ticks.linear(0, 0.1, 3, 0).labels());
    }

    @Test
    void wholeNumbersAreNotSplit() {
        assertEquals(List.of("0", "1", "2"), Ticks.linear(0, 2, 20, 1).labels());
    }

    @Test
    void tinyAndHugeNumbersHavePowers() {
        assertEquals("2e−7", Ticks.linear(0, 1e-6, 5, 0).labels().get(1));
        assertEquals("2e9", Ticks.linear(0, 1e10, 5, 0).labels().get(1));
    }

    @Test
    void logarithmicTicksArePowersOfTen() {
        assertEquals(List.of("10⁻⁴", "0.001", "0.01", "0.1", "1"), Ticks.logarithmic(-4, 0, 6).labels());
        assertEquals(List.of("10⁻⁸", "10⁻⁴", "1"), Ticks.logarithmic(-8, 0, 2).labels());
        assertEquals(List.of("1", "2", "5", "10"), Ticks.logarithmic(0, 1, 6).labels());
    }

    @Test
    void neverMoreThanAskedForPlusOne() {
        for (double range = 1e-3; range < 1e6; range *= 1.7) {
            assertTrue(Ticks.linear(0, range, 6, 0).values().size() <= 7, "range " + range);
        }
    }
}
