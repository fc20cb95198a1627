package spotlight.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import spotlight.notebook.Show;

/**
 * What all charts share: heading, text alternative, size, and the ways out (notebook, image, PNG, SVG, file).
 *
 * @param <C> the chart itself, so that calls can be chained in any order
 */
abstract class Figure<C extends Figure<C>> implements Chart {
    /** Pixels in the file per logical pixel: crisp on today's displays. */
    static final int SCALE = 2;

    static {
        if (System.getProperty("java.awt.headless") == null) { // pictures only: no window system, no icon in the dock
            System.setProperty("java.awt.headless", "true");
        }
    }

    private final String kind;
    private String title = "";
    private String alt = "";
    private Dimension size;

    Figure(String kind) {
        this.kind = kind;
    }

    /** The size that suits the data. */
    abstract Dimension naturalSize();

    /** Draws the chart into the rectangle from (0, 0) to the size. */
    abstract void paint(Graphics2D g, Dimension size);

    /** One or two sentences on the data, without the title. */
    abstract String summary();

    /** Throws when there is nothing to draw. */
    abstract void check();

    @Override
    public C title(String newTitle) {
        title = newTitle;
        return self();
    }

    @Override
    public C alt(String text) {
        alt = text;
        return self();
    }

    @Override
    public C size(int width, int height) {
        if (width < 120 || height < 80 || width > 4000 || height > 4000) {
            throw new IllegalArgumentException(
                    kind + ": size " + width + " x " + height + " is not between 120 x 80 and 4000 x 4000");
        }
        size = new Dimension(width, height);
        return self();
    }

    @Override
    public String alt() {
        check();
        if (!alt.isBlank()) {
            return alt;
        }
        return title.isBlank() ? summary() : title + ". " + summary();
    }

    @Override
    public void show() {
        Show.chart(this);
    }

    @Override
    public BufferedImage image() {
        Dimension logical = logicalSize();
        BufferedImage image = new BufferedImage(SCALE * logical.width, SCALE * logical.height,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(SCALE, SCALE);
        paintAll(g, logical);
        g.dispose();
        return image;
    }

    @Override
    public byte[] png() {
        return Png.encode(image());
    }

    @Override
    public String svg() {
        Dimension logical = logicalSize();
        Svg svg = new Svg(logical, title.isBlank() ? kind : title, alt());
        paintAll(svg, logical);
        return svg.document();
    }

    @Override
    public void save(Path file) throws IOException {
        String name = file.toString();
        if (name.endsWith(".svg")) {
            Files.write(file, svg().getBytes(StandardCharsets.UTF_8));
        } else if (name.endsWith(".png")) {
            Files.write(file, png());
        } else {
            throw new IllegalArgumentException(kind + ": file " + file.getFileName() + " must end in .png or .svg");
        }
    }

    /** What a cell prints that ends with the chart itself instead of showing it. */
    @Override
    public String toString() {
        return "chart (" + kind + (title.isBlank() ? "" : ": " + title) + "); call .show() to see it";
    }

    String kind() {
        return kind;
    }

    String title() {
        return title;
    }

    Dimension logicalSize() {
        check();
        return size == null ? naturalSize() : size;
    }

    boolean sizeGiven() {
        return size != null;
    }

    private void paintAll(Graphics2D g, Dimension logical) {
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, logical.width, logical.height);
        paint(g, logical);
    }

    @SuppressWarnings("unchecked")
    C self() {
        return (C) this;
    }

    /** The two ends of a scale or an axis. */
    double[] ascending(double low, double high) {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(kind + ": range " + low + " to " + high + " is not an ascending range");
        }
        return new double[] {low, high};
    }
}
