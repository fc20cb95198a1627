package spotlight.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void lineHasRateAndTimeLeft() {
        assertEquals("training  300 of 1000   30 %  150/s  4.7 s left", Progress.line("training", 300, 1000, 300, 2));
        assertEquals("training  1 of 1000    0 %  0.5/s  33 min left", Progress.line("training", 1, 1000, 1, 2));
        assertEquals("training  900 of 1000   90 %  10/s  10 s left", Progress.line("training", 900, 1000, 900, 90));
    }

    @Test
    void firstLineKnowsNoRateYetAndTheLastOneSaysHowLongItTook() {
        assertEquals("training  0 of 1000    0 %", Progress.line("training", 0, 1000, 0, 0));
        assertEquals("training  1000 of 1000  100 %  500/s  in 2.0 s", Progress.line("training", 1000, 1000, 1000, 2));
        assertEquals("nothing  0 of 0  100 %", Progress.line("nothing", 0, 0, 0, 0));
    }

    @Test
    void manyReportsGiveFewLinesAndTheLastEndsTheLine() {
        String printed = ShowTest.printed(() -> {
            for (int i = 0; i <= 100_000; i++) {
                Show.progress("counting", i, 100_000);
            }
        });
        assertTrue(printed.startsWith("\rcounting  0 of 100000    0 %"), printed);
        assertTrue(printed.matches("(?s).*\rcounting  100000 of 100000  100 % [^\n]*\n"), printed);
        assertTrue(printed.chars().filter(c -> c == '\r').count() < 100, "100001 reports, but few lines");
    }

    @Test
    void shorterLineWipesTheLongerOneBeforeIt() {
        String[] lines = ShowTest.printed(() -> {
            Show.progress("wiping", 0, 3);
            Show.progress("wiping", 3, 3);
        }).split("\r");
        assertTrue(lines[2].length() >= lines[1].length());
    }
}
