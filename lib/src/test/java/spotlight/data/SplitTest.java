package spotlight.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spotlight.Expect;

class SplitTest {
    private final List<Integer> numbers = IntStream.range(0, 100).map(i -> i % 50).boxed().toList(); // each twice

    @Test
    void nothingHeldOutIsLearned() {
        Split<Integer> split = Split.random(numbers, 0.2, 0);
        assertTrue(Collections.disjoint(split.train(), split.heldOut()));
        assertEquals(80, split.train().size());
        assertEquals(20, split.heldOut().size());
    }

    @Test
    void theSeedDecides() {
        assertEquals(Split.random(numbers, 0.2, 7), Split.random(numbers, 0.2, 7));
        assertNotEquals(Split.random(numbers, 0.2, 7), Split.random(numbers, 0.2, 8));
    }

    @Test
    void tooFewExamplesAreAnError() {
        Expect.error("split: 2 different examples are too few to hold out 0.1 of them",
                () -> Split.random(List.of("a", "b", "a"), 0.1, 0));
        Expect.error("split: share 1.5 to hold out is not between 0 and 1", () -> Split.random(numbers, 1.5, 0));
    }
}
