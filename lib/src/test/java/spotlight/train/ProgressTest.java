package spotlight.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void oneLineSaysHowFarHowWellAndHowLong() {
        assertEquals("step 120 of 1000, loss 2.3456, 38.2 steps/s, 0:23 left",
                new Progress(120, 1000, 2.34561, 0.5f, 1e-3, 38.21, 23.03).toString());
        assertEquals("step 1 of 2, loss NaN, 0.0 steps/s, 61:40 left",
                new Progress(1, 2, Double.NaN, 1, 1, 0.00027, 3700).toString());
    }
}
