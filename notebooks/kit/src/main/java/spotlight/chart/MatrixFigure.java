package spotlight.chart;

import java.util.List;

import spotlight.tensor.Tensor;

/**
 * What charts of coloured cells share: values, names of rows and columns, and the colour scale.
 *
 * @param <C> the chart itself, so that calls can be chained in any order
 */
abstract class MatrixFigure<C extends MatrixFigure<C>> extends Figure<C> {
    static final double MARGIN = 14;
    static final Text.Style AXIS_TITLE = Text.font(12.5);

    final float[] values;
    final int rowCount;
    final int columnCount;
    String rowTitle = "";
    String columnTitle = "";
    private List<String> rows = List.of();
    private List<String> columns = List.of();
    private double[] range;
    private boolean diverging;

    /** @param tensor its last dimension are the columns; not modified, and later changes are not seen */
    MatrixFigure(String kind, Tensor tensor, int rowCount) {
        super(kind);
        values = tensor.data().clone();
        this.rowCount = rowCount;
        columnCount = tensor.size(-1);
    }

    /** Names the rows, from top to bottom. */
    public C rows(String... labels) {
        rows = labels("rows", labels, rowCount);
        return self();
    }

    /** Names the columns, from left to right. */
    public C columns(String... labels) {
        columns = labels("columns", labels, columnCount);
        return self();
    }

    /** Says what the rows are, for example "queries". */
    public C rowTitle(String text) {
        rowTitle = text;
        return self();
    }

    /** Says what the columns are, for example "keys". */
    public C columnTitle(String text) {
        columnTitle = text;
        return self();
    }

    /** Fixes what the ends of the colour scale stand for; values beyond take the colour of the end. */
    public C range(double low, double high) {
        range = ascending(low, high);
        return self();
    }

    /** Colours on both sides of zero: blue below, white at zero, orange above. */
    public C diverging() {
        diverging = true;
        return self();
    }

    @Override
    void check() {
        // the constructor has checked everything
    }

    boolean rangeGiven() {
        return range != null;
    }

    /** @param decimals of the numbers in the cells, or negative for none */
    Matrix matrix(float[] part, int decimals) {
        return new Matrix(part, rowCount, columnCount, Scale.of(values, range, diverging), decimals, rows, columns);
    }

    /** Left of the cells: title and names of the rows. */
    double left(Matrix matrix) {
        return Math.ceil(MARGIN + (rowTitle.isBlank() ? 0 : 20) + matrix.leftMargin());
    }

    /** The text alternative: what it is, then values and names. */
    String summary(String what) {
        StringBuilder text = new StringBuilder(what + Summary.count(rowCount, "row") + " and "
                + Summary.count(columnCount, "column"));
        Summary.values(text, values);
        Summary.labels(text, "rows", rows);
        Summary.labels(text, "columns", columns);
        return text.append('.').toString();
    }

    private List<String> labels(String axis, String[] labels, int expected) {
        if (labels.length != expected) {
            throw new IllegalArgumentException(kind() + ": " + axis + " has " + labels.length + " labels, values have "
                    + expected + " " + axis);
        }
        return List.of(labels);
    }
}
