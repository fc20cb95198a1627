package spotlight.ch02;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("2.3 Attention for one query")
@Tag("ch02")
class SingleQueryTest {
    private static final Tensor QUERY = Tensor.of(new double[] {Math.log(3), 0}, 2);
    private static final Tensor KEYS = Tensor.identity(2);
    private static final Tensor VALUES = Tensor.matrix(new float[] {8, 0, 4}, new float[] {0, 8, 4});

    @Test
    @Points(value = 2, hint = "One score for each row of keys: query.dot(keys.select(0, j)). Then softmax over the S scores.")
    void weightsOfTheTinyExample() {
        verifyWeights("weights of the tiny example", QUERY, KEYS, 1);
        verifyWeights("weights at scale 2", QUERY, KEYS, 2);
    }

    @Test
    @Points(value = 1, hint = "The scale is a factor of the scores, before softmax: scale * query.dot(key).")
    void weightsOfRandomSentences() {
        for (int words = 1; words <= 9; words += 4) {
            TorchRandom random = new TorchRandom(words);
            Tensor query = random.randn(6);
            Tensor keys = random.randn(words, 6);
            verifyWeights("weights of " + words + " words", query, keys, 0.25f);
        }
    }

    @Test
    @Points(value = 2, hint = "Multiply each row of values by its weight and add the rows up.")
    void outputOfTheTinyExample() {
        verifyOutput("output of the tiny example", QUERY, KEYS, VALUES, 1);
        verifyOutput("output at scale 2", QUERY, KEYS, VALUES, 2);
    }

    @Test
    @Points(value = 2, hint = "values may be wider or narrower than keys: the output has the width of values.")
    void outputOfRandomSentences() {
        for (int words = 1; words <= 9; words += 4) {
            TorchRandom random = new TorchRandom(words);
            Tensor query = random.randn(6);
            Tensor keys = random.randn(words, 6);
            verifyOutput("output of " + words + " words", query, keys, random.randn(words, 6), 0.5f);
            verifyOutput("output of " + words + " words, values [S,3]", query, keys, random.randn(words, 3), 0.5f);
        }
    }

    @Test
    @Points(value = 1, hint = "Use a softmax that subtracts the largest score, as Tensor.softmax() does.")
    void scoresFarTooLargeForExp() {
        Tensor query = QUERY.times(2000);
        verifyWeights("weights for scores near 2000", query, KEYS, 1);
        verifyOutput("output for scores near 2000", query, KEYS, VALUES, 1);
    }

    private static void verifyWeights(String name, Tensor query, Tensor keys, float scale) {
        Tensor dots = dots(query, keys);
        Tensor scores = dots.times(scale);
        Verify.that(name, SingleQuery.weights(query, keys, scale))
                .suspect(() -> scores, "these are the scores: softmax is missing")
                .suspect(() -> dots.softmax(), "the scale is missing: scores = scale * (query · key)")
                .suspect(() -> dots.softmax().times(scale),
                        "the scale is applied after softmax: it belongs to the scores")
                .suspect(() -> dots.dividedBy(scale).softmax(),
                        "the dot products are divided by the scale: it is a factor")
                .suspect(() -> scores.dividedBy(scores.sum()),
                        "the scores are divided by their sum: softmax is missing")
                .equalTo(scores.softmax());
    }

    private static void verifyOutput(String name, Tensor query, Tensor keys, Tensor values, float scale) {
        Tensor dots = dots(query, keys);
        Tensor weights = dots.times(scale).softmax();
        Verify.that(name, SingleQuery.attend(query, keys, values, scale))
                .suspect(() -> mix(weights, keys), "the keys are mixed: the weights choose among the values")
                .suspect(() -> values.mean(0), "every word has the same share: the weights are not used")
                .suspect(() -> values.sum(0), "the values are added up without their weights")
                .suspect(() -> values.select(0, weights.argmax()[0]),
                        "only the word with the largest weight is passed on: mix all values, each by its weight")
                .suspect(() -> mix(dots.times(scale), values), "the values are mixed by the scores: softmax is missing")
                .suspect(() -> mix(dots.softmax().times(scale), values),
                        "the scale is applied after softmax: it belongs to the scores")
                .suspect(() -> mix(dots.softmax(), values), "the scale is missing: scores = scale * (query · key)")
                .suspect(() -> mix(weights, values).dividedBy(keys.size(0)),
                        "the output is divided by the number of words: the weights sum to 1 already")
                .equalTo(mix(weights, values));
    }

    private static Tensor dots(Tensor query, Tensor keys) {
        return keys.matmul(query.reshape(-1, 1)).reshape(-1);
    }

    private static Tensor mix(Tensor weights, Tensor rows) {
        return weights.reshape(1, -1).matmul(rows).reshape(-1);
    }
}
