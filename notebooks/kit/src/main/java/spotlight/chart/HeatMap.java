package spotlight.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

import spotlight.tensor.Tensor;

/** A matrix as coloured cells, with its numbers printed in them when there is room. Made by {@link Chart#heatmap}. */
public final class HeatMap extends Figure<HeatMap> {
    private static final int DEFAULT_DECIMALS = -1;
    private static final double MARGIN = 14;
    private static final Text.Style AXIS_TITLE = Text.font(12.5);

    private final float[] values;
    private final int rowCount;
    private final int columnCount;
    private List<String> rows = List.of();
    private List<String> columns = List.of();
    private String rowTitle = "";
    private String columnTitle = "";
    private int decimals = DEFAULT_DECIMALS;
    private boolean numbers = true;
    private double[] range;
    private boolean diverging;

    HeatMap(Tensor tensor) {
        super("heatmap");
        if (tensor.rank() < 1 || tensor.rank() > 2) {
            throw new IllegalArgumentException("heatmap: values " + Arrays.toString(tensor.shape()).replace(" ", "")
                    + " must have 1 or 2 dimensions");
        }
        if (tensor.size() == 0) {
            throw new IllegalArgumentException("heatmap: values " + Arrays.toString(tensor.shape()).replace(" ", "")
                    + " are empty");
        }
        values = tensor.data().clone();
        columnCount = tensor.size(-1);
        rowCount = values.length / columnCount;
    }

    /** Names the rows, from top to bottom. */
    public HeatMap rows(String... labels) {
        rows = labels("rows", labels, rowCount);
        return this;
    }

    /** Names the columns, from left to right. */
    public HeatMap columns(String... labels) {
        columns = labels("columns", labels, columnCount);
        return this;
    }

    /** Says what the rows are, for example "queries". */
    public HeatMap rowTitle(String text) {
        rowTitle = text;
        return this;
    }

    /** Says what the columns are, for example "keys". */
    public HeatMap columnTitle(String text) {
        columnTitle = text;
        return this;
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

    /** Fixes what the ends of the colour scale stand for; values beyond take the colour of the end. */
    public HeatMap range(double low, double high) {
        range = checkedRange("heatmap", low, high);
        return this;
    }

    /** Colours on both sides of zero: blue below, white at zero, orange above. */
    public HeatMap diverging() {
        diverging = true;
        return this;
    }

    static double[] checkedRange(String op, double low, double high) {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(op + ": range " + low + " to " + high + " is not an ascending range");
        }
        return new double[] {low, high};
    }

    static List<String> labels(String op, String axis, String[] labels, int expected) {
        if (labels.length != expected) {
            throw new IllegalArgumentException(op + ": " + axis + " has " + labels.length + " labels, values have "
                    + expected + " " + axis);
        }
        return List.of(labels);
    }

    @Override
    void check() {
        // the constructor has checked everything
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
        StringBuilder text = new StringBuilder(
                "Heat map of " + Summary.count(rowCount, "row") + " and " + Summary.count(columnCount, "column"));
        Summary.values(text, values);
        Summary.labels(text, "rows", rows);
        Summary.labels(text, "columns", columns);
        return text.append('.').toString();
    }

    private List<String> labels(String axis, String[] labels, int expected) {
        return labels("heatmap", axis, labels, expected);
    }

    private Matrix matrix() {
        int shown = decimals == DEFAULT_DECIMALS ? Numbers.decimalsFor(values) : decimals;
        return new Matrix(values, rowCount, columnCount, Scale.of(values, range, diverging), numbers ? shown : -1, rows,
                columns);
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
        return range != null || !Scale.flat(values);
    }

    private double left(Matrix matrix) {
        return Math.ceil(MARGIN + (rowTitle.isBlank() ? 0 : 20) + matrix.leftMargin());
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
