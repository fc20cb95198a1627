package spotlight.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import spotlight.tensor.Tensor;

/** One small heat map per head, all on the same colour scale, so that heads can be compared. Made by {@link Chart#heads}. */
public final class Heads extends MatrixFigure<Heads> {
    private static final double GAP = 16;
    private static final double TITLE = 20;
    private static final double WIDEST = 790;
    private static final Text.Style PANEL_TITLE = Text.bold(12.5);

    private final int heads;
    private List<String> titles;
    private int decimals = -1;

    Heads(Tensor weights) {
        super("heads", checked(weights), weights.size(1));
        heads = weights.size(0);
        titles = new ArrayList<>();
        for (int h = 0; h < heads; h++) {
            titles.add("head " + h);
        }
    }

    private static Tensor checked(Tensor weights) {
        String shape = Arrays.toString(weights.shape()).replace(" ", "");
        if (weights.rank() != 3) {
            throw new IllegalArgumentException("heads: weights " + shape
                    + " must have 3 dimensions [heads,queries,keys]"
                    + (weights.rank() == 4 ? ", select one sample of the batch first" : ""));
        }
        if (weights.size() == 0) {
            throw new IllegalArgumentException("heads: weights " + shape + " are empty");
        }
        return weights;
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

    /** Prints the numbers with so many decimals where the cells have room; without this call there are no numbers. */
    public Heads decimals(int count) {
        decimals = count;
        return this;
    }

    @Override
    Dimension naturalSize() {
        Matrix matrix = matrix(0);
        double cell = Math.max(Math.min(matrix.widestColumn() + 8, 60), 22);
        cell = decimals < 0 ? cell : Math.max(cell, matrix.widestNumber(11.5) + 11);
        double share = (WIDEST - left(matrix) - right(matrix)) / across();
        if (cell * columnCount + GAP > share) { // labels must slant, numbers be small
            cell = (share - gap(matrix, 30)) / columnCount;
        }
        cell = Matrix.wholePixels(Math.max(cell, 40.0 / columnCount));
        double cellHeight = Math.max(Math.min(cell, decimals < 0 ? 26 : 24), 30.0 / rowCount);
        double width = left(matrix) + across() * (cell * columnCount + gap(matrix, cell)) + right(matrix);
        width = Math.max(width, Math.min(560, new Heading(title()).naturalWidth()));
        double height = top(width) + down() * (TITLE + labels(matrix, cell) + cellHeight * rowCount + GAP);
        return new Dimension((int) Math.ceil(width), (int) Math.ceil(height));
    }

    @Override
    void paint(Graphics2D g, Dimension size) {
        Heading heading = new Heading(title());
        heading.paint(g, size.width);
        Matrix first = matrix(0);
        double left = left(first);
        double guess = (size.width - left - right(first)) / across() - GAP;
        double gap = gap(first, guess / columnCount);
        double cell = Matrix.wholePixels(((size.width - left - right(first)) / across() - gap) / columnCount);
        double panel = cell * columnCount;
        double top = top(size.width);
        double pitch = (size.height - top) / down();
        double cellHeight = Matrix.wholePixels((pitch - TITLE - labels(first, cell) - GAP) / rowCount);
        for (int h = 0; h < heads; h++) {
            double x = left + h % across() * (panel + gap);
            double y = Math.floor(top + h / across() * pitch);
            g.setColor(Palette.INK);
            Text.draw(g, Text.fit(titles.get(h), PANEL_TITLE, panel + gap - 6), PANEL_TITLE, x, y + 13, Text.LEFT);
            matrix(h).paint(g, new Rectangle2D.Double(x, y + TITLE + labels(first, cell), panel, cellHeight * rowCount),
                    h % across() == 0, true);
        }
        double right = left + across() * (panel + gap);
        double gridTop = top + TITLE + labels(first, cell);
        double gridHeight = pitch * (down() - 1) + cellHeight * rowCount;
        new ColorBar(first.scale()).paint(g, right + 2, gridTop, gridHeight);
        g.setColor(Palette.SOFT_INK);
        Text.drawTurned(g, rowTitle, AXIS_TITLE, MARGIN + 8, gridTop + gridHeight / 2, -Math.PI / 2, Text.CENTER);
        Text.draw(g, columnTitle, AXIS_TITLE, (left + right - gap) / 2, top - 8, Text.CENTER);
    }

    @Override
    String summary() {
        return summary("Heat maps of " + Summary.count(heads, "head") + ", each ");
    }

    private Matrix matrix(int head) {
        int from = head * rowCount * columnCount;
        return matrix(Arrays.copyOfRange(values, from, from + rowCount * columnCount), decimals);
    }

    private int across() {
        return heads <= 4 ? heads : heads == 5 || heads == 6 || heads == 9 ? 3 : 4;
    }

    private int down() {
        return (heads + across() - 1) / across();
    }

    /** Room for the colour bar. */
    private double right(Matrix matrix) {
        return new ColorBar(matrix.scale()).width() + MARGIN;
    }

    /** Between two heads, and between the last one and the colour bar. */
    private double gap(Matrix matrix, double cellWidth) {
        return Math.ceil(Math.max(GAP, matrix.rightMargin(cellWidth)));
    }

    private static double labels(Matrix matrix, double cellWidth) {
        return Math.ceil(matrix.topMargin(cellWidth));
    }

    private double top(double width) {
        return new Heading(title()).height(width) + (columnTitle.isBlank() ? 0 : 22);
    }
}
