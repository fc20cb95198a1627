package spotlight.chart;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What lines, bars and scatter plots share. XChart draws the series; axes, grid, legend and titles are drawn here, because they must
 * not cover data, their numbers must be round, and their texts may be Chinese.
 *
 * @param <C> the chart itself, so that calls can be chained in any order
 */
abstract class Plot<C extends Plot<C>> extends Figure<C> {
    static final Text.Style TICK = Text.font(12);
    private static final Text.Style AXIS_TITLE = Text.font(12.5);
    static final int MARKER_SIZE = 7;
    private static final double MARGIN = 14;
    private static final double Y_TICK_PITCH = 40;

    private final List<Series> series = new ArrayList<>();
    private String xTitle = "";
    private String yTitle = "";
    private double[] yRange;

    Plot(String kind) {
        super(kind);
    }

    /** Hands the series to XChart. */
    abstract void drawSeries(SeriesCanvas canvas, Axis y);

    /** In logical pixels. */
    int markerSize() {
        return MARKER_SIZE;
    }

    abstract Axis yAxis();

    /** Grid lines and labels below the plot. */
    abstract void paintXAxis(Graphics2D g, Rectangle2D area);

    /** Height the labels below the plot need. */
    abstract double xLabelHeight(double width);

    abstract List<Legend.Entry> legendEntries();

    /** Draws over the series. */
    void annotate(Graphics2D g, Rectangle2D area, Axis y) {
    }

    /** Says what the horizontal axis is, with its unit. */
    public C xTitle(String text) {
        xTitle = text;
        return self();
    }

    /** Says what the vertical axis is, with its unit. */
    public C yTitle(String text) {
        yTitle = text;
        return self();
    }

    /** Fixes the ends of the vertical axis. */
    public C yRange(double low, double high) {
        yRange = ascending(low, high);
        return self();
    }

    double[] yRange() {
        return yRange;
    }

    List<Series> series() {
        return series;
    }

    void add(Series added) {
        if (series.stream().anyMatch(other -> other.name().equals(added.name()))) {
            throw new IllegalArgumentException(kind() + ": there are two series \"" + added.name() + "\"");
        }
        series.add(added);
    }

    @Override
    void check() {
        if (series.isEmpty()) {
            throw new IllegalArgumentException(kind() + ": no series yet, add one with series(name, ...)");
        }
    }

    @Override
    Dimension naturalSize() {
        return new Dimension(680, 380);
    }

    @Override
    void paint(Graphics2D g, Dimension size) {
        Heading heading = new Heading(title());
        Legend legend = new Legend(series.size() > 1 ? legendEntries() : List.of());
        Axis y = yAxis();
        double top = heading.height(size.width) + legend.height(size.width) + 8;
        double bottom = size.height - MARGIN - (xTitle.isBlank() ? 0 : 22);
        Ticks ticks = y.ticks((int) ((bottom - top - 20) / Y_TICK_PITCH));
        double widest = ticks.labels().stream().mapToDouble(label -> Text.width(label, TICK)).max().orElse(0);
        double left = MARGIN + (yName().isBlank() ? 0 : 22) + widest + 8;
        double right = size.width - 18;
        bottom -= xLabelHeight(right - left);
        // whole pixels, because XChart counts in them
        Rectangle2D area = new Rectangle2D.Double(Math.round(left), Math.round(top), Math.round(right - left),
                Math.round(bottom - top));
        heading.paint(g, size.width);
        legend.paint(g, heading.height(size.width), size.width);
        paintYAxis(g, area, y, ticks);
        paintXAxis(g, area);
        SeriesCanvas canvas = new SeriesCanvas(area, markerSize());
        drawSeries(canvas, y);
        canvas.paint(g);
        annotate(g, area, y);
        g.setColor(Palette.SOFT_INK);
        Text.draw(g, xTitle, AXIS_TITLE, area.getCenterX(), size.height - MARGIN, Text.CENTER);
        Text.drawTurned(g, yName(), AXIS_TITLE, MARGIN + 10, area.getCenterY(), -Math.PI / 2, Text.CENTER);
    }

    static void gridLine(Graphics2D g, double x1, double y1, double x2, double y2) {
        g.setColor(Palette.GRID);
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** One series names the axis itself. */
    private String yName() {
        return yTitle.isBlank() && series.size() == 1 ? series.get(0).name() : yTitle;
    }

    private void paintYAxis(Graphics2D g, Rectangle2D area, Axis y, Ticks ticks) {
        for (int i = 0; i < ticks.values().size(); i++) {
            double place = (ticks.values().get(i) - y.low()) / (y.high() - y.low());
            double at = area.getMaxY() - place * area.getHeight();
            gridLine(g, area.getX(), at, area.getMaxX(), at);
            g.setColor(Palette.SOFT_INK);
            Text.draw(g, ticks.labels().get(i), TICK, area.getX() - 8, at + 4.3, Text.RIGHT);
        }
    }
}
