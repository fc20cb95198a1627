package spotlight.ch14;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Exercise 14.1, a dialogue as one row of ids.
 *
 * <p>A model reads one row of tokens; marks say who speaks. {@link #USER} stands before what the user says, {@link
 * #ASSISTANT} before what the assistant says, and {@link #END} behind it: so the model can learn where to stop. The user
 * needs no end, as nobody has to learn it.
 *
 * <p>Example: the turns (10 11), (20), (12) are, as far as they go,
 *
 * <pre>{@code
 *   text    1 10 11   2 20 3   1 12
 *   prompt  1 10 11   2 20 3   1 12   2
 * }</pre>
 *
 * The prompt ends in the assistant's mark: what the model writes next is its answer.
 */
public final class DialogueIds {
    /** Stands before what the user says. */
    public static final int USER = 1;
    /** Stands before what the assistant says. */
    public static final int ASSISTANT = 2;
    /** Stands behind what the assistant says. */
    public static final int END = 3;

    private DialogueIds() {
    }

    /**
     * All turns with their marks.
     *
     * @param turns the tokens of each turn, without marks: the user's, the assistant's, the user's and so on; not
     *              modified
     * @return one row; empty if there is no turn
     */
    public static int[] text(List<int[]> turns) {
        IntStream.Builder ids = IntStream.builder();
        for (int i = 0; i < turns.size(); i++) {
            boolean user = i % 2 == 0;
            ids.add(user ? USER : ASSISTANT);
            for (int token : turns.get(i)) {
                ids.add(token);
            }
            if (!user) {
                ids.add(END);
            }
        }
        return ids.build().toArray();
    }

    /**
     * What the model reads before it answers: all turns, and the mark behind which its answer begins.
     *
     * @throws IllegalArgumentException {@code prompt: the user must have the last word, there are N turns} if the last
     *                                  turn is not the user's, or there is none
     */
    public static int[] prompt(List<int[]> turns) {
        if (turns.size() % 2 == 0) {
            throw new IllegalArgumentException(
                    "prompt: the user must have the last word, there are " + turns.size() + " turns");
        }
        int[] text = text(turns);
        int[] prompt = Arrays.copyOf(text, text.length + 1);
        prompt[text.length] = ASSISTANT;
        return prompt;
    }
}
