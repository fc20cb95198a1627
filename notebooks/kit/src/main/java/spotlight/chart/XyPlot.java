package spotlight.chart;

import java.util.ArrayList;
import java.util.List;

import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

import spotlight.tensor.Tensor;

/**
 * Charts with numbers on both axes.
 *
 * @param <C> the chart itself, so that calls can be chained in any order
 */
abstract class XyPlot<C extends XyPlot<C>> extends Plot<C> {
    static final int MARKER_SIZE = 7;
    private static final Marker[] MARKERS = {SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.DIAMOND, SeriesMarkers.CROSS, SeriesMarkers.TRIANGLE_DOWN, SeriesMarkers.PLUS};

    private final List<Series> series = new ArrayList<>();
    private boolean logX;
    private boolean logY;

    XyPlot(String kind) {
        super(kind);
    }

    /** Adds points. @param x as many as y */
    public C series(String name, double[] x, double[] y) {
        if (series.stream().anyMatch(other -> other.name().equals(name))) {
            throw new IllegalArgumentException(kind() + ": there are two series \"" + name + "\"");
        }
        series.add(Series.of(kind(), name, x, y));
        return me();
    }

    /** Adds points. @param x vector, as long as y */
    public C series(String name, Tensor x, Tensor y) {
        return series(name, Series.doubles(kind(), name, x), Series.doubles(kind(), name, y));
    }

    /** Horizontal axis in powers of ten; all x must be positive. */
    public C logX() {
        logX = true;
        return me();
    }

    /** Vertical axis in powers of ten; all y must be positive. */
    public C logY() {
        logY = true;
        return me();
    }

    /** Fixes the ends of the horizontal axis. */
    public C xRange(double low, double high) {
        return horizontalRange(low, high);
    }

    List<Series> series() {
        return series;
    }

    static Marker marker(int index) {
        return MARKERS[index % MARKERS.length];
    }

    @Override
    void check() {
        if (series.isEmpty()) {
            throw new IllegalArgumentException(kind() + ": no series yet, add one with series(name, ...)");
        }
        for (Series one : series) {
            if (logX) {
                requirePositive("logX", "x", one.name(), one.x());
            }
            if (logY) {
                requirePositive("logY", "y", one.name(), one.y());
            }
        }
    }

    XYChart styled(int width, int height) {
        XYChart chart = new XYChart(width, height);
        style(chart.getStyler());
        chart.getStyler().setXAxisLogarithmic(logX).setYAxisLogarithmic(logY);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(Numbers::brief);
        chart.getStyler().setMarkerSize(MARKER_SIZE);
        return chart;
    }

    private void requirePositive(String axis, String letter, String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] <= 0) {
                throw new IllegalArgumentException(kind() + ": " + axis + " needs values above 0, series \"" + name
                        + "\" has " + letter + " = " + values[i] + " at index " + i);
            }
        }
    }
}
