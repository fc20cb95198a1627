package spotlight.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** Facts about pictures. Coordinates are logical pixels, as a chart counts them. */
record Pixels(BufferedImage image) {
    static Pixels of(Chart chart) {
        return new Pixels(chart.image());
    }

    /** An empty white picture to draw on. */
    static Pixels blank(int width, int height) {
        BufferedImage image = new BufferedImage(2 * width, 2 * height, BufferedImage.TYPE_INT_RGB);
        Pixels pixels = new Pixels(image);
        Graphics2D g = pixels.graphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        return pixels;
    }

    Graphics2D graphics() {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(java.awt.RenderingHints.KEY_ANTIALIASING, java.awt.RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(2, 2);
        return g;
    }

    Color at(double x, double y) {
        return new Color(image.getRGB((int) (2 * x), (int) (2 * y)));
    }

    int count(Color color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
            }
        }
        return count;
    }

    /** The smallest rectangle with all pixels of the colour, in logical pixels; empty when there are none. */
    Rectangle bounds(Color color) {
        Rectangle bounds = null;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == color.getRGB()) {
                    Rectangle pixel = new Rectangle(x / 2, y / 2, 1, 1);
                    bounds = bounds == null ? pixel : bounds.union(pixel);
                }
            }
        }
        return bounds == null ? new Rectangle() : bounds;
    }

    /** How dark a part of the picture is, from 0 (white) to 1 (black). */
    double darkness(Rectangle part) {
        double sum = 0;
        for (int y = 2 * part.y; y < 2 * (part.y + part.height); y++) {
            for (int x = 2 * part.x; x < 2 * (part.x + part.width); x++) {
                Color color = new Color(image.getRGB(x, y));
                sum += 1 - (color.getRed() + color.getGreen() + color.getBlue()) / 765.0;
            }
        }
        return sum / (4.0 * part.width * part.height);
    }
}
