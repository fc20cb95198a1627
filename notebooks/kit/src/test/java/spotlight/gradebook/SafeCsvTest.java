package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\uFF1D1+1", "  =1"})
    void noTextIsAFormula(String text) {
        assertEquals("'" + text, SafeCsv.text(text));
    }

    @Test
    void tabsAndLineBreaksAtTheStartAreDefusedAndShown() {
        assertEquals("'\\t=1", SafeCsv.text("\t=1"));
        assertEquals("'\\r=1", SafeCsv.text("\r=1"));
        assertEquals("'\\n1", SafeCsv.text("\n1"));
    }

    @Test
    void ordinaryTextStays() {
        assertEquals("Ada Lovelace", SafeCsv.text("Ada Lovelace"));
        assertEquals("a=b-c@d", SafeCsv.text("a=b-c@d"));
        assertEquals("", SafeCsv.text(""));
    }

    @Test
    void theFileIsWhatRfc4180Says() throws IOException {
        SafeCsv csv = new SafeCsv(List.of("id", "name"));
        csv.add(List.of("s01", SafeCsv.text("O'Hara, \"Kit\"; Zoë\nEve")));
        csv.add(List.of("s02", ""));
        csv.write(folder.resolve("grades.csv"), false);
        assertEquals("\"id\",\"name\"\r\n\"s01\",\"O'Hara, \"\"Kit\"\"; Zoë\\nEve\"\r\n\"s02\",\"\"\r\n",
                Files.readString(folder.resolve("grades.csv")));
    }

    @Test
    void excelGetsItsMark() throws IOException {
        new SafeCsv(List.of("id")).write(folder.resolve("grades.csv"), true);
        assertEquals("\uFEFF\"id\"\r\n", Files.readString(folder.resolve("grades.csv")));
    }

    @Test
    void aRowMustFitTheHeader() {
        assertEquals("1 cells for 2 columns", assertThrows(IllegalStateException.class,
                () -> new SafeCsv(List.of("id", "name")).add(List.of("s01"))).getMessage());
    }
}
