package spotlight.tensor;

import java.util.Locale;

/** Prints a tensor the way NumPy does: aligned, nested brackets, the middle of a long dimension left out. */
final class Format {
    private static final int SUMMARISE_ABOVE = 1000;
    private static final int EDGE = 3;
    private static final int LINE = 100;

    private final Tensor x;
    private final int decimals;
    private final boolean summarise;
    private final boolean scientific;
    private final int width;

    Format(Tensor x, int decimals) {
        this.x = x;
        this.decimals = decimals;
        this.summarise = x.size() > SUMMARISE_ABOVE;
        this.scientific = largest() >= 1e8;
        this.width = width(0, 0);
    }

    @Override
    public String toString() {
        if (x.rank() == 0) {
            return number(x.data()[0]);
        }
        StringBuilder text = new StringBuilder();
        nested(text, 0, 0);
        return text.toString();
    }

    private void nested(StringBuilder text, int dim, int from) {
        int n = x.size(dim);
        boolean innermost = dim == x.rank() - 1;
        int step = innermost ? 1 : Shapes.product(x.shape(), dim + 1, x.rank());
        String newLine = "\n".repeat(innermost ? 1 : x.rank() - 1 - dim) + " ".repeat(dim + 1);
        int line = dim + 1;
        text.append('[');
        for (int i = 0; i < n; i++) {
            boolean gap = summarise && n > 2 * EDGE && i == EDGE;
            int length = gap ? 3 : width;
            if (i > 0 && (!innermost || line + 1 + length > LINE)) {
                text.append(newLine);
                line = dim + 1;
            } else if (i > 0) {
                text.append(' ');
                line++;
            }
            if (gap) {
                text.append("...");
                i = n - EDGE - 1;
            } else if (innermost) {
                String number = number(x.data()[from + i]);
                text.append(" ".repeat(Math.max(0, width - number.length()))).append(number);
            } else {
                nested(text, dim + 1, from + i * step);
            }
            line += length;
        }
        text.append(']');
    }

    /** The longest number that is shown. */
    private int width(int dim, int from) {
        if (dim == x.rank()) {
            return number(x.data()[from]).length();
        }
        int n = x.size(dim);
        int step = Shapes.product(x.shape(), dim + 1, x.rank());
        int longest = 0;
        for (int i = 0; i < n; i++) {
            if (summarise && n > 2 * EDGE && i == EDGE) {
                i = n - EDGE;
            }
            longest = Math.max(longest, width(dim + 1, from + i * step));
        }
        return longest;
    }

    private String number(float value) {
        if (Float.isNaN(value)) {
            return "nan";
        }
        if (Float.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String text = String.format(Locale.ROOT, "%." + decimals + (scientific ? "e" : "f"), value);
        boolean minusZero = text.startsWith("-") && text.chars().allMatch(c -> "-0.".indexOf(c) >= 0);
        return minusZero ? text.substring(1) : text;
    }

    private double largest() {
        double largest = 0;
        for (float value : x.data()) {
            if (Float.isFinite(value)) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }
}
