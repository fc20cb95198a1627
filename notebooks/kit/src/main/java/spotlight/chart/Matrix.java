package spotlight.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * One matrix of coloured cells with its labels: rows on the left, columns on top, like the table it is. Drawn with Java2D, because
 * XChart's heat map has no labels that turn, no cells without a value and no legible numbers.
 *
 * @param values row-major
 * @param decimals of the numbers in the cells, or negative for none
 * @param rowLabels one per row, or empty for their indices
 */
record Matrix(float[] values, int rows, int columns, Scale scale, int decimals, List<String> rowLabels,
        List<String> columnLabels) {
    static final double LABEL_SIZE = 12.5;
    private static final double DENSE_LABEL_SIZE = 11.5;
    private static final double WIDEST_LABEL = 130;
    private static final int MOST_SVG_CELLS = 600;
    private static final double GAP = 7;
    private static final double SLANT = Math.PI / 4;

    /** Width the row labels need. */
    double leftMargin() {
        Text.Style font = Text.font(LABEL_SIZE);
        double widest = 0;
        for (int i = 0; i < rows; i++) {
            widest = Math.max(widest, Text.width(label(rowLabels, i), font));
        }
        return Math.min(widest, WIDEST_LABEL) + GAP;
    }

    /** Height the column labels need. */
    double topMargin(double cellWidth) {
        return slanted(cellWidth) ? widestColumn() * Math.sin(SLANT) + 12 + GAP : 12 + GAP;
    }

    /** Width that slanted labels of the last columns need to the right of the cells. */
    double rightMargin(double cellWidth) {
        return slanted(cellWidth) ? Math.max(0, widestColumn() * Math.cos(SLANT) + 8 - cellWidth / 2) : 0;
    }

    /** True when numbers are wanted and can be read in cells of this size. */
    boolean numbersFit(double cellWidth, double cellHeight) {
        return decimals >= 0 && numberSize(cellWidth, cellHeight) >= 8;
    }

    /** Width of the widest number at the given font size. */
    double widestNumber(double fontSize) {
        Text.Style font = Text.font(fontSize);
        double widest = 0;
        for (float value : values) {
            widest = Math.max(widest, Text.width(Numbers.fixed(value, decimals), font));
        }
        return widest;
    }

    /** Whole pixels for cells big enough to lose the rest: equal cells look equal. */
    static double wholePixels(double cell) {
        return cell >= 8 ? Math.floor(cell) : cell;
    }

    void paint(Graphics2D g, Rectangle2D area, boolean withRowLabels, boolean withColumnLabels) {
        double cellWidth = area.getWidth() / columns;
        double cellHeight = area.getHeight() / rows;
        paintCells(g, area, cellWidth, cellHeight);
        if (numbersFit(cellWidth, cellHeight)) {
            paintNumbers(g, area, cellWidth, cellHeight);
        }
        g.setColor(Palette.INK);
        if (withRowLabels) {
            paintRowLabels(g, area, cellHeight);
        }
        if (withColumnLabels) {
            paintColumnLabels(g, area, cellWidth);
        }
    }

    private void paintCells(Graphics2D g, Rectangle2D area, double cellWidth, double cellHeight) {
        if (g instanceof Svg svg && rows * columns > MOST_SVG_CELLS) {
            svg.pixels(pixels(), area);
            return;
        }
        double gap = Math.min(cellWidth, cellHeight) >= 10 ? 1 : 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double left = snap(area.getX() + j * cellWidth);
                double top = snap(area.getY() + i * cellHeight);
                Rectangle2D cell = new Rectangle2D.Double(left, top,
                        snap(area.getX() + (j + 1) * cellWidth) - left - gap,
                        snap(area.getY() + (i + 1) * cellHeight) - top - gap);
                float value = values[i * columns + j];
                g.setColor(ground(value));
                g.fill(cell);
                if (Float.isNaN(value)) {
                    hatch(g, cell);
                }
            }
        }
    }

    /** One pixel per cell. */
    private BufferedImage pixels() {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < values.length; i++) {
            image.setRGB(i % columns, i / columns, ground(values[i]).getRGB());
        }
        return image;
    }

    private void paintNumbers(Graphics2D g, Rectangle2D area, double cellWidth, double cellHeight) {
        Text.Style font = Text.font(numberSize(cellWidth, cellHeight));
        double drop = 0.36 * font.size();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                float value = values[i * columns + j];
                g.setColor(Palette.inkOn(ground(value)));
                String number = Numbers.fixed(value, decimals);
                paintNumber(g, number, font, area.getX() + (j + 0.5) * cellWidth - 0.5,
                        snap(area.getY() + (i + 0.5) * cellHeight + drop - 0.5));
            }
        }
    }

    /** Sign by sign on whole pixels: equal digits are equal pixels, which look even and make small files. */
    private static void paintNumber(Graphics2D g, String number, Text.Style font, double center, double baseline) {
        double pen = snap(center - Text.width(number, font) / 2);
        if (g instanceof Svg) {
            Text.draw(g, number, font, pen, baseline, Text.LEFT);
            return;
        }
        for (int i = 0; i < number.length(); i++) {
            String sign = number.substring(i, i + 1);
            Text.draw(g, sign, font, snap(pen), baseline, Text.LEFT);
            pen += Text.width(sign, font);
        }
    }

    private void paintRowLabels(Graphics2D g, Rectangle2D area, double cellHeight) {
        Text.Style font = Text.font(cellHeight < LABEL_SIZE + 2 ? DENSE_LABEL_SIZE : LABEL_SIZE);
        int every = every(rows, cellHeight, font.size() + 2);
        for (int i = 0; i < rows; i += every) {
            String label = Text.fit(label(rowLabels, i), font, WIDEST_LABEL);
            Text.draw(g, label, font, area.getX() - GAP, area.getY() + (i + 0.5) * cellHeight + 4.2, Text.RIGHT);
        }
    }

    private void paintColumnLabels(Graphics2D g, Rectangle2D area, double cellWidth) {
        boolean slanted = slanted(cellWidth);
        boolean dense = columnLabels.isEmpty() && widestColumn() + 5 > cellWidth;
        Text.Style font = Text.font(dense ? DENSE_LABEL_SIZE : LABEL_SIZE);
        double needed = slanted ? LABEL_SIZE + 5 : columnLabels.isEmpty() ? widestColumn() + 5 : widestColumn() + 2;
        int every = every(columns, cellWidth, needed);
        for (int j = 0; j < columns; j += every) {
            String label = Text.fit(label(columnLabels, j), font, WIDEST_LABEL);
            double center = area.getX() + (j + 0.5) * cellWidth;
            if (slanted) {
                Text.drawTurned(g, label, font, center + 3, area.getY() - GAP, -SLANT, Text.LEFT);
            } else {
                Text.draw(g, label, font, center, area.getY() - GAP, Text.CENTER);
            }
        }
    }

    private static void hatch(Graphics2D g, Rectangle2D cell) {
        Shape clip = g.getClip();
        g.clip(cell);
        g.setColor(Palette.MISSING_LINE);
        g.setStroke(new BasicStroke(1));
        for (double x = cell.getX() - cell.getHeight(); x < cell.getMaxX(); x += 6) {
            g.draw(new Line2D.Double(x, cell.getMaxY(), x + cell.getHeight(), cell.getY()));
        }
        g.setClip(clip);
    }

    private Color ground(float value) {
        return Float.isFinite(value) ? scale.color(value) : Palette.MISSING;
    }

    private double numberSize(double cellWidth, double cellHeight) {
        double atTen = widestNumber(10);
        return Math.min(13, Math.min(cellHeight * 0.7, 10 * (cellWidth - 5) / atTen));
    }

    private boolean slanted(double cellWidth) {
        return !columnLabels.isEmpty() && widestColumn() > cellWidth - 4;
    }

    double widestColumn() {
        Text.Style font = Text.font(LABEL_SIZE);
        double widest = 0;
        for (int j = 0; j < columns; j++) {
            widest = Math.max(widest, Text.width(label(columnLabels, j), font));
        }
        return Math.min(widest, WIDEST_LABEL);
    }

    private static String label(List<String> labels, int index) {
        return labels.isEmpty() ? Integer.toString(index) : labels.get(index);
    }

    /** Label every n-th place, n a round number, so that labels do not touch. */
    private static int every(int count, double pitch, double needed) {
        return pitch >= needed || count == 1 ? 1 : (int) Math.max(1, Math.round(Ticks.step(needed / pitch)));
    }

    /** To the nearest pixel of the file, so that cells have sharp edges. */
    static double snap(double logical) {
        return Math.round(logical * Figure.SCALE) / (double) Figure.SCALE;
    }
}
