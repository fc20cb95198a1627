package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import spotlight.train.Progress;

class ReportTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String tell(Report report) {
        report.line("data: 3 files");
        report.progress("gpt", new Progress(1, 1000, 12.5, 1, 0.1, 0.5, 1998));
        report.progress("gpt", new Progress(9, 1000, 2.5, 1, 0.1, 8, 124));
        report.line("a word");
        report.progress("gpt", new Progress(1000, 1000, 1.5, 1, 0.1, 10, 0));
        report.line("done");
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void aFileGetsLines() {
        assertEquals("""
                data: 3 files
                gpt: step 1 of 1000, loss 12.5000, 0.5 steps/s, 33:18 left
                gpt: step 9 of 1000, loss 2.5000, 8.0 steps/s, 2:04 left
                a word
                gpt: step 1000 of 1000, loss 1.5000, 10.0 steps/s, 0:00 left
                done
                """, tell(Report.lines(out)));
    }

    @Test
    void aTerminalGetsOneLineThatIsWrittenOver() {
        assertEquals("data: 3 files\n" + "gpt: step 1 of 1000, loss 12.5000, 0.5 steps/s, 33:18 left"
                + "\rgpt: step 9 of 1000, loss 2.5000, 8.0 steps/s, 2:04 left  "
                + "\ra word" + " ".repeat(50) + "\n" //
                + "gpt: step 1000 of 1000, loss 1.5000, 10.0 steps/s, 0:00 left\n" + "done\n",
                tell(Report.rewriting(out)));
    }

    @Test
    void silenceIsSilent() {
        assertEquals("", tell(Report.silent()));
    }
}
