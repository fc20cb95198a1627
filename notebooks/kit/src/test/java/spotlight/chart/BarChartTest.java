package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static spotlight.chart.HeatMapTest.assertMessage;

import java.awt.Rectangle;

import org.junit.jupiter.api.Test;

import spotlight.tensor.Tensor;

class BarChartTest {
    @Test
    void heightFollowsTheValue() {
        Pixels picture = Pixels.of(Chart.bars("one", "two").series("a", 0, 2).series("b", 1, 0));
        int tall = picture.bounds(Palette.series(0)).height; // from the legend above to the foot of the bar
        Pixels alone = Pixels.of(Chart.bars("one", "two").series("a", 1, 2));
        int ink = alone.count(Palette.series(0));
        int half = Pixels.of(Chart.bars("one", "two").series("a", 0, 2)).count(Palette.series(0));
        assertTrue(tall > 200);
        assertEquals(1.5, (double) ink / half, 0.02);
    }

    @Test
    void negativeBarsHangFromZero() {
        Pixels picture = Pixels.of(Chart.bars("a", "b").series("v", 1, -1));
        Rectangle bars = picture.bounds(Palette.series(0));
        assertTrue(picture.at(bars.x + 20, bars.y + 20).equals(Palette.series(0)), "first bar stands above");
        assertTrue(picture.at(bars.x + 20, bars.getMaxY() - 20).equals(java.awt.Color.WHITE), "and not below");
        assertTrue(picture.at(bars.getMaxX() - 20, bars.getMaxY() - 20).equals(Palette.series(0)));
    }

    @Test
    void axisStartsAtZeroSoThatLengthsCompare() {
        assertTrue(Chart.bars("a", "b").series("v", 100, 101).svg().contains(">0</text>"));
    }

    @Test
    void namesAndNumbersAreWritten() {
        String svg = Chart.bars("阳光", "machine translation").series("v", 0.25, -1).decimals(2).xTitle("field").svg();
        for (String text : new String[] {"阳光", "machine translation", "0.25", "−1.00", "field"}) {
            assertTrue(svg.contains(">" + text + "</text>"), text);
        }
    }

    @Test
    void longNamesBreakIntoLinesAndThenSlant() {
        String[] names = "machine translation,question answering,text generation,sentiment analysis,summing up,code"
                .split(",");
        assertTrue(Chart.bars(names).series("v", 1, 2, 3, 4, 5, 6).svg().contains(">translation</text>"));
        String[] words = "antidisestablishmentarianism,internationalization,c,d,e,f".split(",");
        assertTrue(Chart.bars(words).series("v", 1, 2, 3, 4, 5, 6).svg().contains("transform=\"matrix(0.809 "));
    }

    @Test
    void takesTensors() {
        assertEquals("Bar chart: v: a 1, b 2.", Chart.bars("a", "b").series("v", Tensor.vector(1, 2)).alt());
    }

    @Test
    void missingBarIsADash() {
        assertTrue(Chart.bars("a", "b").series("v", 1, Double.NaN).decimals(0).svg().contains(">–</text>"));
    }

    @Test
    void errorsNameBothSides() {
        assertMessage("bars: no categories", () -> Chart.bars());
        assertMessage("bars: a category occurs twice in a, b, a", () -> Chart.bars("a", "b", "a"));
        assertMessage("bars: series \"v\" has 1 values for 2 categories", () -> Chart.bars("a", "b").series("v", 1));
        assertMessage("bars: no series yet, add one with series(name, ...)", () -> Chart.bars("a").image());
        assertMessage("bars: there are two series \"v\"", () -> Chart.bars("a").series("v", 1).series("v", 2));
    }
}
