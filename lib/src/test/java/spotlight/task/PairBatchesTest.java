package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spotlight.Expect;

class PairBatchesTest {
    /** Source n has n % 10 + 1 tokens, target n one more than that. */
    private static final PairBatches PAIRS = new PairBatches(
            IntStream.range(0, 100).mapToObj(n -> new int[n % 10 + 1]).toList(),
            IntStream.range(0, 100).mapToObj(n -> new int[n % 10 + 2]).toList(), 0, 5);

    @Test
    void aRoundHasEveryPairOnce() {
        PairBatches.Reader reader = PAIRS.reader(Run.full(0));
        Set<Integer> seen = new TreeSet<>();
        IntStream.range(0, 20).forEach(step -> Arrays.stream(reader.of(step)).forEach(seen::add));
        assertEquals(100, seen.size());
    }

    @Test
    void batchesDependOnSeedAndStepOnly() {
        PairBatches.Reader reader = PAIRS.reader(Run.full(7));
        int[] first = reader.of(3);
        int[] later = reader.of(23);
        assertArrayEquals(first, PAIRS.reader(Run.full(7)).of(3));
        assertArrayEquals(first, reader.of(3), "after another round, too");
        assertFalse(Arrays.equals(first, later), "every round has other batches");
        assertFalse(Arrays.equals(first, PAIRS.reader(Run.full(8)).of(3)), "every seed, too");
    }

    @Test
    void pairsOfABatchAreEquallyLong() {
        PairBatches.Reader reader = PAIRS.reader(Run.full(0));
        for (int step = 0; step < 20; step++) {
            int[] predictions = PAIRS.predictions(reader.of(step));
            assertEquals(1, Arrays.stream(predictions).distinct().count(), "ten of each length fill two batches");
        }
    }

    @Test
    void shorterOnesAreFilledUp() {
        PairBatches pairs = new PairBatches(List.of(new int[] {5}, new int[] {6, 7}),
                List.of(new int[] {1, 8, 2}, new int[] {1, 2}), 0, 1);
        assertArrayEquals(new int[] {6, 7, 5, 0}, pairs.sources(new int[] {1, 0}, 0, 2));
        assertArrayEquals(new int[] {1, 2, 0, 1, 8, 2}, pairs.targets(new int[] {1, 0}, 0, 2));
        assertArrayEquals(new int[] {1, 8, 2}, pairs.targets(new int[] {1, 0}, 1, 2));
        assertArrayEquals(new int[] {1, 2}, pairs.predictions(new int[] {1, 0}));
    }

    @Test
    void tooFewPairsAreAnError() {
        Expect.error("pairs: 1 sources, 0 targets in batches of 1",
                () -> new PairBatches(List.of(new int[] {1}), List.of(), 0, 1));
        Expect.error("pairs: 0 sources, 0 targets in batches of 2", () -> new PairBatches(List.of(), List.of(), 0, 2));
    }
}
