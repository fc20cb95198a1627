package spotlight.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables as HTML that needs neither script nor style sheet, and as text in columns. */
final class TableHtml {
    private static final int MOST_ROWS = 100;

    private TableHtml() {
    }

    static String html(Table table, int decimals) {
        StringBuilder html = new StringBuilder("<table>\n");
        if (table.name() != null && !table.name().isBlank()) {
            html.append("<caption>").append(escape(table.name())).append("</caption>\n");
        }
        html.append("<thead><tr>");
        for (Column<?> column : table.columns()) {
            html.append("<th scope=\"col\" ")
                    .append(align(column)).append(">").append(escape(column.name()))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (int row = 0; row < shown(table); row++) {
            html.append("<tr>");
            for (Column<?> column : table.columns()) {
                html.append("<td ")
                        .append(align(column)).append(">")
                        .append(escape(cell(column, row, decimals))).append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
        return html.append(rest(table).isEmpty() ? "" : "<p>" + rest(table) + "</p>\n").toString();
    }

    static String plain(Table table, int decimals) {
        List<String> lines = new ArrayList<>();
        for (int row = -1; row < shown(table); row++) {
            lines.add("");
        }
        for (Column<?> column : table.columns()) {
            addColumn(lines, column, decimals);
        }
        if (!rest(table).isEmpty()) {
            lines.add(rest(table));
        }
        return String.join("\n", lines.stream().map(String::stripTrailing).toList());
    }

    /** The text of a piece of HTML. */
    static String withoutTags(String html) {
        return html.replaceAll("\\s*\n\\s*", " ").replaceAll("(?i)</(td|th)>", "  ")
                .replaceAll("(?i)<br ?/?>|</(tr|p|div|li|h\\d|pre|caption)>", "\n").replaceAll("<[^>]*>", "")
                .replaceAll(" *\n *", "\n").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&nbsp;", " ").replace("&amp;", "&").strip();
    }

    /** The description an SVG document carries, else its title, else "picture". */
    static String description(String svg) {
        for (String tag : List.of("desc", "title")) {
            int from = svg.indexOf("<" + tag + ">");
            int to = svg.indexOf("</" + tag + ">");
            if (from >= 0 && to > from) {
                return withoutTags(svg.substring(from, to));
            }
        }
        return "picture";
    }

    private static void addColumn(List<String> lines, Column<?> column, int decimals) {
        List<String> cells = new ArrayList<>(List.of(column.name()));
        for (int row = 0; row < lines.size() - 1; row++) {
            cells.add(cell(column, row, decimals));
        }
        int width = cells.stream().mapToInt(TableHtml::width).max().orElse(0);
        for (int i = 0; i < lines.size(); i++) {
            String pad = " ".repeat(width - width(cells.get(i)));
            String cell = column instanceof NumericColumn ? pad + cells.get(i) : cells.get(i) + pad;
            lines.set(i, lines.get(i) + (lines.get(i).isEmpty() ? "" : "  ") + cell);
        }
    }

    private static String cell(Column<?> column, int row, int decimals) {
        if (column.isMissing(row)) {
            return "";
        }
        Object value = column.get(row);
        if (value instanceof Double || value instanceof Float) {
            return number((Number) value, decimals);
        }
        return value.toString();
    }

    private static String number(Number value, int decimals) {
        if (Double.isInfinite(value.doubleValue())) {
            return value.doubleValue() > 0 ? "∞" : "-∞";
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value.doubleValue());
        return text.matches("-[0.]+") ? text.substring(1) : text;
    }

    /** Columns on the screen: hanzi take two. */
    private static int width(String text) {
        return text.codePoints().map(point -> point >= 0x2E80 && point < 0xFFE0 && point < 0x1F000 ? 2 : 1).sum();
    }

    private static int shown(Table table) {
        return Math.min(table.rowCount(), MOST_ROWS);
    }

    private static String rest(Table table) {
        int hidden = table.rowCount() - shown(table);
        return hidden == 0 ? "" : "… and " + hidden + " more rows";
    }

    /** Said twice: JupyterLab heeds the style, a repository's web view the attribute. */
    private static String align(Column<?> column) {
        String side = column instanceof NumericColumn ? "right" : "left";
        return "align=\"" + side + "\" style=\"text-align:" + side + "\"";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
