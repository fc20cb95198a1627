package spotlight.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.tensor.Tensor;

class AttentionTest {
    @Test
    void oneQueryByHand() {
        float ln3 = (float) Math.log(3);
        Tensor q = Tensor.matrix(new float[] {2 * ln3, 0, 0, 0}); // K = 4: the scale is 1/2
        Tensor k = Tensor.matrix(new float[] {1, 0, 0, 0}, new float[] {0, 1, 0, 0}); // scores ln 3 and 0
        Tensor v = Tensor.matrix(new float[] {4}, new float[] {8});
        Attention.Result result = Attention.scaledDotProduct(q, k, v);
        Expect.close(Tensor.matrix(new float[] {0.75f, 0.25f}), result.weights(), 1e-6);
        Expect.close(Tensor.matrix(new float[] {5}), result.output(), 1e-6); // 3/4 of 4 and 1/4 of 8
    }

    @Test
    void equalKeysGiveTheMeanOfTheValues() {
        Tensor v = Expect.random(1, 6, 3);
        Attention.Result result = Attention.scaledDotProduct(Expect.random(2, 4, 5), Tensor.ones(6, 5), v);
        Expect.close(Tensor.full(1 / 6f, 4, 6), result.weights(), 1e-6);
        Expect.close(v.mean(0), result.output().select(0, 3), 1e-6);
    }

    @Test
    void keysMayBeShuffledTogetherWithTheirValues() {
        Tensor q = Expect.random(1, 3, 4);
        Tensor k = Expect.random(2, 2, 4);
        Tensor v = Expect.random(3, 2, 4);
        Tensor shuffledK = Tensor.concat(0, k.slice(0, 1, 2), k.slice(0, 0, 1));
        Tensor shuffledV = Tensor.concat(0, v.slice(0, 1, 2), v.slice(0, 0, 1));
        Expect.close(Attention.scaledDotProduct(q, k, v).output(),
                Attention.scaledDotProduct(q, shuffledK, shuffledV).output(), 1e-6);
    }

    @Test
    void hiddenKeysCountForNothing() {
        Tensor q = Expect.random(1, 5, 8);
        Tensor k = Expect.random(2, 5, 8);
        Tensor v = Expect.random(3, 5, 8);
        Attention.Result causal = Attention.scaledDotProduct(q, k, v, Mask.causal(5));
        for (int i = 0; i < 5; i++) {
            Tensor past = Attention.scaledDotProduct(q.slice(0, i, i + 1), k.slice(0, 0, i + 1), v.slice(0, 0, i + 1))
                    .output();
            Expect.close(past, causal.output().slice(0, i, i + 1), 1e-6);
            for (int j = i + 1; j < 5; j++) {
                assertEquals(0, causal.weights().at(i, j));
            }
        }
    }

    @Test
    void aQueryThatSeesNothingGetsZero() {
        Tensor x = Expect.random(1, 3, 4);
        Tensor mask = Mask.visible(new boolean[] {true, true, false}, new boolean[3], new boolean[] {true, true, true});
        Attention.Result result = Attention.scaledDotProduct(x, x, x, mask);
        Expect.equal(Tensor.zeros(4), result.output().select(0, 1));
        Expect.equal(Tensor.zeros(3), result.weights().select(0, 1));
        assertEquals(2, result.weights().sum(), 1e-6);
    }

    @Test
    void nanInAQueryShows() {
        Tensor q = Expect.random(1, 2, 4);
        q.data()[0] = Float.NaN;
        Tensor output = Attention.scaledDotProduct(q, Expect.random(2, 3, 4), Expect.random(3, 3, 4)).output();
        assertTrue(Float.isNaN(output.at(0, 0)));
        assertTrue(Float.isFinite(output.select(0, 1).sum()));
    }

    @Test
    void sizesMayAllDiffer() {
        Tensor q = Expect.random(1, 2, 1, 5, 3); // [B,1,T,K]
        Tensor k = Expect.random(2, 4, 7, 3); // [H,S,K]
        Tensor v = Expect.random(3, 4, 7, 6); // [H,S,Dv]
        Attention.Result result = Attention.scaledDotProduct(q, k, v, Mask.padding(new int[] {7, 3}, 7).unsqueeze(1));
        assertArrayEquals(new int[] {2, 4, 5, 6}, result.output().shape());
        assertArrayEquals(new int[] {2, 4, 5, 7}, result.weights().shape());
        Expect.close(Tensor.ones(2, 4, 5), result.weights().sum(-1), 1e-6);
    }

    @Test
    void oneTokenLooksAtItself() {
        Tensor v = Expect.random(3, 1, 4);
        Attention.Result result = Attention.scaledDotProduct(Expect.random(1, 1, 4), Expect.random(2, 1, 4), v);
        Expect.equal(v, result.output());
        Expect.equal(Tensor.ones(1, 1), result.weights());
    }

    @Test
    void errorsNameOperandsAndShapes() {
        Tensor q = Tensor.zeros(2, 3);
        Tensor k = Tensor.zeros(4, 3);
        Expect.error("attention: q [2,3], k [4,5], v [4,3], queries of size 3 and keys of size 5 do not match",
                () -> Attention.scaledDotProduct(q, Tensor.zeros(4, 5), k));
        Expect.error("attention: q [2,3], k [4,3], v [5,3], 4 keys and 5 values do not match",
                () -> Attention.scaledDotProduct(q, k, Tensor.zeros(5, 3)));
        Expect.error("attention: q [3], k [4,3], v [4,3], each needs at least 2 dimensions",
                () -> Attention.scaledDotProduct(Tensor.zeros(3), k, k));
        Expect.error("attention: mask [3,3] does not stretch to scores [2,4]",
                () -> Attention.scaledDotProduct(q, k, k, Mask.causal(3)));
        Expect.error("attention: q [2,2,3], k [3,4,3], v [4,3], leading dimensions: a [2] and b [3] do not broadcast, "
                + "2 and 3 differ and neither is 1",
                () -> Attention.scaledDotProduct(Tensor.zeros(2, 2, 3), Tensor.zeros(3, 4, 3), k));
        Expect.error("attention: q [2,3], k [2,4,3], v [3,4,3], leading dimensions: a [2] and b [3] do not broadcast, "
                + "2 and 3 differ and neither is 1",
                () -> Attention.scaledDotProduct(q, Tensor.zeros(2, 4, 3), Tensor.zeros(3, 4, 3)));
    }
}
