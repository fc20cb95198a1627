package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;

class PaddingTest {
    private static final float HIDDEN = Float.NEGATIVE_INFINITY;

    @Test
    void shorterSequencesAreFilledUp() {
        assertArrayEquals(new int[] {5, 6, 7, 8, 0, 0},
                Padding.fill(0, List.of(new int[] {5, 6, 7}, new int[] {8})));
        assertArrayEquals(new int[0], Padding.fill(0, List.of()));
    }

    @Test
    void lengthsCountRealTokens() {
        assertArrayEquals(new int[] {3, 1}, Padding.lengths(0, new int[] {5, 6, 7, 8, 0, 0}, 2));
    }

    @Test
    void theMaskHidesPaddingFromAllQueries() {
        Expect.equal(Tensor.of(new float[] {0, 0, 0, 0, HIDDEN, HIDDEN}, 2, 1, 1, 3),
                Padding.mask("gpt", 0, new int[] {5, 6, 7, 8, 0, 0}, 2));
    }

    @Test
    void whereNothingIsPaddingThereIsNoMask() {
        assertEquals(0, Padding.mask("gpt", 0, new int[] {5, 6, 7, 8, 1, 2}, 2).rank());
    }

    @Test
    void aSequenceMustHaveTokens() {
        Expect.error("transformer: sequence 1 is nothing but padding",
                () -> Padding.mask("transformer", 0, new int[] {5, 6, 7, 0, 0, 0}, 2));
    }

    @Test
    void theMeanLeavesPaddingOut() {
        Var x = Var.constant(Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 70, 80}, 2, 2, 2));
        Expect.equal(Tensor.matrix(new float[][] {{2, 3}, {5, 6}}), Padding.mean(x, 0, new int[] {9, 9, 9, 0}).value());
    }
}
