package spotlight.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class MultiHeadAttentionTest {
    private static final MultiHeadAttention ATTENTION = MultiHeadAttention.init(8, 2, new TorchRandom(1));
    private static final Tensor X = Expect.random(1, 3, 5, 8); // [B,T,D]

    @Test
    void oneHeadIsSelfAttentionAndAProjection() {
        MultiHeadAttention one = MultiHeadAttention.init(8, 1, new TorchRandom(1));
        Attention.Result single = new SelfAttention(one.query(), one.key(), one.value()).apply(X);
        Attention.Result result = one.apply(X);
        Expect.close(one.output().apply(single.output()), result.output(), 1e-6);
        Expect.close(single.weights(), result.weights().select(1, 0), 1e-6);
    }

    @Test
    void eachHeadWorksOnItsOwnColumns() {
        Attention.Result result = ATTENTION.apply(X);
        for (int head = 0; head < 2; head++) {
            Tensor q = ATTENTION.query().apply(X).slice(2, 4 * head, 4 * head + 4);
            Tensor k = ATTENTION.key().apply(X).slice(2, 4 * head, 4 * head + 4);
            Expect.close(Attention.scaledDotProduct(q, k, k).weights(), result.weights().select(1, head), 1e-6);
        }
    }

    @Test
    void oneSequenceNeedsNoBatch() {
        Attention.Result batch = ATTENTION.apply(X, Mask.causal(5));
        Attention.Result single = ATTENTION.apply(X.select(0, 1), Mask.causal(5));
        assertArrayEquals(new int[] {5, 8}, single.output().shape());
        assertArrayEquals(new int[] {2, 5, 5}, single.weights().shape());
        Expect.close(batch.output().select(0, 1), single.output(), 1e-6);
        Expect.close(batch.weights().select(0, 1), single.weights(), 1e-6);
    }

    @Test
    void aMaskOfThreeDimensionsIsOnePerSequence() {
        int[] lengths = {5, 2, 4};
        Attention.Result padded = ATTENTION.apply(X, Mask.padding(lengths, 5));
        for (int b = 0; b < 3; b++) {
            Tensor cut = X.select(0, b).slice(0, 0, lengths[b]);
            Expect.close(ATTENTION.apply(cut).output(), padded.output().select(0, b).slice(0, 0, lengths[b]), 1e-6);
        }
    }

    @Test
    void aMaskOfFourDimensionsIsOnePerHead() {
        Tensor perHead = Tensor.stack(Mask.causal(5), Mask.none(5, 5)).unsqueeze(0); // [1,H,T,T]
        Attention.Result result = ATTENTION.apply(X, perHead);
        Expect.equal(ATTENTION.apply(X, Mask.causal(5)).weights().select(1, 0), result.weights().select(1, 0));
        Expect.equal(ATTENTION.apply(X).weights().select(1, 1), result.weights().select(1, 1));
    }

    @Test
    void aSequenceOfNothingButPaddingIsNaN() {
        Attention.Result result = ATTENTION.apply(X, Mask.padding(new int[] {5, 0, 5}, 5));
        assertTrue(Float.isNaN(result.output().at(1, 0, 0)) && Float.isNaN(result.weights().at(1, 1, 4, 4)));
        assertTrue(Float.isFinite(result.output().select(0, 0).sum()));
    }

    @Test
    void queriesMayComeFromElsewhere() {
        Tensor query = Expect.random(2, 3, 2, 8);
        Attention.Result result = ATTENTION.apply(query, X, X, Mask.none());
        assertArrayEquals(new int[] {3, 2, 8}, result.output().shape());
        assertArrayEquals(new int[] {3, 2, 2, 5}, result.weights().shape());
    }

    @Test
    void errorsNameTheSizes() {
        Expect.error("attention: dModel 8 is not a multiple of heads 5",
                () -> MultiHeadAttention.init(8, 5, new TorchRandom(1)));
        Expect.error("attention: heads 0 must be at least 1", () -> MultiHeadAttention.init(8, 0, new TorchRandom(1)));
        Linear square = new Linear(Tensor.zeros(8, 8));
        Linear wide = new Linear(Tensor.zeros(12, 8));
        Expect.error("attention: queries of size 8 and keys of size 12 do not match",
                () -> new MultiHeadAttention(4, square, wide, square, square));
        Expect.error("attention: heads give 12 numbers, the output projection takes 8",
                () -> new MultiHeadAttention(4, square, square, wide, square));
        Expect.error("attention: values of size 12 are not a multiple of heads 8",
                () -> new MultiHeadAttention(8, square, square, wide, square));
        Expect.error("attention: inProjWeight [16,8] is not [3D,D], three square matrices",
                () -> MultiHeadAttention.fromTorch(2, Tensor.zeros(16, 8), Tensor.zeros(16), Tensor.zeros(8, 8),
                        Tensor.zeros(8)));
    }

    @Test
    void errorsNameOperandsAndShapes() {
        Expect.error("attention: query [8], key [8], value [8], all must be [B,T,D] or all [T,D]",
                () -> ATTENTION.apply(Tensor.zeros(8)));
        Expect.error("attention: query [5,8], key [3,5,8], value [3,5,8], all must be [B,T,D] or all [T,D]",
                () -> ATTENTION.apply(Tensor.zeros(5, 8), X, X, Mask.none()));
        Expect.error("attention: mask [2,5,5] does not stretch to [B,T,S] = [3,5,5]; "
                + "one mask per head has 4 dimensions, [B,H,T,S]",
                () -> ATTENTION.apply(X, PositionalEncoding.alibi(2, 5, 5)));
        Expect.error("attention: mask [4,4] does not stretch to scores [3,2,5,5]",
                () -> ATTENTION.apply(X, Mask.causal(4)));
        Expect.error("linear: x [3,5,6] and weight [8,8], the last dimension of x must be 8",
                () -> ATTENTION.apply(Tensor.zeros(3, 5, 6)));
    }
}
