package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class LinesTest {
    private static Lines lines(String text) {
        return new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), 100_000);
    }

    @Test
    void linesComeOneByOneHoweverTheyArrive() throws IOException {
        String line = "0123456789".repeat(7000); // longer than what is read at a time
        Lines lines = lines("a\r\n\n" + line + "\nb\nrest");
        assertEquals("a", lines.next());
        assertEquals("", lines.next());
        assertEquals(line, lines.next());
        assertEquals("b", lines.next());
        assertNull(lines.next());
        assertNull(lines("").next());
    }

    @Test
    void aLineWithoutEndIsBrokenOff() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertEquals("a line without end",
                assertThrows(IOException.class, () -> new Lines(endless, 100_000).next()).getMessage());
    }
}
