package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.tensor.Tensor;

class HeatMapTest {
    private static final Color LIGHT = ColorMap.SEQUENTIAL.at(0);
    private static final Color DARK = ColorMap.SEQUENTIAL.at(1);

    private static HeatMap plain(float... row) {
        return Chart.heatmap(Tensor.vector(row)).noNumbers();
    }

    @Test
    void smallestIsLightAndLargestIsDark() {
        Pixels picture = Pixels.of(plain(0, 5, 10).range(0, 10));
        Rectangle light = picture.bounds(LIGHT);
        Rectangle dark = picture.bounds(DARK);
        assertTrue(light.x < dark.x, "the light cell is left of the dark one");
        assertTrue(picture.count(ColorMap.SEQUENTIAL.at(0.5)) > 500, "the middle one has the middle colour");
    }

    @Test
    void divergingPutsZeroAtTheMiddleOfTheColours() {
        Pixels picture = Pixels.of(plain(-1, 0, 4).diverging());
        assertTrue(picture.count(ColorMap.DIVERGING.at(0.5)) > 500);
        assertTrue(picture.count(ColorMap.DIVERGING.at(0.375)) > 500);
        assertTrue(picture.count(ColorMap.DIVERGING.at(1)) > 500);
    }

    @Test
    void valuesBeyondTheRangeTakeTheColourOfTheEnd() {
        assertTrue(Pixels.of(plain(-7, 0.5f, 99).range(0, 1)).count(DARK) > 500);
    }

    @Test
    void numbersAndLabelsAreDrawn() {
        Tensor values = Tensor.matrix(new float[] {0, 0.25f}, new float[] {0.5f, 1});
        assertTrue(Chart.heatmap(values).svg().contains(">0.25</text>"));
        assertTrue(Chart.heatmap(values).decimals(1).svg().contains(">0.3</text>"));
        assertFalse(Chart.heatmap(values).noNumbers().svg().contains(">0.25</text>"));
        String svg = Chart.heatmap(values).rows("我", "喜欢").columns("阳光", "的").rowTitle("queries").columnTitle("keys")
                .svg();
        for (String text : new String[] {"我", "喜欢", "阳光", "的", "queries", "keys"}) {
            assertTrue(svg.contains(">" + text + "</text>"), text);
        }
        Pixels with = Pixels.of(Chart.heatmap(values).noNumbers().rows("我", "喜欢"));
        assertTrue(with.count(Palette.INK) > 100, "hanzi leave ink");
    }

    @Test
    void wholeValuesAreWrittenWithoutDecimals() {
        assertTrue(Chart.heatmap(Tensor.vector(1, 20)).svg().contains(">20</text>"));
    }

    @Test
    void bigMapsHaveNoNumbersAndFewLabels() {
        String svg = Chart.heatmap(Tensor.zeros(100, 128).plus(0.25f)).range(0, 1).svg();
        assertFalse(svg.contains(">0.25</text>"));
        assertTrue(svg.contains(">120</text>"), "every tenth column has its number");
        assertFalse(svg.contains(">121</text>"));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,7", "7,1", "2,7", "24,24", "25,25", "20,3", "100,128", "512,128", "128,512"})
    void everyShapeFitsANotebook(int rows, int columns) {
        var size = Chart.heatmap(Tensor.zeros(rows, columns)).range(0, 1).logicalSize();
        assertTrue(size.width <= 860 && size.height <= 860, size.toString());
        assertEquals(2 * size.width, Chart.heatmap(Tensor.zeros(rows, columns)).range(0, 1).image().getWidth());
    }

    @Test
    void usualMapsAreSmallFiles() {
        float[] values = new float[81];
        for (int i = 0; i < 81; i++) {
            values[i] = i * 37 % 81 / 81f;
        }
        String[] words = "我 喜欢 在 阳光 明媚 的 春天 踢 足球".split(" ");
        byte[] png = Chart.heatmap(Tensor.of(values, 9, 9)).rows(words).columns(words).title("Who looks at whom").png();
        assertTrue(png.length < 60_000, png.length + " bytes");
    }

    @Test
    void missingValuesAreHatchedAndExplained() {
        HeatMap chart = Chart.heatmap(Tensor.vector(1, Float.NaN, 2));
        assertTrue(chart.svg().contains(">hatched: not a number</text>"));
        assertTrue(chart.svg().contains(">–</text>"));
        assertEquals("Heat map of 1 row and 3 columns, values from 1 to 2, 1 cell not finite.", chart.alt());
        assertTrue(Pixels.of(chart).count(Palette.MISSING) > 200);
    }

    @Test
    void hiddenCellsOfAMaskAreGreyAndVisibleOnesLight() {
        HeatMap chart = Chart.heatmap(Tensor.vector(0, Float.NEGATIVE_INFINITY));
        assertTrue(chart.svg().contains(">−∞</text>"));
        assertTrue(Pixels.of(chart).count(LIGHT) > 500);
        assertTrue(Pixels.of(chart).count(Palette.MISSING) > 500);
    }

    @Test
    void matrixOfOneValueNeedsNoColourBar() {
        Tensor same = Tensor.full(0.25f, 3, 3);
        assertTrue(Pixels.of(Chart.heatmap(same)).count(ColorMap.SEQUENTIAL.at(0.5)) > 3000);
        assertEquals(0, Pixels.of(Chart.heatmap(same)).count(DARK));
        assertNotEquals(0, Pixels.of(Chart.heatmap(same).range(0, 1)).count(DARK));
    }

    @Test
    void longLabelsAreSlantedAndCut() {
        Tensor values = Tensor.zeros(2, 2);
        HeatMap chart = Chart.heatmap(values).columns("antidisestablishmentarianism", "b");
        assertTrue(chart.svg().contains(">antidisestablishment…</text>"), chart.svg());
        assertTrue(chart.svg().contains("transform=\"matrix(0.707 "));
        assertTrue(chart.logicalSize().height > Chart.heatmap(values).logicalSize().height + 50);
    }

    @Test
    void laterChangesOfTheTensorDataDoNotReachTheChart() {
        float[] data = {1, 2};
        HeatMap chart = Chart.heatmap(Tensor.of(data, 2));
        String before = chart.svg();
        Arrays.fill(data, 9);
        assertEquals(before, chart.svg());
    }

    @Test
    void errorsNameBothSides() {
        Tensor values = Tensor.zeros(2, 3);
        assertMessage("heatmap: values [1,2,3] must have 1 or 2 dimensions",
                () -> Chart.heatmap(values.reshape(1, 2, 3)));
        assertMessage("heatmap: values [0,3] are empty", () -> Chart.heatmap(Tensor.zeros(0, 3)));
        assertMessage("heatmap: rows has 3 labels, values have 2 rows",
                () -> Chart.heatmap(values).rows("a", "b", "c"));
        assertMessage("heatmap: columns has 1 labels, values have 3 columns", () -> Chart.heatmap(values).columns("a"));
        assertMessage("heatmap: decimals 9 is not between 0 and 8", () -> Chart.heatmap(values).decimals(9));
        assertMessage("heatmap: range 1.0 to 1.0 is not an ascending range", () -> Chart.heatmap(values).range(1, 1));
    }

    static void assertMessage(String expected, Executable action) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, action).getMessage());
    }
}
