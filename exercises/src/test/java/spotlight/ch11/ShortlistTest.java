package spotlight.ch11;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.model.Sampler;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("11.3 A shortlist: top-k and top-p")
@Tag("ch11")
class ShortlistTest {
    private static final Tensor EXAMPLE = Tensor.vector(0.1f, 0.5f, 0.2f, 0.2f);

    @Test
    @Points(value = 1, hint = "Keep the k largest, set the others to 0, divide by the sum of what is left.")
    void topKOfTheExample() {
        verifyTopK(Tensor.vector(0.1f, 0.5f, 0.15f, 0.25f), 2, 0, 0.5f, 0, 0.25f);
        verifyTopK(Tensor.vector(0.1f, 0.5f, 0.15f, 0.25f), 1, 0, 0.5f, 0, 0);
    }

    @Test
    @Points(value = 2, hint = "Count tokens, not values: with equal probabilities exactly k stay, the earlier ones.")
    void topKWithEqualsAndAtTheEnds() {
        verifyTopK(EXAMPLE, 2, 0, 0.5f, 0.2f, 0);
        verifyTopK(Tensor.vector(0.25f, 0.25f, 0.25f, 0.25f), 3, 0.25f, 0.25f, 0.25f, 0);
        verifyTopK(EXAMPLE, 4, 0.1f, 0.5f, 0.2f, 0.2f);
        verifyTopK(EXAMPLE, 9, 0.1f, 0.5f, 0.2f, 0.2f);
    }

    /** @param kept what is on the shortlist, before it is divided by its sum */
    private static void verifyTopK(Tensor p, int k, float... kept) {
        Tensor list = Tensor.vector(kept);
        Verify.that("topK(" + p + ", " + k + ")", Shortlist.topK(p, k))
                .suspect(() -> list.softmax(),
                        "softmax once more: these are probabilities already, divide by their sum")
                .suspect(() -> list, "the probabilities no longer sum to 1: divide by the sum of those that stay")
                .suspectIf(q -> size(q) > size(list),
                        "too many tokens stay: of equal ones take the earlier, until there are k")
                .suspectIf(q -> size(q) < size(list), "too few tokens stay")
                .suspectIf(q -> q.at(1) == 0, "the likely tokens are gone: sort from the largest down")
                .suspectIf(q -> q.size() == p.size() && q.at(p.size() - 1) > 0 && list.at(p.size() - 1) == 0,
                        "of equal tokens the later one stays: the earlier one comes first")
                .equalTo(list.dividedBy(list.sum()));
    }

    @Test
    @Points(value = 2, hint = "Go down the list and add up until the sum is at least the mass; the last one added stays.")
    void topPKeepsTheTokenThatCrosses() {
        verifyTopP(EXAMPLE, 0.6, 0, 0.5f, 0.2f, 0);
        verifyTopP(EXAMPLE, 0.8, 0, 0.5f, 0.2f, 0.2f);
        verifyTopP(Tensor.vector(0.5f, 0.25f, 0.125f, 0.125f), 0.75, 0.5f, 0.25f, 0, 0);
        verifyTopP(Tensor.vector(0.5f, 0.25f, 0.125f, 0.125f), 0.76, 0.5f, 0.25f, 0.125f, 0);
    }

    @Test
    @Points(value = 1, hint = "Even if the mass is tiny, the most likely token stays.")
    void topPNeverLeavesNothing() {
        verifyTopP(EXAMPLE, 0.4, 0, 0.5f, 0, 0);
        verifyTopP(EXAMPLE, 1e-9, 0, 0.5f, 0, 0);
        Tensor even = Tensor.full(1 / 25f, 25); // as floats they sum to less than 1
        verifyTopP(even, 0.999999999, even.data());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 40})
    @Points(value = 1, hint = "Compare with spotlight.model.Sampler, whose probabilities are filtered in the same way.")
    void asTheSamplerOfTheLibrary(int vocab) {
        Tensor logits = new TorchRandom(vocab).randn(vocab).times(2);
        for (double mass : new double[] {0.2, 0.5, 0.9, 0.99}) {
            verifyTopP(logits.softmax(), mass, new Sampler(1, 0, mass, 0).probabilities(logits).data());
        }
        for (int k = 1; k < vocab; k += 3) {
            verifyTopK(logits.softmax(), k, new Sampler(1, k, 1, 0).probabilities(logits).data());
        }
    }

    private static void verifyTopP(Tensor p, double mass, float... kept) {
        Tensor list = Tensor.vector(kept);
        Verify.that("topP(" + p + ", " + mass + ")", Shortlist.topP(p, mass))
                .suspectIf(q -> Float.isNaN(q.sum()),
                        "nothing stays, and 0 / 0 is NaN: the most likely token always stays")
                .suspect(() -> list, "these do not sum to 1: divide by the sum of the tokens that stay")
                .suspectIf(q -> size(q) == size(list) - 1,
                        "the token that crosses the line is gone: without it the rest has less than the mass")
                .suspectIf(q -> size(q) > size(list),
                        "too many tokens stay: stop as soon as the sum has reached the mass")
                .suspectIf(q -> size(q) < size(list), "some likely tokens are missing: add up from the largest down")
                .equalTo(list.dividedBy(list.sum()));
    }

    private static int size(Tensor p) {
        int size = 0;
        for (float each : p.data()) {
            size += each > 0 ? 1 : 0;
        }
        return size;
    }
}
