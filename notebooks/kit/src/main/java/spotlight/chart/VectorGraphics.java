package spotlight.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.text.AttributedCharacterIterator;

/**
 * The state of a drawing that becomes a document: transform, colour, stroke, font and clip. The clip is kept in the coordinates of the
 * document.
 */
abstract class VectorGraphics extends ShapesOnly {
    private AffineTransform transform = new AffineTransform();
    private Color color = Color.BLACK;
    private Color background = Color.WHITE;
    private Stroke stroke = new BasicStroke(1);
    private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private Shape clip;

    /** The same document with a state of its own. */
    abstract VectorGraphics copy();

    void stateFrom(VectorGraphics other) {
        transform = other.getTransform();
        color = other.color;
        stroke = other.stroke;
        font = other.font;
        clip = other.clip;
    }

    /** The clip in the coordinates of the document, or null. */
    Shape documentClip() {
        return clip;
    }

    @Override
    public Graphics create() {
        return copy();
    }

    @Override
    public void drawString(String text, float x, float y) {
        drawGlyphVector(font.createGlyphVector(getFontRenderContext(), text), x, y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        new java.awt.font.TextLayout(text, getFontRenderContext()).draw(this, x, y);
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public void clip(Shape shape) {
        if (shape != null) {
            Shape added = transform.createTransformedShape(shape);
            Area both = new Area(added);
            if (clip != null) {
                both.intersect(new Area(clip));
            }
            clip = both;
        }
    }

    @Override
    public void setClip(Shape shape) {
        clip = shape == null ? null : transform.createTransformedShape(shape);
    }

    @Override
    public Shape getClip() {
        try {
            return clip == null ? null : transform.createInverse().createTransformedShape(clip);
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            throw new IllegalStateException("svg: transform " + transform + " has no inverse", e);
        }
    }

    @Override
    public Rectangle getClipBounds() {
        return clip == null ? null : getClip().getBounds();
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        transform.rotate(angle, x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void shear(double x, double y) {
        transform.shear(x, y);
    }

    @Override
    public void transform(AffineTransform added) {
        transform.concatenate(added);
    }

    @Override
    public void setTransform(AffineTransform replacement) {
        transform = new AffineTransform(replacement);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public Color getColor() {
        return color;
    }

    @Override
    public void setColor(Color replacement) {
        color = replacement == null ? color : replacement;
    }

    @Override
    public Paint getPaint() {
        return color;
    }

    @Override
    public void setPaint(Paint paint) {
        if (paint instanceof Color plain) {
            color = plain;
        }
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setStroke(Stroke replacement) {
        stroke = replacement;
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public void setFont(Font replacement) {
        font = replacement == null ? font : replacement;
    }

    @Override
    public Color getBackground() {
        return background;
    }

    @Override
    public void setBackground(Color replacement) {
        background = replacement;
    }
}
