package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void leavesRoomRoundTheData() {
        Axis axis = Axis.of(new double[] {10, Double.NaN, 20}, null, false, Axis.Ends.DATA, 0.1);
        assertEquals(9, axis.low(), 1e-12);
        assertEquals(21, axis.high(), 1e-12);
        assertEquals(0.5, axis.place(15), 1e-12);
    }

    @Test
    void barsReachFromZero() {
        Axis positive = Axis.of(new double[] {10, 20}, null, false, Axis.Ends.DATA_AND_ZERO, 0.1);
        assertEquals(0, positive.low(), 1e-12);
        assertEquals(22, positive.high(), 1e-12);
        Axis negative = Axis.of(new double[] {-10}, null, false, Axis.Ends.DATA_AND_ZERO, 0.1);
        assertEquals(-11, negative.low(), 1e-12);
        assertEquals(0, negative.high(), 1e-12);
    }

    @Test
    void oneValueStandsInTheMiddle() {
        assertEquals(0.5, Axis.of(new double[] {7, 7}, null, false, Axis.Ends.DATA, 0.1).place(7), 1e-12);
        assertEquals(0.5, Axis.of(new double[] {0}, null, false, Axis.Ends.DATA, 0.1).place(0), 1e-12);
        assertEquals(0.5, Axis.of(new double[] {1}, null, true, Axis.Ends.DATA, 0.1).place(1), 1e-12);
    }

    @Test
    void logarithmicPlacesArePowers() {
        Axis axis = Axis.of(new double[] {1}, new double[] {1, 1000}, true, Axis.Ends.DATA, 0);
        assertArrayEquals(new double[] {0, 1 / 3.0, 1}, axis.places(new double[] {1, 10, 1000}), 1e-12);
    }

    @Test
    void wholeNumbersHaveWholeTicks() {
        assertEquals("1", Axis.of(new double[] {0, 1, 2}, null, false, Axis.Ends.DATA, 0).ticks(20).labels().get(1));
    }
}
