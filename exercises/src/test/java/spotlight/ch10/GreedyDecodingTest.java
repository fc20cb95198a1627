package spotlight.ch10;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.TorchRandom;

@Exercise("10.3 Greedy decoding")
@Tag("ch10")
class GreedyDecodingTest {
    private static final int BOS = 1;
    private static final int EOS = 2;

    /** A model that writes a fixed text; whatever it is asked is checked. */
    private static final class Fixed implements Function<int[], float[]> {
        private final int[] text;
        private final int vocab;
        private int asked;

        Fixed(int vocab, int... text) {
            this.vocab = vocab;
            this.text = text;
        }

        @Override
        public float[] apply(int[] soFar) {
            asked++;
            Verify.fact(soFar.length > 0 && soFar[0] == BOS,
                    "the model is asked with " + Arrays.toString(soFar) + ": it must begin with <s>, here 1");
            Verify.fact(soFar.length == asked, "question " + asked + " to the model has " + soFar.length
                    + " tokens: give it ALL tokens so far, <s> and those written");
            Verify.fact(asked <= text.length + 1, "the model has said </s>, or has written as much as it may, "
                    + "and is asked again: the loop does not stop");
            int next = asked <= text.length ? text[asked - 1] : EOS;
            float[] scores = new float[vocab];
            Arrays.fill(scores, -5); // all below 0, as logits may well be
            scores[next] = -1;
            return scores;
        }
    }

    @Test
    @Points(value = 1, hint = "Begin with {bos}; ask, take the best, append, ask again.")
    void theExampleOfTheTask() {
        verify("the example", GreedyDecoding.write(new Fixed(5, 3, 4), BOS, EOS, 10), 3, 4);
        Verify.that("the example with at most 1 token",
                GreedyDecoding.write(stopAt(1, new Fixed(5, 3, 4)), BOS, EOS, 1))
                .suspect(() -> new int[] {3, 4}, "one token too many: most counts the tokens written, without <s>")
                .suspect(() -> new int[0], "one token too few: most counts the tokens written, <s> is not one of them")
                .equalTo(new int[] {3});
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 20})
    @Points(value = 2, hint = "If the best token is eos, stop; eos itself is not part of the text.")
    void stopsAtTheEndMark(int length) {
        int[] text = IntStream.range(0, length).map(i -> 3 + i * 7 % 5).toArray();
        verify("a text of " + length, GreedyDecoding.write(new Fixed(9, text), BOS, EOS, 30), text);
        verify("a text of " + length + ", which just fits", GreedyDecoding.write(
                stopAt(Math.max(1, length), new Fixed(9, text)), BOS, EOS, Math.max(1, length)), text);
    }

    @Test
    @Points(value = 1, hint = "Take a token only if its score is larger than the best so far.")
    void ofEqualScoresTheFirst() {
        verify("scores {1, 0, 0, 4, 4}, then </s>", GreedyDecoding.write(
                soFar -> soFar.length == 1 ? new float[] {1, 0, 0, 4, 4} : new float[] {0, 0, 1, 0, 0}, BOS, EOS, 5),
                3);
        verify("scores {-1, -2, -3, -4}, then </s>", GreedyDecoding.write(
                soFar -> soFar.length == 1 ? new float[] {-1, -2, -3, -4} : new float[] {-9, -9, -1, -9}, BOS, EOS, 5),
                0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    @Points(value = 3, hint = "Sum of the log probabilities of all tokens and of eos, each given those before it.")
    void logProbabilityOfAText(int length) {
        int[] text = IntStream.range(0, length).map(i -> 3 + i % 3).toArray();
        Function<int[], float[]> model = GreedyDecodingTest::random;
        double expected = sum(text, true, true);
        Verify.that("logProbability of " + length + " tokens", GreedyDecoding.logProbability(model, BOS, EOS, text))
                .suspect(() -> -expected, "the sign is turned: a probability is at most 1, its logarithm at most 0")
                .suspect(() -> Math.exp(expected), "this is the probability: its logarithm is asked for")
                .suspect(() -> sum(text, true, false), "</s> is missing: a text that goes on is another text")
                .suspect(() -> sum(text, false, true),
                        "these are the scores as they are: they become probabilities by a softmax")
                .suspect(() -> expected / (length + 1),
                        "this is the mean of the tokens: the product has a sum for its log")
                .equalTo(expected);
        Verify.that("logProbability with scores of 1000", GreedyDecoding.logProbability(
                soFar -> new float[] {0, 0, 1000, 1000}, BOS, EOS, new int[0]))
                .suspectIf(p -> !Double.isFinite(p), "exp(1000) overflows: subtract the largest score first")
                .equalTo(-Math.log(2));
    }

    private static void verify(String what, int[] written, int... expected) {
        Verify.that(what, written)
                .suspect(() -> with(expected, EOS), "the end mark is part of the text: leave it out")
                .suspectIf(w -> w != null && w.length == expected.length + 1 && w[0] == BOS,
                        "<s> is part of the text: leave it out")
                .suspectIf(w -> w != null && w.length == expected.length + 2,
                        "<s> and </s> are part of the text: leave them out")
                .suspectIf(w -> w != null && w.length > 0 && expected.length > 0 && w[0] > expected[0]
                        && what.startsWith("scores"), "of equal scores the last was taken: take the first")
                .equalTo(expected);
    }

    /** Must be asked no more than so many times. */
    private static Function<int[], float[]> stopAt(int most, Function<int[], float[]> model) {
        return soFar -> {
            Verify.fact(soFar.length <= most,
                    "most is " + most + ", and the model is asked for token " + soFar.length + ": stop before");
            return model.apply(soFar);
        };
    }

    private static int[] with(int[] ids, int id) {
        int[] longer = Arrays.copyOf(ids, ids.length + 1);
        longer[ids.length] = id;
        return longer;
    }

    /** Scores that depend on the whole beginning. */
    private static float[] random(int[] soFar) {
        return new TorchRandom(Arrays.hashCode(soFar)).randn(6).data();
    }

    private static double sum(int[] text, boolean softmax, boolean end) {
        double sum = 0;
        int[] soFar = {BOS};
        for (int next : end ? with(text, EOS) : text) {
            float[] scores = random(soFar);
            double all = IntStream.range(0, scores.length).mapToDouble(i -> Math.exp(scores[i])).sum();
            sum += scores[next] - (softmax ? Math.log(all) : 0);
            soFar = with(soFar, next);
        }
        return sum;
    }
}
