package spotlight.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import org.knowm.xchart.style.markers.Marker;

/** Names of the series, in rows between heading and plot, so that they never cover data. */
record Legend(List<Entry> entries) {
    private static final Text.Style FONT = Text.font(12);
    private static final double MARGIN = 14;
    private static final double ROW = 19;
    private static final double SAMPLE = 26;
    private static final double GAP = 20;

    /** @param stroke null for a filled box or a lone marker @param marker null for none */
    record Entry(String name, java.awt.Color color, BasicStroke stroke, Marker marker) {
    }

    double height(double width) {
        return entries.isEmpty() ? 0 : ROW * layout(null, 0, width) + 2;
    }

    void paint(Graphics2D g, double top, double width) {
        if (!entries.isEmpty()) {
            layout(g, top, width);
        }
    }

    /** Places the entries, draws them when there is something to draw on, and says how many rows they take. */
    private int layout(Graphics2D g, double top, double width) {
        double x = MARGIN;
        int row = 0;
        for (Entry entry : entries) {
            String name = Text.fit(entry.name(), FONT, width - 2 * MARGIN - SAMPLE - 7);
            double needed = sampleWidth(entry) + 7 + Text.width(name, FONT);
            if (x > MARGIN && x + needed > width - MARGIN) {
                x = MARGIN;
                row++;
            }
            if (g != null) {
                double middle = top + row * ROW + 7;
                sample(g, entry, x, middle);
                g.setColor(Palette.INK);
                Text.draw(g, name, FONT, x + sampleWidth(entry) + 7, middle + 4.3, Text.LEFT);
            }
            x += needed + GAP;
        }
        return row + 1;
    }

    private static void sample(Graphics2D g, Entry entry, double x, double middle) {
        g.setColor(entry.color());
        if (entry.stroke() != null) {
            g.setStroke(entry.stroke());
            g.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
        } else if (entry.marker() == null) {
            g.fill(new Rectangle2D.Double(x, middle - 5.5, 12, 11));
        }
        if (entry.marker() != null) {
            entry.marker().paint(g, x + sampleWidth(entry) / 2, middle, Plot.MARKER_SIZE);
        }
    }

    private static double sampleWidth(Entry entry) {
        return entry.stroke() == null ? 12 : SAMPLE;
    }
}
