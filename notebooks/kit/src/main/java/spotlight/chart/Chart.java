package spotlight.chart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import spotlight.tensor.Tensor;

/**
 * A picture of numbers, with a text alternative for those who cannot see it.
 *
 * <pre>{@code
 * Chart.heatmap(weights).rows("I", "like", "tea").columns("I", "like", "tea").title("who looks at whom").show();
 * Chart.lines().series("loss", losses).xTitle("step").yTitle("nats").show();
 * }</pre>
 */
public interface Chart {
    /** A heat map of one matrix {@code [rows,columns]} or one vector, drawn as a single row. */
    static HeatMap heatmap(Tensor values) {
        return new HeatMap(values);
    }

    /** A grid of small heat maps on one colour scale, one per head. @param weights [heads,rows,columns] */
    static Heads heads(Tensor weights) {
        return new Heads(weights);
    }

    /** A line chart; add lines with {@code series}. */
    static LineChart lines() {
        return new LineChart();
    }

    /** A scatter plot; add points with {@code series}. */
    static ScatterChart scatter() {
        return new ScatterChart();
    }

    /** A bar chart with one group of bars per category; add bars with {@code series}. */
    static BarChart bars(String... categories) {
        return new BarChart(categories);
    }

    /** Sets the heading. */
    Chart title(String title);

    /** Sets the text alternative; without it a summary of the data serves. */
    Chart alt(String text);

    /** Sets the size of the picture in logical pixels; files have twice as many each way, to be crisp. */
    Chart size(int width, int height);

    /** The text alternative: what {@code alt} was given, else a summary of the data. */
    String alt();

    /** Shows the chart below the notebook cell. */
    void show();

    /** The picture at two pixels per logical pixel. */
    BufferedImage image();

    /** The picture as a PNG file in memory; the same bytes for the same chart. */
    byte[] png();

    /** The picture as an SVG document. */
    String svg();

    /** Writes the picture to a file. @param file ends in {@code .png} or {@code .svg} */
    void save(Path file) throws IOException;
}
