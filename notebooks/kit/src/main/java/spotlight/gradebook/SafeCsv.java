package spotlight.gradebook;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvWriteOptions;

/**
 * A CSV file as RFC 4180 has it (UTF-8, CRLF, every cell quoted), from texts that may be hostile: no cell is a
 * formula for a
 * spreadsheet, none holds a line break.
 */
final class SafeCsv {
    /** Where a spreadsheet sees a formula; the last four are the full-width forms, which some take for the same. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param header the names of the columns, all different */
    SafeCsv(List<String> header) {
        this.header = List.copyOf(header);
    }

    /** A text, with an apostrophe before what a spreadsheet would execute. */
    static String text(String cell) {
        String start = cell.stripLeading();
        boolean formula = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0
                || !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0;
        return (formula ? "'" : "") + Visible.line(cell);
    }

    /** A number in its shortest form. */
    static String number(BigDecimal number) {
        return Decimal.text(number);
    }

    /** Adds a row of cells that {@link #text} and {@link #number} have made. */
    void add(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalStateException(cells.size() + " cells for " + header.size() + " columns");
        }
        rows.add(List.copyOf(cells));
    }

    /** Writes the file. @param forExcel with the mark by which Excel knows UTF-8, which platforms may not expect */
    void write(Path file, boolean forExcel) {
        Table table = Table.create("grades");
        for (int column = 0; column < header.size(); column++) {
            int at = column;
            table.addColumns(StringColumn.create(header.get(column), rows.stream().map(row -> row.get(at)).toList()));
        }
        StringWriter text = new StringWriter();
        table.write().usingOptions(CsvWriteOptions.builder(text).lineEnd("\r\n").quoteAllFields(true)
                .ignoreLeadingWhitespaces(false).ignoreTrailingWhitespaces(false).build());
        SafeFile.write(file, ((forExcel ? "\uFEFF" : "") + text).getBytes(StandardCharsets.UTF_8));
    }
}
