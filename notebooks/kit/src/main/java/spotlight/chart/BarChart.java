package spotlight.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import spotlight.tensor.Tensor;

/** Bars, one group per category, one colour per series. Made by {@link Chart#bars}. */
public final class BarChart extends Plot<BarChart> {
    private static final Text.Style CATEGORY = Text.font(12.5);
    private static final double LINE = 16;
    private static final double SLANT = Math.PI / 5;
    private static final double LONGEST = 150;

    private final List<String> categories;
    private int decimals = -1;

    BarChart(String... categories) {
        super("bars");
        if (categories.length == 0) {
            throw new IllegalArgumentException("bars: no categories");
        }
        if (Arrays.stream(categories).distinct().count() < categories.length) {
            throw new IllegalArgumentException("bars: a category occurs twice in " + String.join(", ", categories));
        }
        this.categories = List.of(categories);
    }

    /** Adds one bar per category. */
    public BarChart series(String name, double... values) {
        if (values.length != categories.size()) {
            throw new IllegalArgumentException("bars: series \"" + name + "\" has " + values.length + " values for "
                    + categories.size() + " categories");
        }
        add(Series.of("bars", name, Series.indices(values.length), values));
        return this;
    }

    /** Adds one bar per category. @param values vector */
    public BarChart series(String name, Tensor values) {
        return series(name, Series.doubles("bars", name, values));
    }

    /** Prints the numbers on the bars with so many decimals. */
    public BarChart decimals(int count) {
        decimals = count;
        return this;
    }

    @Override
    Axis yAxis() {
        double[] all = series().stream().flatMapToDouble(one -> DoubleStream.of(one.y())).toArray();
        return Axis.of(all, yRange(), false, Axis.Ends.DATA_AND_ZERO, decimals < 0 ? 0.05 : 0.1);
    }

    @Override
    void drawSeries(SeriesCanvas canvas, Axis y) {
        double zero = Math.max(0, Math.min(1, y.place(0)));
        for (int s = 0; s < series().size(); s++) {
            for (int i = 0; i < categories.size(); i++) {
                double value = series().get(s).y()[i];
                if (Double.isFinite(value)) {
                    double center = center(s, i);
                    canvas.box(center - barWidth() / 2, zero, center + barWidth() / 2, y.place(value),
                            Palette.series(s));
                }
            }
        }
    }

    @Override
    double xLabelHeight(double width) {
        if (slanted(width)) {
            return Math.min(widest(categories), LONGEST) * Math.sin(SLANT) + 24;
        }
        return 8 + LINE * categories.stream().mapToInt(name -> lines(name, width).size()).max().orElse(1);
    }

    @Override
    void paintXAxis(Graphics2D g, Rectangle2D area) {
        double pitch = area.getWidth() / categories.size();
        g.setColor(Palette.INK);
        for (int i = 0; i < categories.size(); i++) {
            double center = area.getX() + (i + 0.5) * pitch;
            if (slanted(area.getWidth())) {
                Text.drawTurned(g, Text.fit(categories.get(i), CATEGORY, LONGEST), CATEGORY, center + 5,
                        area.getMaxY() + 15, -SLANT, Text.RIGHT);
                continue;
            }
            double baseline = area.getMaxY() + 18;
            for (String line : lines(categories.get(i), area.getWidth())) {
                Text.draw(g, line, CATEGORY, center, baseline, Text.CENTER);
                baseline += LINE;
            }
        }
    }

    @Override
    void annotate(Graphics2D g, Rectangle2D area, Axis y) {
        double zero = area.getMaxY() - Math.max(0, Math.min(1, y.place(0))) * area.getHeight();
        g.setColor(Palette.SOFT_INK);
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(area.getX(), zero, area.getMaxX(), zero));
        if (decimals < 0) {
            return;
        }
        Text.Style font = Text.font(11.5);
        for (int s = 0; s < series().size(); s++) {
            for (int i = 0; i < categories.size(); i++) {
                double value = series().get(s).y()[i];
                double end = area.getMaxY() - y.place(Double.isNaN(value) ? 0 : value) * area.getHeight();
                Text.draw(g, Numbers.fixed(value, decimals), font, area.getX() + center(s, i) * area.getWidth(),
                        value < 0 ? end + 13 : end - 5, Text.CENTER);
            }
        }
    }

    @Override
    List<Legend.Entry> legendEntries() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < series().size(); i++) {
            entries.add(new Legend.Entry(series().get(i).name(), Palette.series(i), null, null));
        }
        return entries;
    }

    /** The middle of a bar, as a share of the axis. */
    private double center(int seriesIndex, int category) {
        double pitch = 1.0 / categories.size();
        double offset = seriesIndex - (series().size() - 1) / 2.0;
        return (category + 0.5) * pitch + offset * pitch * fill() / series().size();
    }

    /** Width of a bar, as a share of the axis; bars of a group stand a little apart. */
    private double barWidth() {
        double width = fill() / categories.size() / series().size();
        return series().size() == 1 ? width : width * 0.94;
    }

    /** Share of the room of a category that its bars take. */
    private double fill() {
        return series().size() == 1 ? 0.6 : 0.8;
    }

    /** The name in lines as wide as its share of the axis. */
    private List<String> lines(String name, double width) {
        return Text.wrap(name, CATEGORY, width / categories.size() - 8);
    }

    /** True when a name does not fit under its bars even in three lines. */
    private boolean slanted(double width) {
        return categories.stream().map(name -> lines(name, width))
                .anyMatch(lines -> lines.size() > 3 || widest(lines) > width / categories.size() - 4);
    }

    private static double widest(List<String> texts) {
        return texts.stream().mapToDouble(text -> Text.width(text, CATEGORY)).max().orElse(0);
    }

    @Override
    String summary() {
        List<String> parts = new ArrayList<>();
        for (Series one : series()) {
            List<String> bars = new ArrayList<>();
            for (int i = 0; i < categories.size() && i < 12; i++) {
                bars.add(categories.get(i) + " " + Numbers.brief(one.y()[i]));
            }
            parts.add(one.name() + ": " + String.join(", ", bars));
        }
        return "Bar chart: " + String.join("; ", parts) + ".";
    }
}
