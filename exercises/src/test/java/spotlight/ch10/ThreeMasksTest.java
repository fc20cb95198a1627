package spotlight.ch10;

import java.util.Arrays;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.grader.VerifyTensor;
import spotlight.tensor.Tensor;

@Exercise("10.1 The three masks")
@Tag("ch10")
class ThreeMasksTest {
    private static final float HIDDEN = Float.NEGATIVE_INFINITY;
    private static final int[] SOURCES = {5, 6, 7, 8, 5, 9, 0, 0, 6, 0, 0, 0}; // 4, 2 and 1 words of 4
    private static final int[] INPUTS = {1, 5, 0, 1, 6, 7, 1, 0, 0}; // 2, 3 and 1 words of 3

    /** Whether query i may not look at key j of sentence b. */
    private interface Rule {
        boolean hides(int b, int i, int j);
    }

    @Test
    @Points(value = 1, hint = "Rows are queries, columns are keys: which columns of the example are padding?")
    void theExampleOfTheTask() {
        Verify.that("encoder {5, 6, 0}", ThreeMasks.encoder(new int[] {5, 6, 0}, 1, 0))
                .suspectIf(m -> m.rank() == 3 && m.max() > 0,
                        "a mask is added, so 1 for visible is no mask: visible is 0, hidden is minus infinity")
                .suspectIf(m -> m.rank() == 3 && Float.isFinite(m.min()) && m.min() < 0,
                        "hidden by a number that is finite: a large enough score still gets through")
                .suspectIf(m -> m.rank() == 3 && m.at(0, 0, 0) == HIDDEN && m.at(0, 0, 2) == 0,
                        "upside down: 0 is for what may be seen, minus infinity for what is hidden")
                .equalTo(filled(1, 3, 3, (b, i, j) -> j == 2));
        Verify.that("decoder {1, 7}", ThreeMasks.decoder(new int[] {1, 7}, 1, 0))
                .suspectIf(m -> m.rank() == 3 && m.at(0, 0, 0) == HIDDEN,
                        "token 0 does not even see itself: its row is nothing but minus infinity and becomes NaN")
                .equalTo(filled(1, 2, 2, (b, i, j) -> j > i));
        Verify.that("cross {5, 6, 0} for 2 queries", ThreeMasks.cross(new int[] {5, 6, 0}, 1, 0, 2))
                .suspectIf(m -> Arrays.equals(m.shape(), new int[] {1, 3, 2}),
                        "the queries are the target's tokens, the keys the source's: [B,T,S]")
                .suspectIf(m -> Arrays.equals(m.shape(), new int[] {1, 3, 3}),
                        "as many rows as source words: each of the T target tokens asks, [B,T,S]")
                .equalTo(filled(1, 2, 3, (b, i, j) -> j == 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    @Points(value = 2, hint = "Hide a column where the KEY of that sentence is padding.")
    void encoderHidesPadding(int pad) {
        int[] src = filledWith(pad, SOURCES);
        paddingOnly(Verify.that("encoder " + Arrays.toString(src) + ", pad " + pad,
                ThreeMasks.encoder(src, 3, pad)), src, pad, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    @Points(value = 3, hint = "Two reasons to hide a key: it is padding, or it comes after the query.")
    void decoderHidesPaddingAndTheFuture(int pad) {
        int[] in = filledWith(pad, INPUTS);
        Verify.that("decoder " + Arrays.toString(in) + ", pad " + pad, ThreeMasks.decoder(in, 3, pad))
                .suspect(() -> mask(3, (b, i, j) -> in[b * 3 + j] == pad),
                        "the future is visible: query i may see keys 0 .. i only")
                .suspect(() -> mask(3, (b, i, j) -> j > i), "the padding is visible: a key that is padding is hidden")
                .suspect(() -> mask(3, (b, i, j) -> in[b * 3 + j] == pad || j > i + 1),
                        "the future leaks by one: query i sees key i + 1, the very token it should predict")
                .suspect(() -> mask(3, (b, i, j) -> in[b * 3 + j] == pad || j >= i),
                        "a token does not see itself: key j = i is the last word that was written")
                .suspect(() -> mask(3, (b, i, j) -> in[b * 3 + j] == pad || j < i),
                        "the past is hidden in place of the future: rows are queries, columns are keys")
                .suspect(() -> mask(3, (b, i, j) -> in[b * 3 + j] == pad && j > i),
                        "hidden only where both reasons hold: one of them is enough")
                .equalTo(mask(3, (b, i, j) -> in[b * 3 + j] == pad || j > i));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    @Points(value = 2, hint = "All T rows of a sentence are alike; which columns are hidden, the source decides.")
    void crossHidesThePaddingOfTheSource(int queries) {
        VerifyTensor verify = Verify
                .that("cross " + Arrays.toString(SOURCES) + " for " + queries + " queries",
                        ThreeMasks.cross(SOURCES, 3, 0, queries))
                .suspect(() -> filled(3, queries, 4, (b, i, j) -> SOURCES[b * 4 + j] == 0 || j > i),
                        "the source has no future: all of it was read before the first word is written");
        paddingOnly(verify, SOURCES, 0, queries);
    }

    private static void paddingOnly(VerifyTensor verify, int[] src, int pad, int queries) {
        verify.suspect(() -> filled(3, queries, 4, (b, i, j) -> src[j] == pad),
                "all sentences have the padding of sentence 0: each has its own")
                .suspect(() -> Tensor.zeros(3, queries, 4), "nothing is hidden: padding is looked at like a word")
                .suspect(() -> filled(3, queries, 4, (b, i, j) -> i < 4 && src[b * 4 + i] == pad),
                        "the ROWS of the padding are hidden: hide it as a key, in the columns")
                .suspect(() -> filled(3, queries, 4,
                        (b, i, j) -> src[b * 4 + j] == pad || i < 4 && src[b * 4 + i] == pad),
                        "rows of padding see nothing and become NaN: hide the columns only")
                .suspect(() -> filled(3, queries, 4, (b, i, j) -> src[b * 4 + j] == 0), "compare with pad, not with 0")
                .equalTo(filled(3, queries, 4, (b, i, j) -> src[b * 4 + j] == pad));
    }

    private static int[] filledWith(int pad, int[] ids) {
        return Arrays.stream(ids).map(id -> id == 0 ? pad : id).toArray();
    }

    private static Tensor mask(int tokens, Rule rule) {
        return filled(3, tokens, tokens, rule);
    }

    private static Tensor filled(int batch, int queries, int keys, Rule rule) {
        float[] mask = new float[batch * queries * keys];
        for (int n = 0; n < mask.length; n++) {
            mask[n] = rule.hides(n / keys / queries, n / keys % queries, n % keys) ? HIDDEN : 0;
        }
        return Tensor.of(mask, batch, queries, keys);
    }
}
