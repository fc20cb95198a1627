package spotlight.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A table in a CSV file: fields separated by commas, a header in the first line, and RFC 4180's quotes:
 * {@code "a field with, commas, ""quotes"" and line ends"}.
 *
 * @param header the names of the columns
 * @param rows   as many fields in each as there are columns
 * @param lines  the line of the file in which each row begins
 */
public record Csv(List<String> header, List<List<String>> rows, List<Integer> lines) {

    /**
     * Reads a file in UTF-8; empty lines between rows do not count.
     *
     * @throws IllegalArgumentException if it cannot be read or is no such table; the message names file and line
     */
    public static Csv read(Path file) {
        List<CsvReader.Row> rows = new CsvReader(file, TextInput.read(file)).rows();
        List<String> header = rows.get(0).fields().stream().map(String::strip).toList();
        if (Set.copyOf(header).size() < header.size()) {
            throw TextInput.error(file, rows.get(0).line(), "two columns have the same name ("
                    + String.join(",", header) + ")");
        }
        List<List<String>> content = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            int fields = row.fields().size();
            if (fields != header.size()) {
                throw TextInput.error(file, row.line(), fields + (fields == 1 ? " field" : " fields") + ", expected "
                        + header.size() + " (" + String.join(",", header) + ")");
            }
            content.add(row.fields());
            lines.add(row.line());
        }
        if (content.isEmpty()) {
            throw TextInput.error(file, "has a header (" + String.join(",", header) + ") and no rows");
        }
        return new Csv(header, content, lines);
    }

    /**
     * Reads a file that must have these columns, among others.
     *
     * @throws IllegalArgumentException as {@link #read(Path)}, and if one of them is missing
     */
    public static Csv read(Path file, String... columns) {
        Csv csv = read(file);
        for (String column : columns) {
            if (!csv.header.contains(column)) {
                throw TextInput.error(file, 1, "no column " + column + ", there are " + String.join(",", csv.header));
            }
        }
        return csv;
    }

    /**
     * One column from top to bottom.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public List<String> column(String name) {
        int index = header.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("csv: no column " + name + ", there are " + String.join(",", header));
        }
        return rows.stream().map(row -> row.get(index)).toList();
    }
}
