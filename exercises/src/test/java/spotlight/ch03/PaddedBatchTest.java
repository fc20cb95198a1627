package spotlight.ch03;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.Attention;
import spotlight.nn.Mask;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("3.5 A padded batch")
@Tag("ch03")
class PaddedBatchTest {
    private static final int TOKENS = 5;

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    @Points(value = 3, hint = "One mask row per sentence, the same for all its queries: shape [B,1,T], -infinity at the "
            + "padding keys.")
    void realTokensComeOutAsIfAlone(long seed) {
        int[] lengths = {3, TOKENS, 1, 4};
        Sample s = batch(seed);
        Tensor output = attend(s, lengths);
        for (int b = 0; b < lengths.length; b++) {
            verifySentence(s, lengths, b, output);
        }
    }

    @Test
    @Points(value = 2, hint = "Two batches that differ in their padding only must give the same output.")
    void garbageInThePaddingDoesNotMatter() {
        int[] lengths = {2, 4, 1, 3};
        Sample s = batch(54);
        Tensor real = mark(lengths);
        Tensor garbage = new TorchRandom(99).randn(s.x().shape()).times(30);
        Tensor dirty = s.x().times(real).plus(garbage.times(real.negate().plus(1)));
        Tensor clean = attend(s, lengths).times(real);
        Tensor other = attend(new Sample(dirty, s.wQuery(), s.wKey(), s.wValue()), lengths).times(real);
        Verify.fact(clean.maxAbsDiff(other) < 1e-4,
                "the outputs of real tokens change when only the padding changes: the padding leaks");
    }

    @ParameterizedTest
    @ValueSource(longs = {55, 56})
    @Points(value = 2, hint = "A padding row is a query too and finds real keys to mix: multiply its output by 0.")
    void paddingRowsAreZero(long seed) {
        int[] lengths = {1, 3, TOKENS, 2};
        Sample s = batch(seed);
        Tensor padding = mark(lengths).negate().plus(1);
        Tensor output = attend(s, lengths);
        Verify.that("output of the padding rows", output.times(padding))
                .suspect(() -> masked(s, Mask.padding(lengths, TOKENS)).times(padding),
                        "not 0: the padding is hidden as keys, but as queries its rows still answer")
                .suspect(() -> masked(s, Mask.none(TOKENS, TOKENS)).times(padding),
                        "not 0: nothing is masked at all")
                .equalTo(Tensor.zeros(output.shape()));
    }

    @Test
    @Points(value = 1, hint = "0 times NaN is NaN: keep the NaN from arising. Which softmax have you used?")
    void anEmptySentenceGivesZeros() {
        Tensor output = attend(batch(57), new int[] {2, 0, TOKENS, 1});
        Verify.that("output of a sentence of length 0", output.select(0, 1)).equalTo(Tensor.zeros(TOKENS, 2));
    }

    private static Sample batch(long seed) {
        return Sample.random(seed, 3, 2, 4, TOKENS, 6);
    }

    private static Tensor attend(Sample s, int[] lengths) {
        Tensor output = PaddedBatch.attend(s.x(), lengths.clone(), s.wQuery(), s.wKey(), s.wValue());
        Verify.fact(output != null, "attend: your method returned null");
        Verify.that("shape of the output", output.shape()).equalTo(new int[] {4, TOKENS, 2});
        return output;
    }

    private static void verifySentence(Sample s, int[] lengths, int b, Tensor output) {
        int length = lengths[b];
        Sample alone = s.sequence(b);
        Tensor sentence = alone.x().slice(0, 0, length);
        Tensor expected = masked(new Sample(sentence, s.wQuery(), s.wKey(), s.wValue()), Mask.none(length, length));
        boolean[] hidden = new boolean[TOKENS];
        for (int t = 0; t < length; t++) {
            hidden[t] = true;
        }
        Sample zeroed = new Sample(s.x().times(mark(lengths)), s.wQuery(), s.wKey(), s.wValue()).sequence(b);
        int[] first = {lengths[0], lengths[0], lengths[0], lengths[0]};
        Verify.that("sentence of length " + length, output.select(0, b).slice(0, 0, length))
                .suspect(() -> masked(alone, Mask.none(TOKENS, TOKENS)).slice(0, 0, length),
                        "the padding takes part: its keys must be hidden")
                .suspect(() -> masked(zeroed, Mask.none(TOKENS, TOKENS)).slice(0, 0, length),
                        "padding set to 0 is not hidden: its score of 0 still gets a weight of exp(0) = 1")
                .suspect(() -> masked(alone, Mask.hidden(hidden)).slice(0, 0, length),
                        "mask polarity reversed: the real tokens are hidden and the padding is visible")
                .suspect(
                        () -> masked(s, Mask.padding(first, TOKENS)).times(mark(first)).select(0, b).slice(0, 0,
                                length),
                        "all sentences use the length of the first: lengths[b] belongs to sentence b")
                .equalTo(expected);
    }

    private static Tensor masked(Sample s, Tensor mask) {
        return Attention.scaledDotProduct(s.q(), s.k(), s.v(), mask).output();
    }

    /** [B,T,1]: 1 for a real token, 0 for padding. */
    private static Tensor mark(int[] lengths) {
        return Mask.padding(lengths, TOKENS).exp().transpose();
    }
}
