package spotlight.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import spotlight.Expect;
import spotlight.tensor.Tensor;

class RooflineTest {
    @Test
    void memoryLimitsLeftOfTheRidgeAndArithmeticRightOfIt() {
        Roofline machine = new Roofline(100, 20);
        assertEquals(5, machine.ridge());
        assertEquals(5, machine.attainable(0.25));
        assertEquals(100, machine.attainable(5));
        assertEquals(100, machine.attainable(50));
    }

    @Test
    void everyNumberIsRead() {
        for (int size : new int[] {0, 1, 7, 127, 128, 129, 1023}) {
            float[] counted = size == 0 ? new float[0] : Tensor.arange(size).data();
            assertEquals(size * (size - 1) / 2, Roofline.sum(counted), "sum of 0 to " + (size - 1));
        }
    }

    @Test
    void whatIsMeasuredIsANumberAboveZero() {
        assertTrue(Roofline.scalarPeak(0.01) > 0);
        assertTrue(Roofline.vectorPeak(2, 0.01) > 0);
        assertTrue(Roofline.vectorRate(1, 1, 0.01) > 0);
        assertTrue(Roofline.bandwidth(100_000, 0.01) > 0);
    }

    @Test
    void aSizeThatIsNoArrayIsRefused() {
        Expect.error("bandwidth: 3 bytes are no array; an array has 4 to 8589934588",
                () -> Roofline.bandwidth(3, 0.01));
    }
}
