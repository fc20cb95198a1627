package spotlight.chart;

import java.awt.Graphics2D;
import java.util.List;

/** The title above a chart, in as many lines as it needs. */
record Heading(String text) {
    private static final Text.Style FONT = Text.bold(15);
    private static final double LINE = 20;
    private static final double MARGIN = 14;

    /** Height with the space below; a small margin when there is no title. */
    double height(double width) {
        return text.isBlank() ? 10 : 12 + LINE * lines(width).size() + 6;
    }

    /** The width at which the title stands in one line. */
    double naturalWidth() {
        return text.isBlank() ? 0 : Text.width(text, FONT) + 2 * MARGIN;
    }

    void paint(Graphics2D g, double width) {
        if (text.isBlank()) {
            return;
        }
        g.setColor(Palette.INK);
        double baseline = 12 + 14;
        for (String line : lines(width)) {
            Text.draw(g, line, FONT, MARGIN, baseline, Text.LEFT);
            baseline += LINE;
        }
    }

    private List<String> lines(double width) {
        return Text.wrap(text, FONT, width - 2 * MARGIN);
    }
}
