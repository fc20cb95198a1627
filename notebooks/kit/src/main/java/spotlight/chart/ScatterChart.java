package spotlight.chart;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Points, with names beside them and lines for comparison if wanted. Made by {@link Chart#scatter}. */
public final class ScatterChart extends XyPlot<ScatterChart> {
    private static final Text.Style LABEL = Text.font(12);

    private final Map<Integer, List<String>> labels = new TreeMap<>();
    private final Set<Integer> lines = new TreeSet<>();

    ScatterChart() {
        super("scatter", 0.08);
    }

    /** Adds a line without points, for instance a limit. @param x as many as y */
    public ScatterChart line(String name, double[] x, double[] y) {
        series(name, x, y);
        lines.add(series().size() - 1);
        return this;
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
    int markerSize() {
        return 9;
    }

    @Override
    void drawSeries(SeriesCanvas canvas, Axis y) {
        Axis x = xAxis();
        for (int i = 0; i < series().size(); i++) {
            Series one = series().get(i);
            if (lines.contains(i)) {
                canvas.line(x.places(one.x()), y.places(one.y()), Palette.series(i), Palette.stroke(i, 2), null);
            } else {
                canvas.points(x.places(one.x()), y.places(one.y()), Palette.series(i), marker(i));
            }
        }
    }

    @Override
    void annotate(Graphics2D g, Rectangle2D area, Axis y) {
        Axis x = xAxis();
        List<Rectangle2D> taken = new ArrayList<>();
        for (int s = 0; s < series().size(); s++) {
            for (int i = 0; i < series().get(s).y().length && !lines.contains(s); i++) {
                Point2D at = at(area, x, y, series().get(s), i);
                taken.add(new Rectangle2D.Double(at.getX() - 5, at.getY() - 5, 10, 10));
            }
        }
        g.setColor(Palette.INK);
        labels.forEach((index, names) -> {
            for (int i = 0; i < names.size(); i++) {
                place(g, names.get(i), at(area, x, y, series().get(index), i), area, taken);
            }
        });
    }

    private static Point2D at(Rectangle2D area, Axis x, Axis y, Series series, int index) {
        return new Point2D.Double(area.getX() + x.place(series.x()[index]) * area.getWidth(),
                area.getMaxY() - y.place(series.y()[index]) * area.getHeight());
    }

    /** Right of the point, or above, below, left: the first place that is free and inside the picture. */
    private static void place(Graphics2D g, String label, Point2D at, Rectangle2D area, List<Rectangle2D> taken) {
        double x = at.getX();
        double y = at.getY();
        double width = Text.width(label, LABEL);
        double[][] starts = {{x + 8, y + 4}, {x - width / 2, y - 9}, {x - width / 2, y + 18}, {x - 8 - width, y + 4},
                {x + 5, y - 7}, {x + 5, y + 16}, {x - 5 - width, y - 7}, {x - 5 - width, y + 16}};
        double[] best = starts[0];
        for (double[] start : starts) {
            Rectangle2D box = new Rectangle2D.Double(start[0], start[1] - 11, width, 14);
            if (taken.stream().noneMatch(box::intersects) && area.contains(box)) {
                best = start;
                break;
            }
        }
        taken.add(new Rectangle2D.Double(best[0], best[1] - 11, width, 14));
        Text.draw(g, label, LABEL, best[0], best[1], Text.LEFT);
    }

    @Override
    List<Legend.Entry> legendEntries() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < series().size(); i++) {
            boolean line = lines.contains(i);
            entries.add(new Legend.Entry(series().get(i).name(), Palette.series(i),
                    line ? Palette.stroke(i, 2) : null, line ? null : marker(i)));
        }
        return entries;
    }

    @Override
    String summary() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < series().size(); i++) {
            Series one = series().get(i);
            String count = lines.contains(i)
                    ? "a line from " + Numbers.brief(one.first()) + " to " + Numbers.brief(one.last())
                    : Summary.count(one.y().length, "point");
            StringBuilder part = new StringBuilder(one.name() + ", " + count);
            if (labels.containsKey(i) && one.y().length <= 12) {
                part.append(" (").append(String.join(", ", labels.get(i))).append(')');
            }
            parts.add(part.toString());
        }
        return "Scatter plot: " + String.join("; ", parts) + ".";
    }
}
