package spotlight.ch14;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Exercise 14.4, the loop that answers, word by word.
 *
 * <p>A model gives a score to each token that could come next. The loop takes the best one, <em>tells it at once</em>, so
 * that the reader sees the answer grow, puts it behind the text and asks again. It stops before the token {@code end},
 * which is no part of the answer, or after {@code most} tokens.
 *
 * <p>Small models like to say the same again and again. A repetition penalty p makes each token that was said already
 * less likely ("CTRL", Keskar and others, 2019): a positive score is divided by p, a negative one multiplied by it.
 * Dividing a negative score would raise it! However often a token was said, it is punished once.
 *
 * <p>Example: scores (2, -1, 4, -3), said are the tokens 0, 3 and 0 again, p = 2 gives (1, -1, 4, -6).
 */
public final class AnswerLoop {
    private AnswerLoop() {
    }

    /**
     * The most likely answer.
     *
     * @param model  from all tokens so far to the scores of all tokens [V]
     * @param prompt the tokens so far; not modified
     * @param end    stops the answer
     * @param most   how many tokens the answer may have
     * @param each   is told each token of the answer as soon as it is chosen
     * @return the tokens of the answer; of equal scores the first token wins
     */
    public static List<Integer> answer(Function<int[], float[]> model, int[] prompt, int end, int most,
            IntConsumer each) {
        List<Integer> answer = new ArrayList<>();
        int[] text = prompt;
        while (answer.size() < most) {
            int next = best(model.apply(text));
            if (next == end) {
                return answer;
            }
            each.accept(next);
            answer.add(next);
            text = Arrays.copyOf(text, text.length + 1);
            text[text.length - 1] = next;
        }
        return answer;
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    /**
     * Scores after the penalty for repetition.
     *
     * @param scores  of all tokens [V]; not modified
     * @param said    the tokens of the answer so far
     * @param penalty p, at least 1
     * @return the new scores [V]
     */
    public static float[] penalised(float[] scores, List<Integer> said, float penalty) {
        float[] lower = scores.clone();
        for (int token : Set.copyOf(said)) {
            lower[token] = scores[token] > 0 ? scores[token] / penalty : scores[token] * penalty;
        }
        return lower;
    }
}
