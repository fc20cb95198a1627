package spotlight.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

import spotlight.tensor.Tensor;

/** A matrix as coloured cells, with its numbers printed in them when there is room. Made by {@link Chart#heatmap}. */
public final class HeatMap extends MatrixFigure<HeatMap> {
    private static final int DEFAULT_DECIMALS = -1;

    private int decimals = DEFAULT_DECIMALS;
    private boolean numbers = true;

    HeatMap(Tensor tensor) {
        super("heatmap", checked(tensor), tensor.size() / tensor.size(-1));
    }

    private static Tensor checked(Tensor tensor) {
        String shape = Arrays.toString(tensor.shape()).replace(" ", "");
        if (tensor.rank() < 1 || tensor.rank() > 2) {
            throw new IllegalArgumentException("heatmap: values " + shape + " must have 1 or 2 dimensions");
        }
        if (tensor.size() == 0) {
            throw new IllegalArgumentException("heatmap: values " + shape + " are empty");
        }
        return tensor;
    }

    /** Decimals of the printed numbers; 2 by default, 0 when all values are whole. */
    public HeatMap decimals(int count) {
        if (count < 0 || count > 8) {
            throw new IllegalArgumentException("heatmap: decimals " + count + " is not between 0 and 8");
        }
        decimals = count;
        return this;
    }

    /** Leaves the cells without numbers. */
    public HeatMap noNumbers() {
        numbers = false;
        return this;
    }

    @Override
    Dimension naturalSize() {
        Matrix matrix = matrix();
        boolean square = rowCount == columnCount;
        double cellWidth = Math.min(24, (square ? 480.0 : 640.0) / columnCount);
        double cellHeight = Math.min(24, (square ? 480.0 : 440.0) / rowCount);
        if (numbers && rowCount <= 24 && columnCount <= 24) {
            double wished = Math.max(matrix.widestNumber(12) + 14, matrix.widestColumn() + 8);
            cellWidth = Math.min(58, Math.max(wished, 40));
            cellWidth = Math.min(cellWidth, Math.max(660.0 / columnCount, matrix.widestNumber(8.5) + 5));
            cellHeight = rowCount <= 12 ? 36 : 28;
        }
        cellWidth = Matrix.wholePixels(cellWidth);
        double width = left(matrix) + columnCount * cellWidth + right(matrix, cellWidth);
        width = Math.max(width, Math.min(560, new Heading(title()).naturalWidth()));
        double height = top(matrix, cellWidth, width) + rowCount * cellHeight + bottom();
        return new Dimension((int) Math.ceil(width), (int) Math.ceil(height));
    }

    @Override
    void paint(Graphics2D g, Dimension size) {
        Matrix matrix = matrix();
        Heading heading = new Heading(title());
        heading.paint(g, size.width);
        double left = left(matrix);
        double cellWidth = (size.width - left - right(matrix, size.width / (double) columnCount)) / columnCount;
        cellWidth = Math.min(cellWidth, sizeGiven() ? 400 : 58);
        double right = right(matrix, cellWidth);
        cellWidth = Matrix.wholePixels(Math.min(cellWidth, (size.width - left - right) / columnCount));
        double top = top(matrix, cellWidth, size.width);
        double cellHeight = Matrix.wholePixels((size.height - top - bottom()) / rowCount);
        Rectangle2D area = new Rectangle2D.Double(left, top, cellWidth * columnCount, cellHeight * rowCount);
        matrix.paint(g, area, true, true);
        if (hasBar()) {
            new ColorBar(matrix.scale()).paint(g, area.getMaxX() + MARGIN, area.getY(), area.getHeight() - 1);
        }
        g.setColor(Palette.SOFT_INK);
        Text.draw(g, columnTitle, AXIS_TITLE, area.getCenterX(), heading.height(size.width) + 10, Text.CENTER);
        Text.drawTurned(g, rowTitle, AXIS_TITLE, MARGIN + 8, area.getCenterY(), -Math.PI / 2, Text.CENTER);
        if (!note().isEmpty()) {
            Text.draw(g, note(), Text.font(11.5), left, size.height - 10, Text.LEFT);
        }
    }

    @Override
    String summary() {
        return summary("Heat map of ");
    }

    private Matrix matrix() {
        int shown = decimals == DEFAULT_DECIMALS ? Numbers.decimalsFor(values) : decimals;
        return matrix(values, numbers ? shown : -1);
    }

    private String note() {
        for (float value : values) {
            if (Float.isNaN(value)) {
                return "hatched: not a number";
            }
        }
        return "";
    }

    private boolean hasBar() {
        return rangeGiven() || !Scale.flat(values);
    }

    private double right(Matrix matrix, double cellWidth) {
        double bar = MARGIN + (hasBar() ? new ColorBar(matrix.scale()).width() + MARGIN : 0);
        return Math.max(bar, matrix.rightMargin(cellWidth) + 6);
    }

    private double top(Matrix matrix, double cellWidth, double width) {
        return Math.ceil(
                new Heading(title()).height(width) + (columnTitle.isBlank() ? 0 : 20) + matrix.topMargin(cellWidth));
    }

    private double bottom() {
        return note().isEmpty() ? MARGIN : MARGIN + 18;
    }
}
