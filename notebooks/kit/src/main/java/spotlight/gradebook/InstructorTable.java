package spotlight.gradebook;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import spotlight.grader.ExerciseNumber;

/**
 * A small CSV that an instructor keeps: overrides, points, extensions. Comma, semicolon or tab, as the first line has
 * it; lines that
 * start with {@code #} are comments; every error names file and line.
 */
final class InstructorTable {
    private final String file;
    private final List<String> columns;

    /** @param columns their names, in the order in which the rows return them */
    InstructorTable(String file, List<String> columns) {
        this.file = file;
        this.columns = List.copyOf(columns);
    }

    /**
     * One row.
     *
     * @param line counted from 1
     */
    record Row(String file, long line, List<String> cells) {
        /** The cell of a column, never empty. */
        String text(int column, String what) {
            if (cells.get(column).isBlank()) {
                throw trouble("the " + what + " is missing");
            }
            return cells.get(column).strip();
        }

        /** {@code 2.1} */
        ExerciseNumber exercise(int column) {
            try {
                return ExerciseNumber.of(text(column, "exercise"));
            } catch (IllegalArgumentException e) {
                throw trouble("\"" + Visible.line(cells.get(column)) + "\" is not an exercise's number like 2.1");
            }
        }

        BigDecimal points(int column) {
            try {
                return Decimal.parse(text(column, "points"));
            } catch (NumberFormatException e) {
                throw trouble(e.getMessage());
            }
        }

        GradebookException trouble(String problem) {
            return new GradebookException(file, line, problem);
        }
    }

    static List<Row> read(Path file, String... columns) {
        String name = file.getFileName().toString();
        try {
            return new InstructorTable(name, List.of(columns)).parse(Files.readString(file));
        } catch (MalformedInputException e) {
            throw new GradebookException(name, 1, "the file is not in UTF-8; save it as \"CSV UTF-8\"");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    List<Row> parse(String text) {
        CsvParserSettings settings = new CsvParserSettings();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        settings.getFormat().setDelimiter(delimiter(plain));
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setMaxCharsPerColumn(100_000);
        settings.setNullValue("");
        settings.setEmptyValue("");
        CsvParser parser = new CsvParser(settings);
        List<Row> rows = new ArrayList<>();
        List<Integer> places = List.of();
        parser.beginParsing(new StringReader(plain.endsWith("\n") ? plain : plain + "\n"));
        for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
            long line = parser.getContext().currentLine();
            if (places.isEmpty()) {
                places = places(List.of(cells), line);
            } else if (Stream.of(cells).anyMatch(cell -> !cell.isBlank())) {
                rows.add(new Row(file, line, chosen(cells, places)));
            }
        }
        if (places.isEmpty()) {
            throw new GradebookException(file, 1, "expected a first line " + String.join(",", columns));
        }
        return rows;
    }

    private static List<String> chosen(String[] cells, List<Integer> places) {
        return places.stream().map(at -> at < cells.length ? cells[at] : "").toList();
    }

    private List<Integer> places(List<String> header, long line) {
        List<String> names = header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        for (String column : columns) {
            if (!names.contains(column)) {
                throw new GradebookException(file, line, "no column \"" + column + "\"; expected a first line "
                        + String.join(",", columns));
            }
        }
        return columns.stream().map(names::indexOf).toList();
    }

    private static char delimiter(String text) {
        String first = text.lines().filter(line -> !line.startsWith("#")).findFirst().orElse("");
        for (char candidate : new char[] {';', '\t'}) {
            if (first.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ',';
    }
}
