package spotlight.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes what is drawn as an SVG document: shapes as paths, headings and labels as text that can be searched and copied. Numbers on
 * axes that XChart draws arrive as shapes and stay shapes.
 */
final class Svg extends VectorGraphics {
    private static final String FAMILY = "'Spotlight Sans','Droid Sans','DejaVu Sans','Noto Sans CJK SC',"
            + "'PingFang SC','Microsoft YaHei',sans-serif";

    private final Dimension size;
    private final String title;
    private final String description;
    private final StringBuilder body;
    private final Map<String, String> clips;

    Svg(Dimension size, String title, String description) {
        this(size, title, description, new StringBuilder(), new LinkedHashMap<>());
    }

    private Svg(Dimension size, String title, String description, StringBuilder body, Map<String, String> clips) {
        this.size = size;
        this.title = title;
        this.description = description;
        this.body = body;
        this.clips = clips;
    }

    /** The finished document. */
    String document() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" role=\"img\">%n", size.width, size.height, size.width, size.height));
        text.append("<title>").append(escape(title)).append("</title>\n");
        text.append("<desc>").append(escape(description)).append("</desc>\n");
        clips.forEach((path, id) -> text.append("<clipPath id=\"").append(id).append("\"><path d=\"").append(path)
                .append("\"/></clipPath>\n"));
        return text.append(body).append("</svg>\n").toString().replace("\r\n", "\n");
    }

    /** Writes one line of text. @param width what it measures in our font; the viewer's font is fitted to it */
    void text(String text, Text.Style font, double x, double baseline, double width) {
        if (text.isBlank()) {
            return;
        }
        AffineTransform at = getTransform();
        body.append("<text ");
        if (at.getShearX() == 0 && at.getShearY() == 0) {
            body.append("x=\"").append(number(x * at.getScaleX() + at.getTranslateX())).append("\" y=\"")
                    .append(number(baseline * at.getScaleY() + at.getTranslateY()));
        } else {
            double[] m = new double[6];
            at.getMatrix(m);
            body.append("transform=\"matrix(");
            for (int i = 0; i < 6; i++) {
                body.append(i == 0 ? "" : " ").append(number(m[i]));
            }
            body.append(")\" x=\"").append(number(x)).append("\" y=\"").append(number(baseline));
        }
        body.append("\" font-family=\"").append(FAMILY).append("\" font-size=\"").append(number(font.size()));
        if (font.bold()) {
            body.append("\" font-weight=\"bold");
        }
        body.append("\" textLength=\"").append(number(width)).append("\" lengthAdjust=\"spacingAndGlyphs\" fill=\"")
                .append(hex(getColor())).append("\">").append(escape(text)).append("</text>\n");
    }

    /** Writes an image whose pixels are as sharp-edged as cells. */
    void pixels(BufferedImage image, Rectangle2D area) {
        Rectangle2D box = getTransform().createTransformedShape(area).getBounds2D();
        body.append(String.format(Locale.ROOT,
                "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\""
                        + " style=\"image-rendering:pixelated\" href=\"data:image/png;base64,%s\"/>%n",
                number(box.getX()), number(box.getY()), number(box.getWidth()), number(box.getHeight()),
                Base64.getEncoder().encodeToString(Png.encode(image))));
    }

    @Override
    public void fill(Shape shape) {
        write(shape, "fill=\"" + hex(getColor()) + "\"" + opacity("fill"));
    }

    @Override
    public void draw(Shape shape) {
        BasicStroke stroke = (BasicStroke) getStroke();
        StringBuilder style = new StringBuilder("fill=\"none\" stroke=\"" + hex(getColor()) + "\"" + opacity("stroke"));
        style.append(" stroke-width=\"").append(number(stroke.getLineWidth())).append('"');
        if (stroke.getDashArray() != null) {
            style.append(" stroke-dasharray=\"");
            for (float dash : stroke.getDashArray()) {
                style.append(number(dash)).append(' ');
            }
            style.setCharAt(style.length() - 1, '"');
        }
        style.append(stroke.getEndCap() == BasicStroke.CAP_ROUND ? " stroke-linecap=\"round\"" : "");
        style.append(stroke.getLineJoin() == BasicStroke.JOIN_ROUND ? " stroke-linejoin=\"round\"" : "");
        write(shape, style.toString());
    }

    @Override
    VectorGraphics copy() {
        Svg copy = new Svg(size, title, description, body, clips);
        copy.stateFrom(this);
        return copy;
    }

    private void write(Shape shape, String style) {
        if (getColor().getAlpha() == 0) {
            return;
        }
        Shape placed = getTransform().createTransformedShape(shape);
        String path = path(placed);
        if (path.isEmpty()) {
            return;
        }
        Shape clip = documentClip();
        String clipping = "";
        if (clip != null && !clip.contains(placed.getBounds2D())) {
            String id = clips.computeIfAbsent(path(clip), key -> "clip" + clips.size());
            clipping = " clip-path=\"url(#" + id + ")\"";
        }
        if (shape instanceof Rectangle2D && getTransform().getShearX() == 0) {
            Rectangle2D box = placed.getBounds2D();
            body.append(String.format(Locale.ROOT, "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s%s/>%n",
                    number(box.getX()), number(box.getY()), number(box.getWidth()), number(box.getHeight()), style,
                    clipping));
        } else {
            body.append("<path d=\"").append(path).append("\" ").append(style).append(clipping).append("/>\n");
        }
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator it = shape.getPathIterator(null); !it.isDone(); it.next()) {
            int kind = it.currentSegment(points);
            path.append("MLQCZ".charAt(kind));
            int count = new int[] {2, 2, 4, 6, 0}[kind];
            for (int i = 0; i < count; i++) {
                path.append(i == 0 ? "" : " ").append(number(points[i]));
            }
        }
        return path.toString();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
        return text.equals("-0") ? "0" : text;
    }

    private static String hex(Color color) {
        return String.format("#%06X", color.getRGB() & 0xFFFFFF);
    }

    private String opacity(String what) {
        int alpha = getColor().getAlpha();
        return alpha == 255 ? "" : " " + what + "-opacity=\"" + number(alpha / 255.0) + "\"";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
