package spotlight.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * What lines, bars and scatter plots share: axis titles, and an XChart chart in our style with heading, legend and axis titles drawn
 * around it, so that nothing covers the data.
 *
 * @param <C> the chart itself, so that calls can be chained in any order
 */
abstract class Plot<C extends Plot<C>> extends Figure<C> {
    static final Font TICKS = Text.font(11.5);
    private static final Font AXIS_TITLE = Text.font(12.5);
    private static final int WIDTH = 680;
    private static final int HEIGHT = 380;

    private String xTitle = "";
    private String yTitle = "";
    private double[] xRange;
    private double[] yRange;

    Plot(String kind) {
        super(kind);
    }

    /** The chart proper: series and axes. */
    abstract Chart<?, ?> build(int width, int height);

    abstract Legend legend();

    abstract C me();

    /** Draws over the finished XChart chart; its coordinates start at its own corner. */
    void annotate(Graphics2D g, Chart<?, ?> chart) {
    }

    /** Says what the horizontal axis is, with its unit. */
    public C xTitle(String text) {
        xTitle = text;
        return me();
    }

    /** Says what the vertical axis is, with its unit. */
    public C yTitle(String text) {
        yTitle = text;
        return me();
    }

    /** Fixes the ends of the vertical axis. */
    public C yRange(double low, double high) {
        yRange = HeatMap.checkedRange(kind(), low, high);
        return me();
    }

    /** Fixes the ends of the horizontal axis. */
    C horizontalRange(double low, double high) {
        xRange = HeatMap.checkedRange(kind(), low, high);
        return me();
    }

    @Override
    Dimension naturalSize() {
        return new Dimension(WIDTH, HEIGHT);
    }

    @Override
    void paint(Graphics2D g, Dimension size) {
        Heading heading = new Heading(title());
        double top = heading.height(size.width) + legend().height(size.width);
        double left = yTitle.isBlank() ? 0 : 22;
        double bottom = xTitle.isBlank() ? 0 : 22;
        int width = (int) (size.width - left);
        int height = (int) (size.height - top - bottom);
        Chart<?, ?> chart = build(width, height);
        AffineTransform before = g.getTransform();
        g.translate(left, top);
        chart.paint(g, width, height);
        g.setClip(null);
        annotate(g, chart);
        g.setTransform(before);
        heading.paint(g, size.width);
        legend().paint(g, heading.height(size.width), size.width);
        g.setColor(Palette.SOFT_INK);
        Text.draw(g, xTitle, AXIS_TITLE, left + width / 2.0, size.height - 12, Text.CENTER);
        Text.drawTurned(g, yTitle, AXIS_TITLE, 22, top + height / 2.0, -Math.PI / 2, Text.CENTER);
    }

    /** Our look, whatever XChart's theme says. */
    void style(AxesChartStyler styler) {
        styler.setChartTitleVisible(false).setLegendVisible(false).setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE).setPlotBorderVisible(false).setPlotContentSize(0.96)
                .setBaseFont(TICKS).setAntiAlias(true).setTextAntiAlias(true).setChartPadding(12);
        styler.setAxisTitlesVisible(false).setAxisTickLabelsFont(TICKS).setAxisTickLabelsColor(Palette.SOFT_INK)
                .setAxisTickMarksColor(Palette.AXIS).setPlotGridLinesColor(Palette.GRID)
                .setPlotGridLinesStroke(new java.awt.BasicStroke(1)).setPlotMargin(0).setAxisTickPadding(5)
                .setXAxisTickMarkSpacingHint(80).setYAxisTickMarkSpacingHint(44);
        styler.setYAxisTickLabelsFormattingFunction(Numbers::brief);
        if (yRange != null) {
            styler.setYAxisMin(yRange[0]).setYAxisMax(yRange[1]);
        }
        if (xRange != null) {
            styler.setXAxisMin(xRange[0]).setXAxisMax(xRange[1]);
        }
    }
}
