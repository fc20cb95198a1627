package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import spotlight.model.Gpt;

class TextBatchesTest {
    private static final TextBatches TEXTS = new TextBatches(
            List.of(new int[] {1, 2, 3, 4}, new int[] {1, 5}, new int[] {1, 6, 7}, new int[20]));

    @Test
    void eachTokenIsPredictedFromThoseBefore() {
        int[] batch = {2, 0};
        assertArrayEquals(new int[] {2, 3}, TEXTS.predictions(batch));
        assertArrayEquals(row(16, 0, 1, 6), Arrays.copyOf(TEXTS.inputs(batch, 0, 2), 16));
        assertArrayEquals(row(16, Gpt.IGNORE, 6, 7), Arrays.copyOf(TEXTS.targets(batch, 0, 2), 16));
        assertArrayEquals(row(16, 0, 1, 2, 3), TEXTS.inputs(batch, 1, 2));
        assertArrayEquals(row(16, Gpt.IGNORE, 2, 3, 4), TEXTS.targets(batch, 1, 2));
        assertEquals(32, TEXTS.inputs(new int[] {3}, 0, 1).length, "19 are filled up to a multiple of 16");
    }

    private static int[] row(int width, int filling, int... tokens) {
        int[] row = new int[width];
        Arrays.fill(row, filling);
        System.arraycopy(tokens, 0, row, 0, tokens.length);
        return row;
    }

    @Test
    void shortOnesComeFirst() {
        assertArrayEquals(new int[] {1, 2, 0, 3}, TEXTS.of(Run.quick(0), 0, 4));
    }

    @Test
    void eachTextIsUsedOnceBeforeAnyIsUsedAgain() {
        Run run = Run.quick(0);
        for (int round = 0; round < 3; round++) {
            Set<Integer> used = new TreeSet<>();
            for (int step = 0; step < 2; step++) {
                Arrays.stream(TEXTS.of(run, 2 * round + step, 2)).forEach(used::add);
            }
            assertEquals(Set.of(0, 1, 2, 3), used);
        }
    }

    @Test
    void aBatchDependsOnSeedAndStepOnly() {
        TextBatches many = new TextBatches(java.util.Collections.nCopies(100, new int[2]));
        int[] late = many.of(Run.quick(1), 41, 8);
        many.of(Run.quick(1), 3, 8);
        assertArrayEquals(late, many.of(Run.quick(1), 41, 8));
    }
}
