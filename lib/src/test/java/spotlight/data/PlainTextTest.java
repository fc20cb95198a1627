package spotlight.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.Expect;

class PlainTextTest {
    @TempDir
    private Path folder;

    private PlainText read(String text, double share) {
        return PlainText.read(new Given(folder).file("a.txt", text), share);
    }

    @Test
    void theEndIsHeldOutInWholeLines() {
        assertEquals(new PlainText("one\ntwo\nthree\n", "four\n"), read("one\r\ntwo\r\nthree\r\nfour\r\n", 0.2));
    }

    @Test
    void aTextOfOneLineIsCutBetweenCharacters() {
        assertEquals(new PlainText("abcdefgh", "ij"), read("abcdefghij", 0.2));
        assertEquals(new PlainText("ab", "\uD83D\uDE00c"), read("ab\uD83D\uDE00c", 0.4));
        assertEquals(2_000_000, read("x".repeat(4_000_000), 0.5).train().length());
    }

    @Test
    void shortTextsAndWrongSharesAreErrors() {
        new Given(folder).fails(": has 2 characters, too few to hold out 0.1 of them", "ab",
                file -> PlainText.read(file, 0.1));
        for (double share : new double[] {0, 1, -0.5, Double.NaN}) {
            Expect.error("split: share " + share + " to hold out is not between 0 and 1", () -> read("abc", share));
        }
    }
}
