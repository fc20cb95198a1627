package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradebookSettingsTest {
    @TempDir
    Path out;

    @Test
    void whatWasWrittenIsReadAgain() {
        GradebookOptions options = GradebookOptions.standard().withTitle("Exam 1")
                .withDeadline(OffsetDateTime.parse("2026-12-01T23:59+01:00"), Duration.ofMinutes(10),
                        LateRule.parse("10 % a day, at most 50 %"))
                .withTables(Optional.empty(), Optional.of(out.resolve("mine.csv").toAbsolutePath()), Optional.empty())
                .withOutOf(Decimal.of(100)).withExam(true).withAnonymous(true);
        GradebookSettings.write(out, options);
        assertEquals(options, GradebookSettings.read(out));
    }

    @Test
    void theGradebookKeepsItsOptions() {
        GradebookOptions options = GradebookOptions.standard().withExam(true);
        new Gradebook(out, options).write(out, List.of(SampleClass.right("s01")));
        assertEquals(options, GradebookSettings.read(out));
    }

    @Test
    void withoutAFileTheStandardHolds() {
        assertEquals(GradebookOptions.standard(), GradebookSettings.read(out));
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        for (String text : List.of("{", "[]", "{}", "{\"title\":3}")) {
            Files.writeString(out.resolve("gradebook.json"), text);
            assertEquals("gradebook.json is not what the gradebook has written: delete it and give the options again",
                    assertThrows(GradebookException.class, () -> GradebookSettings.read(out)).getMessage(), text);
        }
    }

    @Test
    void aTableThatWasMovedIsNamed() {
        Path moved = out.resolve("moved.csv");
        GradebookOptions options = GradebookOptions.standard().withTables(Optional.empty(), Optional.of(moved),
                Optional.empty());
        assertEquals("overrides.csv: there is no file " + moved, assertThrows(GradebookException.class,
                () -> new Gradebook(out, options).write(out, List.of())).getMessage());
    }
}
