package spotlight.chart;

import java.util.ArrayList;
import java.util.List;

import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

import spotlight.tensor.Tensor;

/** Lines through points; a NaN is a gap. Made by {@link spotlight.chart.Chart#lines}. */
public final class LineChart extends XyPlot<LineChart> {
    private static final int MOST_MARKED_POINTS = 25;

    private Boolean markers;

    LineChart() {
        super("lines");
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
    LineChart me() {
        return this;
    }

    @Override
    Chart<?, ?> build(int width, int height) {
        XYChart chart = styled(width, height);
        for (int i = 0; i < series().size(); i++) {
            Series one = series().get(i);
            XYSeries line = chart.addSeries(Integer.toString(i), one.x(), one.y());
            line.setLineStyle(Palette.stroke(i, 2)).setLineColor(Palette.series(i));
            line.setMarker(marked(one) ? marker(i) : SeriesMarkers.NONE).setMarkerColor(Palette.series(i));
        }
        return chart;
    }

    @Override
    Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < series().size(); i++) {
            Series one = series().get(i);
            entries.add(new Legend.Entry(one.name(), Palette.series(i), Palette.stroke(i, 2),
                    marked(one) ? marker(i) : null));
        }
        return new Legend(entries);
    }

    @Override
    String summary() {
        StringBuilder text = new StringBuilder("Line chart of " + series().size())
                .append(series().size() == 1 ? " series: " : " series: ");
        List<String> parts = new ArrayList<>();
        for (Series one : series()) {
            parts.add(one.name() + " from " + Numbers.brief(one.first()) + " to " + Numbers.brief(one.last()) + " over "
                    + one.y().length + " points");
        }
        return text.append(String.join("; ", parts)).append('.').toString();
    }

    private boolean marked(Series one) {
        return markers == null ? one.y().length <= MOST_MARKED_POINTS : markers;
    }
}
