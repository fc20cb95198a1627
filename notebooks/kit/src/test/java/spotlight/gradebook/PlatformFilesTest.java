package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.grader.batch.SubmissionResult;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** Against what the platforms document: the columns by name, and what their importers do with a row. */
class PlatformFilesTest {
    @TempDir
    Path out;

    private GradebookOptions options = GradebookOptions.standard();

    /**
     * Moodle's importer finds Identifier, Grade and Last modified (grade) by name, and cuts "Participant " off the id.
     */
    @Test
    void moodleGetsTheColumnsOfItsGradingWorksheet() throws IOException {
        write(student("s01", "=Ada", Map.of("moodle.participant", "123456")), plain("s02"));
        Table table = table("moodle.csv");
        assertEquals(List.of("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade",
                "Grade can be changed", "Last modified (submission)", "Last modified (grade)", "Feedback comments"),
                table.columnNames());
        assertEquals(1, table.rowCount(), "who has no number is left out");
        assertEquals("Participant 123456", table.row(0).getString("Identifier"));
        assertEquals("'=Ada", table.row(0).getString("Full name"));
        assertEquals("3", table.row(0).getString("Grade"));
        assertEquals("10", table.row(0).getString("Maximum Grade"));
        assertEquals("3 of 10 points. chapter 02: 3 of 8, chapter 03: 0 of 2.",
                table.row(0).getString("Feedback comments"));
        assertTrue(Files.readString(out.resolve("log.txt")).contains("s02: not in moodle.csv, because the hand-in does "
                + "not say the Moodle participant number\n"));
    }

    /**
     * Canvas: Student, ID, SIS User ID, SIS Login ID, Section, then assignments; a row of possible points comes first.
     */
    @Test
    void canvasGetsItsColumnsAndTheRowOfPossiblePoints() throws IOException {
        options = options.withTitle("Transformers (9876)");
        write(student("s01", "Lovelace, Ada", Map.of("canvas.user", "4711", "canvas.login", "ada")), plain("s02"));
        assertEquals("""
                "Student","ID","SIS User ID","SIS Login ID","Section","Transformers (9876)"
                "    Points Possible","","","","","10"
                "Lovelace, Ada","4711","","ada","","3"
                """.replace("\n", "\r\n"), Files.readString(out.resolve("canvas.csv")));
        assertTrue(Files.readString(out.resolve("log.txt")).contains("s02: not in canvas.csv, because the hand-in does "
                + "not say the Canvas user number\n"));
    }

    @Test
    void pointsCanBeScaledToThePlatformsMaximum() throws IOException {
        options = options.withOutOf(Decimal.of(100));
        write(student("s01", "Ada", Map.of("moodle.participant", "1", "canvas.user", "2")));
        assertEquals("30", table("moodle.csv").row(0).getString("Grade"));
        assertEquals("100", table("moodle.csv").row(0).getString("Maximum Grade"));
        assertTrue(Files.readString(out.resolve("canvas.csv")).contains("\"2\",\"\",\"\",\"\",\"30\""));
    }

    @Test
    void plainFoldersGiveNoPlatformFiles() throws IOException {
        write(student("s01", "Ada", Map.of("moodle.participant", "1")));
        assertTrue(Files.exists(out.resolve("moodle.csv")));
        write(plain("s01"));
        assertFalse(Files.exists(out.resolve("moodle.csv")), "an old one would be taken for today's");
        assertFalse(Files.exists(out.resolve("canvas.csv")));
        assertFalse(Files.readString(out.resolve("log.txt")).contains("not in"));
    }

    @Test
    void aNumberThatIsNoneIsLeftOut() throws IOException {
        write(student("s01", "Ada", Map.of("moodle.participant", "1")),
                student("s02", "Eve", Map.of("moodle.participant", "1\n=cmd")));
        assertEquals(1, table("moodle.csv").rowCount());
    }

    private static SubmissionResult student(String id, String name, Map<String, String> platform) {
        return SampleClass.student(id).name(name).platform(platform)
                .wrong("2.1 One attention weight", 3, 2, SampleClass.UNSCALED).untouched("2.10 Many weights", 3)
                .untouched("3.1 A mask", 2).result();
    }

    private static SubmissionResult plain(String id) {
        return SampleClass.right(id);
    }

    private void write(SubmissionResult... results) {
        new Gradebook(out.resolve("no-course"), options).write(out, Arrays.asList(results));
    }

    private Table table(String file) {
        return Table.read().usingOptions(CsvReadOptions.builder(out.resolve(file).toFile())
                .columnTypes(name -> ColumnType.STRING).build());
    }
}
