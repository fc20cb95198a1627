package spotlight.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;

/** Points, with names beside them if wanted. Made by {@link spotlight.chart.Chart#scatter}. */
public final class ScatterChart extends XyPlot<ScatterChart> {
    private static final java.awt.Font LABEL = Text.font(12);

    private final Map<Integer, List<String>> labels = new HashMap<>();

    ScatterChart() {
        super("scatter");
    }

    /** Names the points of the series added last. */
    public ScatterChart labels(String... names) {
        if (series().isEmpty()) {
            throw new IllegalArgumentException("scatter: labels come after the series they belong to");
        }
        Series last = series().get(series().size() - 1);
        if (names.length != last.y().length) {
            throw new IllegalArgumentException("scatter: " + names.length + " labels for series \"" + last.name()
                    + "\" of " + last.y().length + " points");
        }
        labels.put(series().size() - 1, List.of(names));
        return this;
    }

    @Override
    ScatterChart me() {
        return this;
    }

    @Override
    Chart<?, ?> build(int width, int height) {
        XYChart chart = styled(width, height);
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter).setMarkerSize(9);
        chart.getStyler().setPlotContentSize(0.88);
        for (int i = 0; i < series().size(); i++) {
            Series one = series().get(i);
            chart.addSeries(Integer.toString(i), one.x(), one.y()).setMarker(marker(i))
                    .setMarkerColor(Palette.series(i));
        }
        return chart;
    }

    @Override
    void annotate(Graphics2D g, Chart<?, ?> chart) {
        XYChart xy = (XYChart) chart;
        List<Rectangle2D> taken = new ArrayList<>();
        for (Series one : series()) {
            for (int i = 0; i < one.y().length; i++) {
                double x = xy.getScreenXFromChart(one.x()[i]);
                double y = xy.getScreenYFromChart(one.y()[i]);
                taken.add(new Rectangle2D.Double(x - 5, y - 5, 10, 10));
            }
        }
        g.setColor(Palette.INK);
        labels.forEach((index, names) -> {
            Series one = series().get(index);
            for (int i = 0; i < names.size(); i++) {
                place(g, names.get(i), xy.getScreenXFromChart(one.x()[i]), xy.getScreenYFromChart(one.y()[i]), taken);
            }
        });
    }

    /** Right of the point, or above, below, left: the first place that is free. */
    private static void place(Graphics2D g, String label, double x, double y, List<Rectangle2D> taken) {
        double width = Text.width(label, LABEL);
        double[][] starts = {{x + 8, y + 4}, {x - width / 2, y - 9}, {x - width / 2, y + 18}, {x - 8 - width, y + 4},
                {x + 5, y - 7}, {x + 5, y + 16}, {x - 5 - width, y - 7}, {x - 5 - width, y + 16}};
        double[] best = starts[0];
        for (double[] start : starts) {
            Rectangle2D box = new Rectangle2D.Double(start[0], start[1] - 11, width, 14);
            if (taken.stream().noneMatch(box::intersects)) {
                best = start;
                break;
            }
        }
        taken.add(new Rectangle2D.Double(best[0], best[1] - 11, width, 14));
        Text.draw(g, label, LABEL, best[0], best[1], Text.LEFT);
    }

    @Override
    Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; series().size() > 1 && i < series().size(); i++) {
            entries.add(new Legend.Entry(series().get(i).name(), Palette.series(i), null, marker(i)));
        }
        return new Legend(entries);
    }

    @Override
    String summary() {
        StringBuilder text = new StringBuilder("Scatter plot: ");
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < series().size(); i++) {
            Series one = series().get(i);
            StringBuilder part = new StringBuilder(one.name() + ", " + one.y().length + " points");
            if (labels.containsKey(i) && one.y().length <= 12) {
                part.append(" (").append(String.join(", ", labels.get(i))).append(')');
            }
            parts.add(part.toString());
        }
        return text.append(String.join("; ", parts)).append('.').toString();
    }
}
