package spotlight.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Letters of the charts, all from the bundled font, drawn as outlines: the same on every machine. A character the font does not have
 * comes from the system if it has it, else it is written out as U+XXXX.
 */
final class Text {
    static final double LEFT = 0;
    static final double CENTER = 0.5;
    static final double RIGHT = 1;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Font REGULAR = load();

    private Text() {
    }

    /** The font of the charts. @param size in logical pixels */
    static Font font(double size) {
        return REGULAR.deriveFont((float) size);
    }

    static Font bold(double size) {
        return REGULAR.deriveFont(Font.BOLD, (float) size);
    }

    static double width(String text, Font font) {
        double width = 0;
        for (Run run : runs(text, font)) {
            width += run.width();
        }
        return width;
    }

    /** Draws one line. @param anchor the part of the text that is left of x: LEFT, CENTER or RIGHT */
    static void draw(Graphics2D g, String text, Font font, double x, double baseline, double anchor) {
        double pen = x - anchor * width(text, font);
        if (g instanceof Svg svg) {
            svg.text(text, font, pen, baseline, width(text, font));
            return;
        }
        Path2D outline = new Path2D.Double();
        for (Run run : runs(text, font)) {
            outline.append(run.font().createGlyphVector(EXACT, run.text()).getOutline((float) pen, (float) baseline),
                    false);
            pen += run.width();
        }
        g.fill(outline);
    }

    /** Draws one line, turned by an angle about its start. @param angle radians, clockwise */
    static void drawTurned(Graphics2D g, String text, Font font, double x, double y, double angle, double anchor) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(angle);
        draw(g, text, font, 0, 0, anchor);
        g.setTransform(before);
    }

    /** The text, cut with an ellipsis when it is wider than allowed. */
    static String fit(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int kept = points.length - 1;
        while (kept > 1 && width(new String(points, 0, kept) + "…", font) > width) {
            kept--;
        }
        return new String(points, 0, kept) + "…";
    }

    /** The text in lines that are not wider than allowed; broken at spaces, or between any two hanzi. */
    static List<String> wrap(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("(?<=\\s)|(?=\\p{IsHan})")) {
            if (line.length() > 0 && width((line + word).strip(), font) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().strip());
        return lines;
    }

    /** True when the bundled font has every character. */
    static boolean covers(String text) {
        return REGULAR.canDisplayUpTo(text) < 0;
    }

    /** The text with every character the bundled font lacks written out as U+XXXX. */
    static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (REGULAR.canDisplay(point)) {
                safe.appendCodePoint(point);
            } else {
                safe.append(String.format("U+%04X", point));
            }
        });
        return safe.toString();
    }

    private record Run(String text, Font font) {
        double width() {
            return font.getStringBounds(text, EXACT).getWidth();
        }
    }

    private static List<Run> runs(String text, Font font) {
        if (font.canDisplayUpTo(text) < 0) {
            return List.of(new Run(text, font));
        }
        List<Run> runs = new ArrayList<>();
        text.codePoints().forEach(point -> {
            String letter = Character.toString(point);
            Font system = new Font(Font.SANS_SERIF, font.getStyle(), 1).deriveFont(font.getSize2D());
            if (font.canDisplay(point)) {
                runs.add(new Run(letter, font));
            } else if (system.canDisplay(point)) {
                runs.add(new Run(letter, system));
            } else {
                runs.add(new Run(safe(letter), font));
            }
        });
        return runs;
    }

    private static Font load() {
        try (InputStream in = Text.class.getResourceAsStream("spotlight-sans.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("charts: the bundled font spotlight-sans.ttf cannot be read: " + e, e);
        }
    }
}
