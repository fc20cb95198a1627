package spotlight.baseline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GzipTest {
    @Test
    void noiseNeedsItsEntropyAndRepetitionAlmostNothing() {
        String noise = new Random(0).ints(20_000, 0, 4).mapToObj(Integer::toString).collect(Collectors.joining());
        long bits = Gzip.bits(noise);
        assertTrue(bits > 40_000 && bits < 52_000, "two bits per digit, and a quarter: " + bits);
        assertTrue(Gzip.bits("a".repeat(20_000)) < 1_000);
    }
}
