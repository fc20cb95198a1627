package spotlight.chart;

import java.awt.BasicStroke;
import java.awt.Color;

/**
 * Colours and dashes of series: Okabe and Ito, "Color Universal Design" (2008), which eyes of every kind can tell apart. Dashes and
 * markers say the same a second time.
 */
final class Palette {
    static final Color INK = new Color(0x222222);
    static final Color SOFT_INK = new Color(0x555555);
    static final Color AXIS = new Color(0x9A9A9A);
    static final Color GRID = new Color(0xE6E6E6);
    static final Color MISSING = new Color(0xE2E2E2);
    static final Color MISSING_LINE = new Color(0xB8B8B8);

    private static final Color[] SERIES = {new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73),
            new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9), new Color(0x4D4D4D)};
    private static final float[][] DASHES = {{}, {7, 3}, {2, 2.5f}, {9, 3, 2, 3}, {12, 3}, {4, 2}, {9, 2, 2, 2, 2, 2}};

    private Palette() {
    }

    static Color series(int index) {
        return SERIES[index % SERIES.length];
    }

    /** Solid first; the second round of colours starts with another dash than the first. */
    static BasicStroke stroke(int index, float width) {
        float[] dash = DASHES[(index + index / SERIES.length) % DASHES.length];
        return dash.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    /** Dark or white, whichever is easier to read on the ground. */
    static Color inkOn(Color ground) {
        return contrast(ground, INK) >= contrast(ground, Color.WHITE) ? INK : Color.WHITE;
    }

    /** The contrast of two colours as WCAG 2 defines it, from 1 to 21. */
    static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
