package spotlight.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The strip beside a heat map that says which colour stands for which number. */
record ColorBar(Scale scale) {
    static final double BAR = 13;
    private static final Font FONT = Text.font(11.5);

    /** Width of the bar with its numbers. */
    double width() {
        double widest = 0;
        for (double tick : scale.ticks(5)) {
            widest = Math.max(widest, Text.width(Numbers.brief(tick), FONT));
        }
        return BAR + 8 + widest;
    }

    void paint(Graphics2D g, double x, double top, double height) {
        int steps = (int) Math.round(height * Figure.SCALE);
        for (int i = 0; i < steps; i++) {
            double y = top + i / (double) Figure.SCALE;
            g.setColor(scale.map().at(1 - (i + 0.5) / steps));
            g.fill(new Rectangle2D.Double(x, y, BAR, 1.0 / Figure.SCALE));
        }
        g.setColor(Palette.AXIS);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(new Rectangle2D.Double(x, top, BAR, height));
        for (double tick : ticks(height)) {
            double y = top + height * (scale.high() - tick) / (scale.high() - scale.low());
            g.setColor(Palette.AXIS);
            g.draw(new Line2D.Double(x + BAR, y, x + BAR + 3, y));
            g.setColor(Palette.SOFT_INK);
            Text.draw(g, Numbers.brief(tick), FONT, x + BAR + 6, y + 4, Text.LEFT);
        }
    }

    private List<Double> ticks(double height) {
        return height < 50 ? List.of(scale.low(), scale.high()) : scale.ticks((int) Math.min(5, height / 25));
    }
}
