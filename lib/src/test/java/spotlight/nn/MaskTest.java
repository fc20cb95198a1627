package spotlight.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.tensor.Tensor;

class MaskTest {
    private static final float X = Float.NEGATIVE_INFINITY;

    @Test
    void causalHidesTheFuture() {
        Expect.equal(Tensor.matrix(new float[] {0, X, X}, new float[] {0, 0, X}, new float[] {0, 0, 0}),
                Mask.causal(3));
        Expect.equal(Tensor.matrix(new float[] {0}), Mask.causal(1));
    }

    @Test
    void causalLetsTheLastQueriesSeeAllKeysBeforeThem() {
        Expect.equal(Tensor.matrix(new float[] {0, 0, 0, X}, new float[] {0, 0, 0, 0}), Mask.causal(2, 4));
        Expect.equal(Mask.causal(4).slice(0, 3, 4), Mask.causal(1, 4));
    }

    @Test
    void paddingHidesTheEndOfEachSequence() {
        Tensor mask = Mask.padding(new int[] {3, 1, 0}, 3);
        assertArrayEquals(new int[] {3, 1, 3}, mask.shape());
        Expect.equal(Tensor.vector(0, 0, 0, 0, X, X, X, X, X), mask.reshape(-1));
    }

    @Test
    void visibleAndHiddenAreOpposites() {
        boolean[][] rows = {{true, false}, {true, true}};
        Expect.equal(Tensor.matrix(new float[] {0, X}, new float[] {0, 0}), Mask.visible(rows));
        Expect.equal(Tensor.matrix(new float[] {X, 0}, new float[] {X, X}), Mask.hidden(rows));
    }

    @Test
    void masksCombineByAdding() {
        Tensor both = Mask.causal(2).plus(Mask.padding(new int[] {2, 1}, 2)); // [2,2,2]
        Expect.equal(Tensor.vector(0, X, 0, 0, 0, X, 0, X), both.reshape(-1));
        Expect.equal(Mask.causal(2), Mask.none().plus(Mask.causal(2)).plus(Mask.none(2, 2)));
    }

    @Test
    void errorsNameTheNumbers() {
        Expect.error("causal: 3 queries are more than 2 keys", () -> Mask.causal(3, 2));
        Expect.error("padding: length 4 of sequence 1 is outside 0..3", () -> Mask.padding(new int[] {3, 4}, 3));
        Expect.error("padding: length -1 of sequence 0 is outside 0..3", () -> Mask.padding(new int[] {-1}, 3));
        Expect.error("visible: row 0 has 2 keys, row 1 has 1",
                () -> Mask.visible(new boolean[2], new boolean[1]));
        Expect.error("hidden: row 0 has 2 keys, row 1 has 1", () -> Mask.hidden(new boolean[2], new boolean[1]));
    }
}
