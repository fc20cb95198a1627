package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffledTest {
    private static int[] steps(Shuffled order, int from, int to) {
        return IntStream.range(from, to).flatMap(step -> Arrays.stream(order.batch(step, 4))).toArray();
    }

    @Test
    void eachExampleIsUsedOnceBeforeAnyIsUsedAgain() {
        Shuffled order = new Shuffled(Run.full(0), 10);
        int[] used = steps(order, 0, 5); // two rounds
        int[] all = IntStream.range(0, 10).toArray();
        assertArrayEquals(all, Arrays.stream(used, 0, 10).sorted().toArray());
        assertArrayEquals(all, Arrays.stream(used, 10, 20).sorted().toArray());
        assertFalse(Arrays.equals(Arrays.copyOf(used, 10), Arrays.copyOfRange(used, 10, 20)), "another order");
    }

    @Test
    void aBatchDependsOnSeedAndStepAlone() {
        assertArrayEquals(Arrays.copyOfRange(steps(new Shuffled(Run.full(0), 10), 0, 9), 28, 36),
                steps(new Shuffled(Run.quick(0), 10), 7, 9), "a resumed training has not seen the steps before");
        assertEquals(false, Arrays.equals(steps(new Shuffled(Run.full(0), 100), 0, 5),
                steps(new Shuffled(Run.full(1), 100), 0, 5)), "another seed, another order");
    }
}
