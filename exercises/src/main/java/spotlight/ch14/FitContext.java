package spotlight.ch14;

import static spotlight.check.Check.todo;

import java.util.List;

/**
 * Exercise 14.3, what still fits: cut a dialogue to the context.
 *
 * <p>A model reads no more than its context. When a dialogue has grown too long, the oldest exchanges are left out, and
 * whole ones: half a sentence without its mark would be worse than nothing. Nothing is left out in the middle either.
 *
 * <p>Example: exchanges of 6, 4 and 5 tokens, a question of 3 and 4 tokens reserved for the answer.
 *
 * <pre>{@code
 *   context 22   all three    6 + 4 + 5 + 3 + 4 = 22
 *   context 21   the last two     4 + 5 + 3 + 4 = 16
 *   context 15   the last one         5 + 3 + 4 = 12
 * }</pre>
 */
public final class FitContext {
    private FitContext() {
    }

    /**
     * The newest exchanges that fit.
     *
     * @param exchanges the tokens of each question with its answer, the oldest first; not modified
     * @param question  the tokens of the new question
     * @param context   the most tokens that may stand together, question and answer included
     * @param reserve   how many of them are kept free for the answer
     * @return the last exchanges, as many as fit, in their order
     * @throws IllegalArgumentException {@code fit: a question of Q tokens and R for the answer do not fit the context of
     *                                  C} if there is no room even without any exchange
     */
    public static List<int[]> fit(List<int[]> exchanges, int[] question, int context, int reserve) {
        return todo("14.3");
    }

    /**
     * The same, but the first exchange always stays: there an assistant is told how to behave (its system message). The
     * others are the newest that fit beside it.
     *
     * @param exchanges at least one
     * @return the first exchange, then the last ones
     * @throws IllegalArgumentException as {@link #fit}, the first exchange being counted as a part of the question
     */
    public static List<int[]> fitBehindFirst(List<int[]> exchanges, int[] question, int context, int reserve) {
        return todo("14.3");
    }
}
