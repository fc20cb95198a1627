package spotlight.chart;

import java.util.ArrayList;
import java.util.List;

import spotlight.tensor.Tensor;

/** Lines through points; a NaN is a gap. Made by {@link Chart#lines}. */
public final class LineChart extends XyPlot<LineChart> {
    private static final int MOST_MARKED_POINTS = 25;

    private Boolean markers;

    LineChart() {
        super("lines", 0.02);
    }

    /** Adds a line over 0, 1, 2 … */
    public LineChart series(String name, double... y) {
        return series(name, Series.indices(y.length), y);
    }

    /** Adds a line over 0, 1, 2 … */
    public LineChart series(String name, Tensor y) {
        return series(name, Series.doubles(kind(), name, y));
    }

    /** Marks every point; by default lines of up to 25 points are marked. */
    public LineChart markers(boolean on) {
        markers = on;
        return this;
    }

    @Override
    void drawSeries(SeriesCanvas canvas, Axis y) {
        Axis x = xAxis();
        for (int i = 0; i < series().size(); i++) {
            Series one = series().get(i);
            canvas.line(x.places(one.x()), y.places(one.y()), Palette.series(i), Palette.stroke(i, 2),
                    marked(one) ? marker(i) : null);
        }
    }

    @Override
    List<Legend.Entry> legendEntries() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < series().size(); i++) {
            Series one = series().get(i);
            entries.add(new Legend.Entry(one.name(), Palette.series(i), Palette.stroke(i, 2),
                    marked(one) ? marker(i) : null));
        }
        return entries;
    }

    @Override
    String summary() {
        List<String> parts = new ArrayList<>();
        for (Series one : series()) {
            parts.add(one.name() + " from " + Numbers.brief(one.first()) + " to " + Numbers.brief(one.last()) + " over "
                    + Summary.count(one.y().length, "point"));
        }
        return "Line chart: " + String.join("; ", parts) + ".";
    }

    private boolean marked(Series one) {
        return markers == null ? one.y().length <= MOST_MARKED_POINTS : markers;
    }
}
