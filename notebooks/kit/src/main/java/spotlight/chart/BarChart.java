package spotlight.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.CategoryStyler;

import spotlight.tensor.Tensor;

/** Bars, one group per category, one colour per series. Made by {@link spotlight.chart.Chart#bars}. */
public final class BarChart extends Plot<BarChart> {
    private final List<String> categories;
    private final List<Series> series = new ArrayList<>();
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
        series.add(Series.of("bars", name, Series.indices(values.length), values));
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
    BarChart me() {
        return this;
    }

    @Override
    void check() {
        if (series.isEmpty()) {
            throw new IllegalArgumentException("bars: no series yet, add one with series(name, ...)");
        }
    }

    @Override
    Chart<?, ?> build(int width, int height) {
        CategoryChart chart = new CategoryChart(width, height);
        CategoryStyler styler = chart.getStyler();
        style(styler);
        styler.setAvailableSpaceFill(series.size() == 1 ? 0.6 : 0.8).setPlotGridVerticalLinesVisible(false);
        styler.setAxisTickLabelsFont(Text.font(12.5));
        List<String> names = categories.stream().map(Text::safe).toList();
        double widest = names.stream().mapToDouble(name -> Text.width(name, Text.font(12.5))).max().orElse(0);
        if (widest > (width - 90.0) / names.size() - 6) {
            styler.setXAxisLabelRotation(35);
        }
        for (int i = 0; i < series.size(); i++) {
            List<Double> values = DoubleStream.of(series.get(i).y()).boxed().toList();
            chart.addSeries(Integer.toString(i), names, values).setFillColor(Palette.series(i));
        }
        if (decimals >= 0) {
            styler.setLabelsVisible(true).setLabelsFont(Text.font(11.5)).setLabelsPosition(1.0);
            styler.setDecimalPattern(decimals == 0 ? "0" : "0." + "0".repeat(decimals));
        }
        return chart;
    }

    @Override
    Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; series.size() > 1 && i < series.size(); i++) {
            entries.add(new Legend.Entry(series.get(i).name(), Palette.series(i), null, null));
        }
        return new Legend(entries);
    }

    @Override
    String summary() {
        StringBuilder text = new StringBuilder("Bar chart. ");
        List<String> parts = new ArrayList<>();
        for (Series one : series) {
            List<String> bars = new ArrayList<>();
            for (int i = 0; i < categories.size() && i < 12; i++) {
                bars.add(categories.get(i) + " " + Numbers.brief(one.y()[i]));
            }
            parts.add(one.name() + ": " + String.join(", ", bars));
        }
        return text.append(String.join("; ", parts)).append('.').toString();
    }
}
