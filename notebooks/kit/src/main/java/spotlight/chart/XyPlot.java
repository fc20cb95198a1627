package spotlight.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Function;
import java.util.stream.DoubleStream;

import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

import spotlight.tensor.Tensor;

/**
 * Charts with numbers on both axes.
 *
 * @param <C> the chart itself, so that calls can be chained in any order
 */
abstract class XyPlot<C extends XyPlot<C>> extends Plot<C> {
    private static final Marker[] MARKERS = {SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.DIAMOND, SeriesMarkers.CROSS, SeriesMarkers.TRIANGLE_DOWN, SeriesMarkers.PLUS};
    private static final double X_TICK_PITCH = 62;

    private final double margin;
    private double[] xRange;
    private boolean logX;
    private boolean logY;

    /** @param margin share of each axis left free beyond the outermost points */
    XyPlot(String kind, double margin) {
        super(kind);
        this.margin = margin;
    }

    /** Adds points. @param x as many as y */
    public C series(String name, double[] x, double[] y) {
        add(Series.of(kind(), name, x, y));
        return self();
    }

    /** Adds points. @param x vector, as long as y */
    public C series(String name, Tensor x, Tensor y) {
        return series(name, Series.doubles(kind(), name, x), Series.doubles(kind(), name, y));
    }

    /** Horizontal axis in powers of ten; all x must be positive. */
    public C logX() {
        logX = true;
        return self();
    }

    /** Vertical axis in powers of ten; all y must be positive. */
    public C logY() {
        logY = true;
        return self();
    }

    /** Fixes the ends of the horizontal axis. */
    public C xRange(double low, double high) {
        xRange = ascending(low, high);
        return self();
    }

    static Marker marker(int index) {
        return MARKERS[index % MARKERS.length];
    }

    Axis xAxis() {
        return Axis.of(all(Series::x), xRange, logX, Axis.Ends.DATA, margin);
    }

    @Override
    Axis yAxis() {
        return Axis.of(all(Series::y), yRange(), logY, Axis.Ends.DATA, Math.max(margin, 0.05));
    }

    @Override
    void check() {
        super.check();
        for (Series one : series()) {
            if (logX) {
                requirePositive("logX", "x", one.name(), one.x());
            }
            if (logY) {
                requirePositive("logY", "y", one.name(), one.y());
            }
        }
        requirePositiveEnd("logX", "xRange", logX, xRange);
        requirePositiveEnd("logY", "yRange", logY, yRange());
    }

    @Override
    double xLabelHeight(double width) {
        return 22;
    }

    @Override
    void paintXAxis(Graphics2D g, Rectangle2D area) {
        Axis x = xAxis();
        Ticks ticks = x.ticks((int) (area.getWidth() / X_TICK_PITCH));
        for (int i = 0; i < ticks.values().size(); i++) {
            double at = area.getX() + (ticks.values().get(i) - x.low()) / (x.high() - x.low()) * area.getWidth();
            gridLine(g, at, area.getY(), at, area.getMaxY());
            g.setColor(Palette.SOFT_INK);
            Text.draw(g, ticks.labels().get(i), TICK, at, area.getMaxY() + 17, Text.CENTER);
        }
        g.setColor(Palette.AXIS);
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(area.getX(), area.getMaxY(), area.getMaxX(), area.getMaxY()));
        g.draw(new Line2D.Double(area.getX(), area.getY(), area.getX(), area.getMaxY()));
    }

    private double[] all(Function<Series, double[]> side) {
        return series().stream().flatMapToDouble(one -> DoubleStream.of(side.apply(one))).toArray();
    }

    private void requirePositive(String axis, String letter, String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] <= 0) {
                throw new IllegalArgumentException(kind() + ": " + axis + " needs values above 0, series \"" + name
                        + "\" has " + letter + " = " + values[i] + " at index " + i);
            }
        }
    }

    private void requirePositiveEnd(String axis, String setter, boolean log, double[] range) {
        if (log && range != null && range[0] <= 0) {
            throw new IllegalArgumentException(
                    kind() + ": " + axis + " needs values above 0, " + setter + " starts at " + range[0]);
        }
    }
}
