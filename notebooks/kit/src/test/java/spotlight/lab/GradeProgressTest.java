package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GradeProgressTest {

    @Test
    void rateAndTimeLeftCountOnlyWhatIsGradedNow() {
        assertEquals("40 of 100 submissions", GradeProgress.text(0, 40, 100, 1));
        assertEquals("50 of 100 submissions, 60 a minute, 50 s left", GradeProgress.text(10, 40, 100, 10));
        assertEquals("20 of 1000 submissions, 30 a minute, 33 min left", GradeProgress.text(20, 0, 1000, 40));
        assertEquals("10 of 5000 submissions, 10 a minute, 8.3 h left", GradeProgress.text(10, 0, 5000, 60));
    }

    @Test
    void notesAndTheLastWordAreLinesOfTheirOwn() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GradeProgress progress = new GradeProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        progress.prepares("compiling the tests");
        progress.begins(3);
        progress.remark("notes.txt is nobody's");
        progress.left("bob");
        progress.ends();
        String[] lines = bytes.toString(StandardCharsets.UTF_8).split("\\R");
        assertEquals("  compiling the tests …", lines[0]);
        assertEquals("  note: notes.txt is nobody's", lines[1]);
        assertEquals("  note: bob is no longer among the submissions; the result is kept in results/left", lines[2]);
        assertTrue(lines[3].startsWith("  0 submissions graded in "), lines[3]);
    }

    @Test
    void onATerminalOneLineIsWrittenOverAndGoneInTheEnd() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GradeProgress progress = new GradeProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), true);
        progress.prepares("writing the gradebook");
        progress.done();
        assertEquals("\r\033[K  writing the gradebook …\r\033[K", bytes.toString(StandardCharsets.UTF_8));
    }
}
