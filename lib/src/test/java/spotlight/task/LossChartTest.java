package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LossChartTest {

    @Test
    void longCurvesAreMeansOfEqualParts() {
        float[] losses = new float[600];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = 600 - i;
        }
        List<String> rows = LossChart.draw(losses).lines().toList();
        assertEquals("595.5000 |****", rows.get(0).substring(0, 14)); // the mean of 600 to 591
        assertEquals("  5.5000 |", rows.get(9).substring(0, 10));
        assertTrue(rows.get(9).endsWith("****"));
        assertEquals("         +" + "-".repeat(60), rows.get(10));
        assertEquals("          step 1 to 600", rows.get(11));
    }

    @Test
    void aLevelCurveAndOneStepAreDrawnToo() {
        assertEquals("  2.0000 |*", LossChart.draw(new float[] {2}).lines().toList().get(9));
        assertEquals("          step 1", LossChart.draw(new float[] {2}).lines().toList().get(11));
        assertEquals("  2.0000 |**", LossChart.draw(new float[] {2, 2}).lines().toList().get(9));
    }

    @Test
    void nothingToDrawIsSaid() {
        assertEquals("(no loss to draw)", LossChart.draw(new float[0]));
        assertEquals("(no loss to draw)", LossChart.draw(new float[] {1, Float.NaN}));
    }
}
