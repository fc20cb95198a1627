package spotlight.ch14;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("14.4 The loop that answers")
@Tag("ch14")
class AnswerLoopTest {
    private static final int VOCAB = 12;

    /** Behind a text it thinks of the sum of all its tokens, but one, modulo the vocabulary. */
    private static float[] model(int[] text) {
        float[] scores = new float[VOCAB];
        int next = (IntStream.of(text).sum() + VOCAB - 1) % VOCAB;
        IntStream.range(0, VOCAB).forEach(i -> scores[i] = -Math.abs(i - next));
        return scores;
    }

    private static List<Integer> right(int[] prompt, int end, int most) {
        List<Integer> answer = new ArrayList<>();
        int sum = IntStream.of(prompt).sum();
        while (answer.size() < most) {
            int next = (sum + VOCAB - 1) % VOCAB;
            if (next == end) {
                break;
            }
            answer.add(next);
            sum += next;
        }
        return answer;
    }

    @ParameterizedTest
    @CsvSource({"3,4,0,8", "5,1,9,8", "2,2,11,8", "3,4,2,3", "1,1,7,1", "1,1,1,5", "3,3,0,0"})
    @Points(value = 3, hint = "Ask, stop at the end, tell, add to the text, ask again.")
    void theAnswerGrowsUntilTheEnd(int first, int second, int end, int most) {
        int[] prompt = {first, second};
        List<Integer> answer = right(prompt, end, most);
        List<Integer> withEnd = new ArrayList<>(answer);
        withEnd.add(end);
        Verify.that("answer behind " + first + " " + second + ", end " + end + ", most " + most,
                AnswerLoop.answer(AnswerLoopTest::model, prompt, end, most, token -> {
                })).suspect(() -> withEnd, "the end mark is a part of the answer: it must stop it and not be shown")
                .suspectIf(got -> got.size() > 1 && got.stream().distinct().count() == 1,
                        "the same token comes again and again: the model does not read what it has just written")
                .suspectIf(got -> got.size() > most, "the answer is longer than it may be")
                .suspectIf(got -> !got.isEmpty() && got.contains(end), "the end mark does not stop the answer")
                .equalTo(answer);
        assertArrayEquals(new int[] {first, second}, prompt, "the prompt must not be changed");
    }

    @Test
    @Points(value = 2, hint = "Call each.accept(token) before the model is asked again.")
    void eachTokenIsToldAtOnce() {
        List<Integer> told = new ArrayList<>();
        List<Integer> toldWhenAsked = new ArrayList<>();
        int[] prompt = {3, 4};
        List<Integer> answer = right(prompt, 0, 4);
        AnswerLoop.answer(text -> {
            toldWhenAsked.add(told.size());
            return model(text);
        }, prompt, 0, 4, told::add);
        Verify.that("the tokens told", told)
                .suspect(() -> List.of(), "nobody is told anything: the reader waits for the whole answer")
                .suspectIf(got -> got.contains(0), "the end mark is told: the reader would see it").equalTo(answer);
        Verify.that("how many were told each time the model was asked",
                toldWhenAsked.subList(0, Math.min(4, toldWhenAsked.size())))
                .suspect(() -> List.of(0, 0, 0, 0), "all tokens are told at the end: tell each as soon as it is chosen")
                .equalTo(List.of(0, 1, 2, 3).subList(0, Math.min(4, toldWhenAsked.size())));
    }

    @Test
    @Points(value = 1, hint = "Compare with >, not >=.")
    void ofEqualScoresTheFirstTokenWins() {
        Verify.that("answer where all scores are equal",
                AnswerLoop.answer(text -> new float[] {1, 5, 5, 5}, new int[] {2}, 0, 1, token -> {
                })).suspect(() -> List.of(3), "of equal scores the LAST token was taken").equalTo(List.of(1));
    }

    @Test
    @Points(value = 2, hint = "Positive scores are divided, negative ones multiplied; each token once.")
    void repetitionIsPunished() {
        penalised(new float[] {2, -1, 4, -3}, List.of(0, 3, 0), 2, new float[] {1, -1, 4, -6});
        penalised(new float[] {0, 6, -6}, List.of(0, 1, 2, 1, 2), 1.5f, new float[] {0, 4, -9});
        penalised(new float[] {3, -3}, List.of(), 2, new float[] {3, -3});
    }

    private static void penalised(float[] scores, List<Integer> said, float p, float[] right) {
        float[] before = scores.clone();
        float[] divided = scores.clone();
        said.stream().distinct().forEach(token -> divided[token] /= p);
        float[] often = scores.clone();
        said.forEach(token -> often[token] = often[token] > 0 ? often[token] / p : often[token] * p);
        float[] got = AnswerLoop.penalised(scores, said, p);
        Verify.fact(java.util.Arrays.equals(before, scores), "the model's own scores are changed: work on a copy");
        Verify.that("penalised", got)
                .suspect(() -> spotlight.tensor.Tensor.vector(divided),
                        "a negative score is divided: that makes the token MORE likely")
                .suspect(() -> spotlight.tensor.Tensor.vector(often),
                        "a token that was said twice is punished twice: once is enough")
                .equalTo(spotlight.tensor.Tensor.vector(right));
    }
}
