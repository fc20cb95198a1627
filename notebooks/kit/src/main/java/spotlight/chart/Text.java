package spotlight.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Letters of the charts, all from the bundled font, drawn as outlines: the same on every machine, also on one without fonts. A
 * character the bundled font lacks comes from the system if that has it, else it is written out as U+XXXX.
 */
final class Text {
    static final double LEFT = 0;
    static final double CENTER = 0.5;
    static final double RIGHT = 1;

    private static final TrueType BUNDLED = load();
    /** How much a bold stroke is thicker, in em. */
    private static final double EMBOLDEN = 0.045;

    /** How letters look. @param size in logical pixels */
    record Style(double size, boolean bold) {
    }

    private Text() {
    }

    static Style font(double size) {
        return new Style(size, false);
    }

    static Style bold(double size) {
        return new Style(size, true);
    }

    static double width(String text, Style style) {
        double width = 0;
        for (int point : shown(text)) {
            width += advance(point, style);
        }
        return width;
    }

    /** Draws one line. @param anchor the part of the text that is left of x: LEFT, CENTER or RIGHT */
    static void draw(Graphics2D g, String text, Style style, double x, double baseline, double anchor) {
        double pen = x - anchor * width(text, style);
        if (g instanceof Svg svg) {
            svg.text(text, style, pen, baseline, width(text, style));
            return;
        }
        Path2D line = new Path2D.Double();
        for (int point : shown(text)) {
            AffineTransform place = AffineTransform.getTranslateInstance(pen, baseline);
            place.scale(style.size(), style.size());
            line.append(outline(point).getPathIterator(place), false);
            pen += advance(point, style);
        }
        g.fill(line);
        if (style.bold()) {
            g.fill(new BasicStroke((float) (EMBOLDEN * style.size())).createStrokedShape(line));
        }
    }

    /** Draws one line, turned by an angle about its start. @param angle radians, clockwise */
    static void drawTurned(Graphics2D g, String text, Style style, double x, double y, double angle, double anchor) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(angle);
        draw(g, text, style, 0, 0, anchor);
        g.setTransform(before);
    }

    /** The text, cut with an ellipsis when it is wider than allowed. */
    static String fit(String text, Style style, double width) {
        if (width(text, style) <= width) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int kept = points.length - 1;
        while (kept > 1 && width(new String(points, 0, kept) + "…", style) > width) {
            kept--;
        }
        return new String(points, 0, kept) + "…";
    }

    /** The text in lines that are not wider than allowed where words are short enough; hanzi may part anywhere. */
    static List<String> wrap(String text, Style style, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("(?<=\\s)|(?=\\p{IsHan})")) {
            if (line.length() > 0 && width((line + word).strip(), style) > width) {
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
        return text.codePoints().allMatch(BUNDLED::has);
    }

    /** The characters to draw: those that no font here has are written out. */
    private static int[] shown(String text) {
        return text.codePoints()
                .flatMap(point -> BUNDLED.has(point) || systemHas(point)
                        ? java.util.stream.IntStream.of(point)
                        : writtenOut(point).codePoints())
                .toArray();
    }

    /** For example U+1F600. */
    static String writtenOut(int point) {
        return String.format("U+%04X", point);
    }

    private static double advance(int point, Style style) {
        double em = BUNDLED.has(point) ? BUNDLED.advance(point) : system(point).getGlyphMetrics(0).getAdvanceX();
        return em * style.size() + (style.bold() ? EMBOLDEN / 2 * style.size() : 0);
    }

    private static Shape outline(int point) {
        return BUNDLED.has(point) ? BUNDLED.outline(point) : system(point).getOutline();
    }

    /** False also where the system has no fonts at all, which Java reports in several ways, some of them errors. */
    private static boolean systemHas(int point) {
        try {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 1).canDisplay(point);
        } catch (RuntimeException | Error e) {
            return false;
        }
    }

    /** One character in a system font of size 1. */
    private static java.awt.font.GlyphVector system(int point) {
        FontRenderContext exact = new FontRenderContext(null, true, true);
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).createGlyphVector(exact, Character.toString(point));
    }

    private static TrueType load() {
        try (InputStream in = Text.class.getResourceAsStream("spotlight-sans.ttf")) {
            return new TrueType(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("charts: the bundled font spotlight-sans.ttf cannot be read", e);
        }
    }
}
