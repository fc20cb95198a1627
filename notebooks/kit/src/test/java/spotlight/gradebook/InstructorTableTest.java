package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstructorTableTest {
    @TempDir
    Path folder;

    @Test
    void readsColumnsInAnyOrderWithCommentsAndQuotes() {
        List<InstructorTable.Row> rows = parse("# by hand\npoints,ID,note\n\n3,s01,\"a, b\"\n# later\n4,s02,x");
        assertEquals(List.of(List.of("s01", "3"), List.of("s02", "4")),
                rows.stream().map(InstructorTable.Row::cells).toList());
        assertEquals(List.of(4L, 6L), rows.stream().map(InstructorTable.Row::line).toList());
    }

    @Test
    void readsWhatGermanExcelSaves() {
        assertEquals(List.of("s01", "2,5"), parse("\uFEFFid;points\r\ns01;2,5\r\n").get(0).cells());
        assertEquals("2.5", Decimal.text(parse("id;points\ns01;2,5").get(0).points(1)));
    }

    @Test
    void aMissingColumnIsNamedWithTheExpectedLine() {
        assertEquals("overrides.csv:1: no column \"points\"; expected a first line id,points",
                message(() -> parse("id,pts\ns01,3")));
        assertEquals("overrides.csv:1: expected a first line id,points", message(() -> parse("")));
    }

    @Test
    void badCellsAreNamedWithTheirLine() {
        InstructorTable.Row row = parse("id,points\n,x\u001By").get(0);
        assertEquals("overrides.csv:2: the id is missing", message(() -> row.text(0, "id")));
        assertEquals("overrides.csv:2: \"x\\u001By\" is not a number like 7 or 2.5", message(() -> row.points(1)));
        assertEquals("overrides.csv:2: \"x\\u001By\" is not an exercise's number like 2.1",
                message(() -> row.exercise(1)));
    }

    @Test
    void aFileInAnotherEncodingIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("points.csv"),
                "exercise,points\nü,3".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("points.csv:1: the file is not in UTF-8; save it as \"CSV UTF-8\"",
                message(() -> InstructorTable.read(file, "exercise", "points")));
    }

    private static List<InstructorTable.Row> parse(String text) {
        return new InstructorTable("overrides.csv", List.of("id", "points")).parse(text);
    }

    private static String message(org.junit.jupiter.api.function.Executable action) {
        return assertThrows(GradebookException.class, action).getMessage();
    }
}
