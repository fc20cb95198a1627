package spotlight.chart;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import spotlight.tensor.Tensor;

/** One small heat map per head, all on the same colour scale, so that heads can be compared. Made by {@link Chart#heads}. */
public final class Heads extends Figure<Heads> {
    private static final double MARGIN = 14;
    private static final double GAP = 16;
    private static final double TITLE = 20;
    private static final Font PANEL_TITLE = Text.bold(12.5);
    private static final Font AXIS_TITLE = Text.font(12.5);

    private final float[] values;
    private final int heads;
    private final int rowCount;
    private final int columnCount;
    private List<String> rows = List.of();
    private List<String> columns = List.of();
    private List<String> titles;
    private String rowTitle = "";
    private String columnTitle = "";
    private int decimals = -1;
    private double[] range;
    private boolean diverging;

    Heads(Tensor weights) {
        super("heads");
        String shape = Arrays.toString(weights.shape()).replace(" ", "");
        if (weights.rank() != 3) {
            throw new IllegalArgumentException("heads: weights " + shape
                    + " must have 3 dimensions [heads,queries,keys]"
                    + (weights.rank() == 4 ? ", select one sample of the batch first" : ""));
        }
        if (weights.size() == 0) {
            throw new IllegalArgumentException("heads: weights " + shape + " are empty");
        }
        values = weights.data().clone();
        heads = weights.size(0);
        rowCount = weights.size(1);
        columnCount = weights.size(2);
        titles = new ArrayList<>();
        for (int h = 0; h < heads; h++) {
            titles.add("head " + h);
        }
    }

    /** Names the rows of every head, from top to bottom. */
    public Heads rows(String... labels) {
        rows = HeatMap.labels("heads", "rows", labels, rowCount);
        return this;
    }

    /** Names the columns of every head, from left to right. */
    public Heads columns(String... labels) {
        columns = HeatMap.labels("heads", "columns", labels, columnCount);
        return this;
    }

    /** Names the heads; "head 0", "head 1" … by default. */
    public Heads titles(String... names) {
        if (names.length != heads) {
            throw new IllegalArgumentException(
                    "heads: titles has " + names.length + " names, weights have " + heads + " heads");
        }
        titles = List.of(names);
        return this;
    }

    /** Says what the rows are, for example "queries". */
    public Heads rowTitle(String text) {
        rowTitle = text;
        return this;
    }

    /** Says what the columns are, for example "keys". */
    public Heads columnTitle(String text) {
        columnTitle = text;
        return this;
    }

    /** Prints the numbers with so many decimals where the cells have room; without this call there are no numbers. */
    public Heads decimals(int count) {
        decimals = count;
        return this;
    }

    /** Fixes what the ends of the colour scale stand for. */
    public Heads range(double low, double high) {
        range = HeatMap.checkedRange("heads", low, high);
        return this;
    }

    /** Colours on both sides of zero: blue below, white at zero, orange above. */
    public Heads diverging() {
        diverging = true;
        return this;
    }

    @Override
    void check() {
        // the constructor has checked everything
    }

    @Override
    Dimension naturalSize() {
        Matrix matrix = matrix(0);
        double cell = decimals < 0 ? 26 : Math.max(34, matrix.widestNumber(9) + 6);
        cell = Math.min(cell, (720 - left(matrix)) / across() / columnCount - GAP / columnCount);
        double panel = Math.max(48, cell * columnCount);
        double rowHeight = Math.max(40, Math.min(cell, 26) * rowCount);
        double right = right(matrix, panel / columnCount);
        double width = left(matrix) + across() * (panel + GAP) + right;
        width = Math.max(width, Math.min(560, new Heading(title()).naturalWidth()));
        double height = top(width) + down() * (TITLE + matrix.topMargin(panel / columnCount) + rowHeight + GAP);
        return new Dimension((int) Math.ceil(width), (int) Math.ceil(height));
    }

    @Override
    void paint(Graphics2D g, Dimension size) {
        Heading heading = new Heading(title());
        heading.paint(g, size.width);
        Matrix first = matrix(0);
        double left = left(first);
        double right = right(first, (size.width - left) / across() / columnCount);
        double panel = Math.min((size.width - left - right) / across() - GAP, sizeGiven() ? 2000 : 720);
        double labels = first.topMargin(panel / columnCount);
        double top = top(size.width);
        double height = (size.height - top) / down() - TITLE - labels - GAP;
        for (int h = 0; h < heads; h++) {
            double x = left + h % across() * (panel + GAP);
            double y = top + h / across() * (TITLE + labels + height + GAP);
            g.setColor(Palette.INK);
            Text.draw(g, Text.fit(titles.get(h), PANEL_TITLE, panel + GAP - 6), PANEL_TITLE, x, y + 13, Text.LEFT);
            matrix(h).paint(g, new Rectangle2D.Double(x, y + TITLE + labels, panel, height), h % across() == 0, true);
        }
        double gridTop = top + TITLE + labels;
        double gridHeight = size.height - GAP - gridTop;
        double barHeight = Math.min(gridHeight, 220);
        new ColorBar(first.scale()).paint(g, left + across() * (panel + GAP) + 2, gridTop, barHeight);
        g.setColor(Palette.SOFT_INK);
        Text.drawTurned(g, rowTitle, AXIS_TITLE, MARGIN + 8, gridTop + gridHeight / 2, -Math.PI / 2, Text.CENTER);
        Text.draw(g, columnTitle, AXIS_TITLE, left + (across() * (panel + GAP) - GAP) / 2, top - 8, Text.CENTER);
    }

    @Override
    String summary() {
        StringBuilder text = new StringBuilder("Heat maps of " + heads + (heads == 1 ? " head" : " heads") + ", each "
                + rowCount + " rows and " + columnCount + " columns");
        Summary.values(text, values);
        Summary.labels(text, "rows", rows);
        Summary.labels(text, "columns", columns);
        return text.append('.').toString();
    }

    private Matrix matrix(int head) {
        int from = head * rowCount * columnCount;
        float[] part = Arrays.copyOfRange(values, from, from + rowCount * columnCount);
        return new Matrix(part, rowCount, columnCount, Scale.of(values, range, diverging), decimals, rows, columns);
    }

    private int across() {
        return heads <= 4 ? heads : heads == 5 || heads == 6 || heads == 9 ? 3 : 4;
    }

    private int down() {
        return (heads + across() - 1) / across();
    }

    private double left(Matrix matrix) {
        return MARGIN + (rowTitle.isBlank() ? 0 : 20) + matrix.leftMargin();
    }

    private double right(Matrix matrix, double cellWidth) {
        return Math.max(new ColorBar(matrix.scale()).width() + MARGIN, matrix.rightMargin(cellWidth) - GAP);
    }

    private double top(double width) {
        return new Heading(title()).height(width) + (columnTitle.isBlank() ? 0 : 22);
    }
}
