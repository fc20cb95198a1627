package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.PrintStream;

import org.junit.jupiter.api.Test;

class PrintedTest {
    @Test
    void catchesBothStreamsAndGivesThemBack() {
        PrintStream out = System.out;
        try (Printed printed = Printed.capture()) {
            System.out.print("scores ");
            System.err.print("河");
            assertEquals("scores 河", printed.text());
        }
        assertSame(out, System.out);
    }

    @Test
    void keepsTheBeginningAndCountsTheRest() {
        String line = "x".repeat(Printed.LIMIT);
        try (Printed printed = Printed.capture()) {
            System.out.print(line);
            System.out.print("12345");
            assertEquals(line + "\n… and 5 more bytes\n", printed.text());
        }
    }
}
