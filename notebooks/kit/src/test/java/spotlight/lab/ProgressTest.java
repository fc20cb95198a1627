package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8), false);

    @Test
    void aStepIsOneLineWithItsResultAndTime() {
        assertEquals("seven", progress.step("Counting", news -> "seven", count -> count + " found"));
        assertTrue(text().matches("  Counting: seven found \\(\\d+\\.\\d s\\)\\R"), text());
    }

    @Test
    void aStepThatFailsSaysSo() {
        assertThrows(Trouble.class, () -> progress.step("Counting", news -> {
            throw new Trouble("no fingers", "use toes");
        }, text -> ""));
        assertTrue(text().matches("  Counting: did not work \\(\\d+\\.\\d s\\)\\R"), text());
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
