package spotlight.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RougeTest {
    private static final double EXACT = 1e-15;

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /** The first example of the paper: "police killed the gunman" and what two summaries make of it. */
    @Test
    void orderCountsForTheLongestSequenceOnly() {
        List<String> reference = words("police killed the gunman");
        assertEquals(0.75, Rouge.longest(words("police kill the gunman"), reference), EXACT); // police, the, gunman
        assertEquals(0.5, Rouge.longest(words("the gunman kill police"), reference), EXACT); // the gunman
        assertEquals(0.75, Rouge.one(words("the gunman kill police"), reference), EXACT);
    }

    @Test
    void longSummariesArePunished() {
        assertEquals(2.0 * 2 / (2 + 6), Rouge.one(words("a b c d e f"), words("a b")), EXACT);
        assertEquals(2.0 * 2 / (2 + 6), Rouge.longest(words("a c d e f b"), words("a b")), EXACT);
    }

    @Test
    void aWordCountsAsOftenAsBothHaveIt() {
        assertEquals(2.0 * 1 / (3 + 2), Rouge.one(words("a a a"), words("a b")), EXACT);
        assertEquals(0, Rouge.one(words("c"), words("a b")), EXACT);
        assertEquals(0, Rouge.longest(List.of(), words("a b")), EXACT);
    }
}
