package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.tensor.Tensor;

class ChartTest {
    private final Tensor weights = Tensor.matrix(new float[] {0.9f, 0.1f}, new float[] {0.25f, 0.75f});

    @Test
    void sameChartGivesTheSameBytes() {
        assertArrayEquals(Chart.heatmap(weights).title("a").png(), Chart.heatmap(weights).title("a").png());
    }

    @Test
    void textAlternativeSummarisesTheDataUnlessGiven() {
        assertEquals("who looks. Heat map of 2 rows and 2 columns, values from 0.1 to 0.9; rows: I eat.",
                Chart.heatmap(weights).rows("I", "eat").title("who looks").alt());
        assertEquals("my words", Chart.heatmap(weights).alt("my words").alt());
    }
}
