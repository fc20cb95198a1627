package spotlight.ch03;

import java.util.function.BiPredicate;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.tensor.Tensor;

@Exercise("3.4 The causal mask")
@Tag("ch03")
class CausalMaskTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7})
    @Points(value = 3, hint = "Visible: key <= query. Hidden: key > query.")
    void aSquareMask(int tokens) {
        verify(tokens, tokens);
    }

    @ParameterizedTest
    @CsvSource({"2,4", "1,6", "3,5"})
    @Points(value = 2, hint = "With S keys and T queries, query i stands at position i + S - T of the text.")
    void fewerQueriesThanKeys(int queries, int keys) {
        verify(queries, keys);
    }

    @Test
    @Points(value = 1, hint = "Add your mask to some scores and take the softmax: what is the weight of a hidden key?")
    void aHiddenKeyWeighsNothingAtAll() {
        Tensor mask = CausalMask.mask(3, 3);
        Verify.fact(mask != null, "mask: your method returned null");
        Tensor scores = Tensor.matrix(new float[] {0, 9, 90}, new float[] {9, 0, 90}, new float[] {9, 90, 0});
        Verify.that("weights of scores + mask", scores.plus(mask).softmax())
                .suspect(() -> scores.softmax(), "the mask changes nothing")
                .suspect(() -> scores.plus(numbers(3, 3, (i, j) -> j <= i, 1, 0)).softmax(),
                        "1 and 0 only shift the scores a little: use 0 and -infinity")
                .suspectIf(w -> w.at(0, 2) > 0.5f, "position 0 sees position 2: the future leaks")
                .equalTo(Tensor.matrix(new float[] {1, 0, 0}, new float[] {0.99987661f, 0.00012339f, 0},
                        new float[] {0, 1, 0}));
    }

    private static void verify(int queries, int keys) {
        float hidden = Float.NEGATIVE_INFINITY;
        int shift = keys - queries;
        Tensor mask = CausalMask.mask(queries, keys);
        Verify.that("mask(" + queries + ", " + keys + ")", mask)
                .suspect(() -> numbers(queries, keys, (i, j) -> j > i + shift, 0, hidden),
                        "mask polarity reversed: the past is hidden and the future is visible")
                .suspect(() -> numbers(queries, keys, (i, j) -> j < i + shift, 0, hidden),
                        "the diagonal is hidden: a position must see itself, or the first one sees nothing")
                .suspect(() -> numbers(queries, keys, (i, j) -> j <= i + shift + 1, 0, hidden),
                        "position " + shift + " sees position " + (shift + 1) + ": the future leaks by one")
                .suspect(() -> numbers(queries, keys, (i, j) -> j <= i, 0, hidden),
                        "aligned at the top left: the queries are the last rows, so the last query sees all keys")
                .suspect(() -> numbers(queries, keys, (i, j) -> j >= i + shift, 0, hidden),
                        "rows and columns are swapped: a row is a query, a column is a key")
                .suspect(() -> numbers(queries, keys, (i, j) -> j <= i + shift, 1, 0),
                        "1 and 0 say who may look, but this mask is added: use 0 and -infinity")
                .suspectIf(m -> m.min() > hidden && m.min() < -1,
                        "a large negative number hides only until a score is larger: use Float.NEGATIVE_INFINITY")
                .equalTo(numbers(queries, keys, (i, j) -> j <= i + shift, 0, hidden));
    }

    private static Tensor numbers(int queries, int keys, BiPredicate<Integer, Integer> visible, float yes, float no) {
        float[] mask = new float[queries * keys];
        for (int i = 0; i < queries; i++) {
            for (int j = 0; j < keys; j++) {
                mask[i * keys + j] = visible.test(i, j) ? yes : no;
            }
        }
        return Tensor.of(mask, queries, keys);
    }
}
