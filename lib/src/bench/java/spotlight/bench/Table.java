package spotlight.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/** A table in Markdown: the first column left, the others right. */
final class Table {
    static final String NONE = "–";

    private final StringBuilder text = new StringBuilder();

    Table(String... header) {
        row((Object[]) header);
        text.append("|---|").append("--:|".repeat(header.length - 1)).append('\n');
    }

    /** A row of texts, and of optional numbers, which show as a dash where they are missing. */
    void row(Object... cells) {
        text.append('|');
        for (Object cell : cells) {
            String shown = cell instanceof OptionalDouble number
                    ? number(number)
                    : cell instanceof Double number ? number(number) : cell.toString();
            text.append(' ').append(shown).append(" |");
        }
        text.append('\n');
    }

    /** Three significant digits, and no more than two after the point. */
    static String number(double x) {
        double size = Math.abs(x);
        return String.format(Locale.ROOT,
                size >= 9995 ? "%,.0f" : size >= 99.95 ? "%.0f" : size >= 9.995 ? "%.1f" : "%.2f", x);
    }

    static String number(OptionalDouble x) {
        return x.isPresent() ? number(x.getAsDouble()) : NONE;
    }

    /** A ratio: two digits after the point. */
    static String ratio(OptionalDouble x) {
        return x.isPresent() ? String.format(Locale.ROOT, "%.2f", x.getAsDouble()) : NONE;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
