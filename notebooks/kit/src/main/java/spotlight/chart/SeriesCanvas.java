package spotlight.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * An XChart chart that draws series and nothing else, from edge to edge of a rectangle whose sides run from 0 to 1.
 *
 * <p>
 * Both axes are logarithmic from 1 to 10 and take powers of ten, because XChart measures the texts of a linear axis even when it does
 * not draw them, which fails on a machine without fonts.
 */
final class SeriesCanvas {
    private static final Color NOTHING = new Color(255, 255, 255, 0);

    private final Rectangle2D area;
    private final XYChart chart;
    private int count;

    /** @param area in whole logical pixels */
    SeriesCanvas(Rectangle2D area, int markerSize) {
        this.area = area;
        chart = new XYChart((int) area.getWidth(), (int) area.getHeight());
        chart.getStyler().setChartTitleVisible(false).setLegendVisible(false).setChartBackgroundColor(NOTHING)
                .setPlotBackgroundColor(NOTHING).setPlotBorderVisible(false).setPlotContentSize(1).setChartPadding(0)
                .setMarkerSize(markerSize);
        chart.getStyler().setAxisTitlesVisible(false).setAxisTicksVisible(false).setPlotGridLinesVisible(false)
                .setPlotMargin(0).setPlotTicksMarksVisible(false).setAxisTickPadding(0).setAxisTickMarkLength(0)
                .setXAxisLogarithmic(true).setYAxisLogarithmic(true).setXAxisMin(1.0).setXAxisMax(10.0)
                .setYAxisMin(1.0).setYAxisMax(10.0);
    }

    /** A line through points between 0 and 1; NaN parts it. */
    void line(double[] x, double[] y, Color color, BasicStroke stroke, Marker marker) {
        XYSeries series = add(x, y).setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setLineStyle(stroke).setLineColor(color);
        series.setMarker(marker == null ? SeriesMarkers.NONE : marker).setMarkerColor(color);
    }

    /** Points between 0 and 1. */
    void points(double[] x, double[] y, Color color, Marker marker) {
        add(x, y).setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setMarker(marker).setMarkerColor(color);
    }

    /** A filled rectangle between two corners. */
    void box(double x1, double y1, double x2, double y2, Color color) {
        XYSeries series = add(new double[] {x1, x2, x2, x1}, new double[] {y1, y1, y2, y2});
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea).setFillColor(color);
        series.setLineStyle(new BasicStroke(0)).setLineColor(NOTHING);
        series.setMarker(SeriesMarkers.NONE);
    }

    void paint(Graphics2D g) {
        AffineTransform before = g.getTransform();
        g.translate(area.getX(), area.getY());
        chart.paint(g, (int) area.getWidth(), (int) area.getHeight());
        g.setClip(null);
        g.setTransform(before);
    }

    private XYSeries add(double[] x, double[] y) {
        return chart.addSeries(Integer.toString(count++), powersOfTen(x), powersOfTen(y));
    }

    private static double[] powersOfTen(double[] places) {
        double[] powers = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            powers[i] = Math.pow(10, places[i]);
        }
        return powers;
    }
}
