package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static spotlight.chart.HeatMapTest.assertMessage;

import java.awt.Rectangle;

import org.junit.jupiter.api.Test;

import spotlight.tensor.Tensor;

class LineChartTest {
    @Test
    void risingLineGoesFromBottomLeftToTopRight() {
        Pixels picture = Pixels.of(Chart.lines().series("a", 0, 1, 2, 3));
        Rectangle line = picture.bounds(Palette.series(0));
        assertTrue(line.width > 500 && line.height > 250, line.toString());
        assertTrue(picture.darkness(new Rectangle(line.x, line.y + line.height - 8, 8, 8)) > 0.1, "starts below");
        assertTrue(picture.darkness(new Rectangle(line.x + line.width - 8, line.y, 8, 8)) > 0.1, "ends above");
    }

    @Test
    void secondSeriesHasAnotherColourAndTheLegendNamesBoth() {
        LineChart chart = Chart.lines().series("seen", 1, 2).series("held out", 3, 1);
        assertTrue(Pixels.of(chart).count(Palette.series(1)) > 200);
        assertTrue(chart.svg().contains(">seen</text>"));
        assertTrue(chart.svg().contains(">held out</text>"));
    }

    @Test
    void loneSeriesNamesTheAxisInsteadOfALegend() {
        assertTrue(Chart.lines().series("loss", 1, 2).svg().contains("matrix(0 -1 1 0 "), "turned by 90 degrees");
        assertTrue(Chart.lines().series("loss", 1, 2).yTitle("nats").svg().contains(">nats</text>"));
        assertFalse(Chart.lines().series("loss", 1, 2).yTitle("nats").svg().contains(">loss</text>"));
    }

    @Test
    void notANumberIsAGap() {
        LineChart whole = Chart.lines().series("a", 1, 1, 1, 1, 1).markers(false);
        LineChart broken = Chart.lines().series("a", 1, 1, Double.NaN, 1, 1).markers(false);
        int wholeInk = Pixels.of(whole).count(Palette.series(0));
        assertEquals(0.5, (double) Pixels.of(broken).count(Palette.series(0)) / wholeInk, 0.05);
    }

    @Test
    void longLinesHaveNoMarkersUnlessAsked() {
        double[] y = new double[100];
        int without = Pixels.of(Chart.lines().series("a", y)).count(Palette.series(0));
        int with = Pixels.of(Chart.lines().series("a", y).markers(true)).count(Palette.series(0));
        assertTrue(with > 2 * without, with + " against " + without);
    }

    @Test
    void logarithmicAxesCountInPowersOfTen() {
        String svg = Chart.lines().series("a", new double[] {1, 10, 1000}, new double[] {1e-8, 1e-4, 1}).logX().logY()
                .svg();
        assertTrue(svg.contains(">10⁻⁴</text>"));
        assertTrue(svg.contains(">1000</text>"));
    }

    @Test
    void rangesAreKept() {
        String svg = Chart.lines().series("a", 1, 2).yRange(0, 100).xRange(0, 40).svg();
        assertTrue(svg.contains(">100</text>"));
        assertTrue(svg.contains(">40</text>"));
    }

    @Test
    void linesStayInsideTheirRange() {
        Pixels picture = Pixels.of(Chart.lines().series("a", -50, 50).yRange(0, 1).xTitle("x"));
        assertTrue(picture.bounds(Palette.series(0)).height < 340, "cut at the frame");
    }

    @Test
    void takesTensors() {
        assertEquals("Line chart: a from 1 to 3 over 3 points.",
                Chart.lines().series("a", Tensor.vector(1, 2, 3)).alt());
        assertEquals("Line chart: a from 5 to 6 over 2 points.",
                Chart.lines().series("a", Tensor.vector(1, 2), Tensor.vector(5, 6)).alt());
    }

    @Test
    void errorsNameBothSides() {
        assertMessage("lines: no series yet, add one with series(name, ...)", () -> Chart.lines().image());
        assertMessage("lines: series \"a\" has 2 x and 3 y values",
                () -> Chart.lines().series("a", new double[2], new double[3]));
        assertMessage("lines: series \"a\" has no values", () -> Chart.lines().series("a", new double[0]));
        assertMessage("lines: there are two series \"a\"", () -> Chart.lines().series("a", 1).series("a", 2));
        assertMessage("lines: series \"a\" [2,2] is not a vector", () -> Chart.lines().series("a", Tensor.zeros(2, 2)));
        assertMessage("lines: logY needs values above 0, series \"a\" has y = 0.0 at index 1",
                () -> Chart.lines().series("a", 1, 0).logY().png());
        assertMessage("lines: logX needs values above 0, series \"a\" has x = 0.0 at index 0",
                () -> Chart.lines().series("a", 1, 2).logX().alt());
        assertMessage("lines: logY needs values above 0, yRange starts at 0.0",
                () -> Chart.lines().series("a", 1, 2).logY().yRange(0, 1).svg());
        assertMessage("lines: range 1.0 to 0.0 is not an ascending range", () -> Chart.lines().yRange(1, 0));
    }
}
