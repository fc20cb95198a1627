package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static spotlight.chart.HeatMapTest.assertMessage;

import java.awt.Rectangle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.tensor.Tensor;

class HeadsTest {
    private static Tensor weights(int heads, int size) {
        float[] values = new float[heads * size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / (float) values.length;
        }
        return Tensor.of(values, heads, size, size);
    }

    @Test
    void allHeadsShareOneScale() {
        Pixels picture = Pixels.of(Chart.heads(Tensor.of(new float[] {0, 0, 0, 0, 1, 1, 1, 1}, 2, 2, 2)));
        Rectangle light = picture.bounds(ColorMap.SEQUENTIAL.at(0));
        assertTrue(picture.count(ColorMap.SEQUENTIAL.at(1)) > 2000, "the second head is dark all over");
        assertTrue(light.width > 40, "the first one light");
    }

    @Test
    void headsHaveNamesAndTokens() {
        String svg = Chart.heads(weights(2, 2)).rows("我", "爱").columns("苹果", "吃").rowTitle("queries")
                .columnTitle("keys").svg();
        for (String text : new String[] {"head 0", "head 1", "我", "爱", "苹果", "吃", "queries", "keys"}) {
            assertTrue(svg.contains(">" + text + "</text>"), text);
        }
        assertTrue(Chart.heads(weights(2, 2)).titles("syntax", "meaning").svg().contains(">meaning</text>"));
    }

    @Test
    void numbersOnRequestOnly() {
        assertFalse(Chart.heads(weights(2, 2)).svg().contains(">0.38</text>"));
        assertTrue(Chart.heads(weights(2, 2)).decimals(2).svg().contains(">0.38</text>"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 9, 12, 16})
    void everyNumberOfHeadsFitsANotebook(int heads) {
        for (int size : new int[] {1, 5, 12, 40}) {
            var logical = Chart.heads(weights(heads, size)).logicalSize();
            assertTrue(logical.width <= 860, logical.toString());
        }
    }

    @Test
    void summaryCountsHeads() {
        assertEquals("Heat maps of 2 heads, each 2 rows and 2 columns, values from 0 to 0.875; rows: a b.",
                Chart.heads(weights(2, 2)).rows("a", "b").alt());
    }

    @Test
    void errorsNameBothSides() {
        assertMessage("heads: weights [2,2] must have 3 dimensions [heads,queries,keys]",
                () -> Chart.heads(Tensor.zeros(2, 2)));
        assertMessage(
                "heads: weights [1,2,2,2] must have 3 dimensions [heads,queries,keys], select one sample of the batch first",
                () -> Chart.heads(Tensor.zeros(1, 2, 2, 2)));
        assertMessage("heads: weights [0,2,2] are empty", () -> Chart.heads(Tensor.zeros(0, 2, 2)));
        assertMessage("heads: titles has 1 names, weights have 2 heads", () -> Chart.heads(weights(2, 2)).titles("a"));
        assertMessage("heads: rows has 1 labels, values have 2 rows", () -> Chart.heads(weights(2, 2)).rows("a"));
        assertMessage("heads: range 2.0 to 1.0 is not an ascending range",
                () -> Chart.heads(weights(2, 2)).range(2, 1));
    }
}
