package spotlight.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The strip beside a heat map that says which colour stands for which number. */
record ColorBar(Scale scale) {
    static final double BAR = 13;
    private static final Text.Style FONT = Text.font(11.5);

    /** Width of the bar with its numbers. */
    double width() {
        return BAR + 8 + Math.max(widest(ticks(300)), widest(ticks(20)));
    }

    void paint(Graphics2D g, double x, double top, double height) {
        int steps = ColorMap.STEPS;
        for (int i = 0; i <= steps; i++) { // each down to the bottom, the next over it: no seams between them
            double y = Matrix.snap(top + height * i / (steps + 1));
            g.setColor(scale.map().at(1 - (double) i / steps));
            g.fill(new Rectangle2D.Double(x, y, BAR, top + height - y));
        }
        g.setColor(Palette.AXIS);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(new Rectangle2D.Double(x, top, BAR, height));
        Ticks ticks = ticks(height);
        for (int i = 0; i < ticks.values().size(); i++) {
            double y = top + height * (scale.high() - ticks.values().get(i)) / (scale.high() - scale.low());
            g.setColor(Palette.AXIS);
            g.draw(new Line2D.Double(x + BAR, y, x + BAR + 3, y));
            g.setColor(Palette.SOFT_INK);
            Text.draw(g, ticks.labels().get(i), FONT, x + BAR + 6, y + 4, Text.LEFT);
        }
    }

    /** Round numbers; the two ends where there is no room for as many as two. */
    private Ticks ticks(double height) {
        Ticks round = Ticks.linear(scale.low(), scale.high(), (int) Math.min(6, height / 25), 0);
        if (round.values().size() > 1) {
            return round;
        }
        return new Ticks(List.of(scale.low(), scale.high()),
                List.of(Numbers.brief(scale.low(), 2), Numbers.brief(scale.high(), 2)));
    }

    private static double widest(Ticks ticks) {
        return ticks.labels().stream().mapToDouble(label -> Text.width(label, FONT)).max().orElse(0);
    }
}
