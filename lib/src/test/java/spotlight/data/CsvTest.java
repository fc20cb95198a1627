package spotlight.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.Expect;

class CsvTest {
    @TempDir
    private Path folder;
    private Given given;

    @BeforeEach
    void begin() {
        given = new Given(folder);
    }

    @Test
    void fieldsAreSeparatedByCommas() {
        Csv csv = Csv.read(given.file("a.csv", "text, label \r\ngood,1\r\n\r\n,\r\nlast,2"));
        assertEquals(List.of("text", "label"), csv.header());
        assertEquals(List.of(List.of("good", "1"), List.of("", ""), List.of("last", "2")), csv.rows());
        assertEquals(List.of(2, 4, 5), csv.lines());
        assertEquals(List.of("1", "", "2"), csv.column("label"));
    }

    @Test
    void quotesHoldCommasQuotesAndLineEnds() {
        Csv csv = Csv.read(given.file("a.csv", "text,\"la\"\"bel\"\n\"a, \"\"b\"\"\r\nc\",\"\"\nx,y\n"));
        assertEquals(List.of("text", "la\"bel"), csv.header());
        assertEquals(List.of(List.of("a, \"b\"\nc", ""), List.of("x", "y")), csv.rows());
        assertEquals(List.of(2, 4), csv.lines());
    }

    @Test
    void wrongNumbersOfFieldsAreNamedWithTheirLine() {
        given.fails(" line 4: 3 fields, expected 2 (text,label)", "text,label\n\"a\nb\",1\nc,2,3\n", Csv::read);
        given.fails(" line 2: 1 field, expected 2 (text,label)", "text,label\nc\n", Csv::read);
    }

    @Test
    void wrongQuotesAreNamedWithTheirLine() {
        given.fails(" line 2: a quote is opened here and never closed", "text,label\n\"a,1\nb,2\n", Csv::read);
        given.fails(" line 3: \"x\" after a closing quote, expected a comma or the end of the line",
                "text,label\n\"a\nb\"x,1\n", Csv::read);
        given.fails(" line 2: a quote within a field; put the whole field in quotes and write its own quotes twice",
                "text,label\nhe said \"no\",1\n", Csv::read);
    }

    @Test
    void headersAreChecked() {
        given.fails(": has a header (text,label) and no rows", "text,label\n", Csv::read);
        given.fails(" line 1: two columns have the same name (text,text)", "text,text\na,b\n", Csv::read);
        given.fails(" line 1: no column label, there are text,stars", "text,stars\na,5\n",
                file -> Csv.read(file, "text", "label"));
        Expect.error("csv: no column label, there are text,stars",
                () -> Csv.read(given.file("b.csv", "text,stars\na,5\n")).column("label"));
    }

    @Test
    void giantRowsAreNamed() {
        given.fails(" line 2: has more than 1,000,000 characters; is this the right file?",
                "text\n" + "x".repeat(TextInput.LONGEST_LINE + 1), Csv::read);
    }
}
