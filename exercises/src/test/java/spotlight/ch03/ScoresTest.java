package spotlight.ch03;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("3.2 Scores")
@Tag("ch03")
class ScoresTest {

    @Test
    @Points(value = 1, hint = "Compare with the worked example of the javadoc, entry by entry.")
    void theExampleOfTheTask() {
        Tensor q = Tensor.matrix(new float[] {1, 0, 0, 1}, new float[] {0, 2, 0, 0});
        Tensor k = Tensor.matrix(new float[] {2, 0, 0, 0}, new float[] {0, 1, 5, 0}, new float[] {3, 0, 0, 0});
        verify(q, k, Tensor.matrix(new float[] {1, 0, 1.5f}, new float[] {0, 1, 0}));
    }

    @ParameterizedTest
    @CsvSource({"31,4,4,9", "32,3,3,2", "33,5,5,16"})
    @Points(value = 2, hint = "Divide by the square root of the size of one query: the last dimension of q.")
    void asManyQueriesAsKeys(long seed, int queries, int keys, int headDim) {
        TorchRandom random = new TorchRandom(seed);
        Tensor q = random.randn(queries, headDim);
        Tensor k = random.randn(keys, headDim);
        verify(q, k, expected(q, k));
    }

    @Test
    @Points(value = 1, hint = "Rows belong to queries and columns to keys, so the result is [T,S].")
    void fewerQueriesThanKeys() {
        TorchRandom random = new TorchRandom(34);
        Tensor q = random.randn(2, 3);
        Tensor k = random.randn(5, 3);
        verify(q, k, expected(q, k));
    }

    @Test
    @Points(value = 1, hint = "transpose() swaps the last two dimensions only; a batch in front stays in front.")
    void aBatchOfSequences() {
        TorchRandom random = new TorchRandom(35);
        Tensor q = random.randn(3, 2, 6);
        Tensor k = random.randn(3, 4, 6);
        verify(q, k, expected(q, k));
    }

    private static Tensor expected(Tensor q, Tensor k) {
        return products(q, k).dividedBy((float) Math.sqrt(q.size(-1)));
    }

    private static Tensor products(Tensor q, Tensor k) {
        return q.matmul(k.transpose());
    }

    private static void verify(Tensor q, Tensor k, Tensor expected) {
        float headDim = q.size(-1);
        Tensor scores = Scores.scores(q, k);
        Verify.that("scores", scores)
                .suspect(() -> products(q, k), "too large by exactly sqrt(K): the scaling is missing")
                .suspect(() -> products(q, k).dividedBy(headDim), "divided by K, not by the square root of K")
                .suspect(() -> products(q, k).times((float) Math.sqrt(headDim)), "multiplied by sqrt(K), not divided")
                .suspect(() -> products(q, k).dividedBy((float) Math.sqrt(k.size(-2))),
                        "divided by the square root of the number of keys, not of the size K of one key")
                .suspect(() -> expected(k, q), "queries and keys are swapped: rows must belong to queries")
                .suspect(() -> expected.softmax(), "these are weights already: no softmax in this exercise")
                .equalTo(expected);
    }
}
