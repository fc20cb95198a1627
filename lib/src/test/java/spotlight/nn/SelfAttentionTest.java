package spotlight.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.tensor.Tensor;

class SelfAttentionTest {
    private static final SelfAttention ATTENTION = SelfAttention.of(Expect.random(1, 6, 4), Expect.random(2, 6, 4),
            Expect.random(3, 6, 5));

    @Test
    void identityProjectionsByHand() {
        Tensor one = Tensor.identity(1);
        float ln3 = (float) Math.log(3);
        Attention.Result result = SelfAttention.of(one, one, one)
                .apply(Tensor.matrix(new float[] {1}, new float[] {1 + ln3})); // token 0: scores 1 and 1 + ln 3
        Expect.close(Tensor.vector(0.25f, 0.75f), result.weights().select(0, 0), 1e-6);
        assertEquals(1 + 0.75f * ln3, result.output().at(0, 0), 1e-6);
    }

    @Test
    void projectsThenAttends() {
        Tensor x = Expect.random(4, 7, 6);
        Attention.Result expected = Attention.scaledDotProduct(x.matmul(Expect.random(1, 6, 4)),
                x.matmul(Expect.random(2, 6, 4)), x.matmul(Expect.random(3, 6, 5)), Mask.causal(7));
        Expect.close(expected.output(), ATTENTION.apply(x, Mask.causal(7)).output(), 1e-5);
    }

    @Test
    void aShuffledSequenceGivesTheShuffledOutput() {
        Tensor x = Expect.random(4, 2, 6);
        Tensor shuffled = Tensor.stack(x.select(0, 1), x.select(0, 0));
        Expect.close(ATTENTION.apply(x).output().select(0, 0), ATTENTION.apply(shuffled).output().select(0, 1), 1e-6);
    }

    @Test
    void sequencesOfABatchDoNotMix() {
        Tensor x = Expect.random(4, 3, 7, 6);
        Attention.Result batch = ATTENTION.apply(x, Mask.padding(new int[] {7, 2, 5}, 7));
        assertArrayEquals(new int[] {3, 7, 7}, batch.weights().shape());
        Tensor alone = ATTENTION.apply(x.select(0, 1).slice(0, 0, 2)).output();
        Expect.close(alone, batch.output().select(0, 1).slice(0, 0, 2), 1e-6);
    }

    @Test
    void errorsNameTheSizes() {
        Tensor w = Tensor.zeros(6, 4);
        Expect.error("attention: queries of size 4 and keys of size 3 do not match",
                () -> SelfAttention.of(w, Tensor.zeros(6, 3), w));
        Expect.error("attention: query, key and value take 6, 6 and 5 inputs, they must be the same",
                () -> SelfAttention.of(w, w, Tensor.zeros(5, 4)));
        Expect.error("linear: x [7,5] and weight [4,6], the last dimension of x must be 6",
                () -> ATTENTION.apply(Tensor.zeros(7, 5)));
    }
}
