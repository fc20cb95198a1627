package spotlight.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a CSV file into rows of fields, character by character. */
final class CsvReader {
    /** The fields of a row, and the line in which it begins. */
    record Row(int line, List<String> fields) {
    }

    private final Path file;
    private final String text;
    private int at;
    private int line = 1;

    CsvReader(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        while (at < text.length()) {
            Row row = row();
            if (row.fields().size() > 1 || !row.fields().get(0).isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Up to the end of the line, or of the text. */
    private Row row() {
        Row row = new Row(line, new ArrayList<>());
        int start = at;
        row.fields().add(field());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            row.fields().add(field());
        }
        TextInput.requireShort(file, row.line(), at - start);
        if (at < text.length()) { // the line end
            at++;
            line++;
        }
        return row;
    }

    private String field() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int start = at;
        while (!atEnd()) {
            if (text.charAt(at) == '"') {
                throw TextInput.error(file, line,
                        "a quote within a field; put the whole field in quotes and write its own quotes twice");
            }
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int opened = line;
        StringBuilder field = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                if (at == text.length() || text.charAt(at) != '"') {
                    requireEnd();
                    return field.toString();
                }
            }
            line += c == '\n' ? 1 : 0;
            field.append(c);
        }
        throw TextInput.error(file, opened, "a quote is opened here and never closed");
    }

    private void requireEnd() {
        if (!atEnd()) {
            throw TextInput.error(file, line, "\"" + text.charAt(at)
                    + "\" after a closing quote, expected a comma or the end of the line");
        }
    }

    private boolean atEnd() {
        return at == text.length() || text.charAt(at) == ',' || text.charAt(at) == '\n';
    }
}
