package spotlight.ch12;

import static spotlight.check.Check.todo;

import java.util.function.Function;

import spotlight.tensor.Tensor;

/**
 * Exercise 12.3, find the bug: what was left of the GPT. A colleague made a BERT out of last week's GPT. It trains, the
 * loss falls, and it never gets better than a GPT. Two methods of hers:
 *
 * <pre>{@code
 * int[] segments(int[] ids, int separator, int padding) { // 0 for the first text, 1 for the second
 *     int[] segments = new int[ids.length];
 *     int segment = 0;
 *     for (int t = 0; t < ids.length; t++) {
 *         if (ids[t] == separator) {
 *             segment++;
 *         }
 *         segments[t] = segment;
 *     }
 *     return segments;
 * }
 *
 * Tensor mask(int[] ids, int padding) {                   // is added to the scores [T,T]
 *     float[] mask = Mask.causal(ids.length).data().clone();
 *     for (int i = 0; i < mask.length; i++) {
 *         mask[i] = ids[i / ids.length] == padding ? Float.NEGATIVE_INFINITY : mask[i];
 *     }
 *     return Tensor.of(mask, ids.length, ids.length);
 * }
 * }</pre>
 *
 * There are two mistakes in each. What they should give for {@code [CLS] how are you [SEP] fine [SEP] [PAD]}:
 *
 * <pre>{@code
 *   segments    0     0   0   0    0    1    1    0      a [SEP] belongs to the text it ends; padding is 0
 *   mask        eight rows alike: 0 0 0 0 0 0 0 -infinity      row: who looks, column: who is looked at
 * }</pre>
 *
 * Copy both and mend them. Then write the test that would have told her on the first day: who reaches whom?
 */
public final class LeftOverGpt {
    private LeftOverGpt() {
    }

    /**
     * Which text each token belongs to: 0 up to the first separator and with it, then 1; padding is 0.
     *
     * @param ids       {@code [CLS] first [SEP] second [SEP] [PAD] ...}, or one text only [T]; not modified
     * @param separator the id of [SEP]
     * @param padding   the id of [PAD]
     * @return [T]
     */
    public static int[] segments(int[] ids, int separator, int padding) {
        return todo("12.3");
    }

    /**
     * What is added to the scores: every token sees every token on both sides, but nobody sees padding.
     *
     * @param ids     [T]; not modified
     * @param padding the id of [PAD]
     * @return 0 where a token may look, minus infinity where not [T,T]
     */
    public static Tensor mask(int[] ids, int padding) {
        return todo("12.3");
    }

    /**
     * Who reaches whom, found by trying: token s is replaced by the stranger, and what the model says about token t
     * moves, or does not. Moving means that a number of row t changes by more than 1e-5.
     *
     * @param model    from ids [T] to scores [T,V]
     * @param ids      [T]; not modified
     * @param stranger an id that is none of them
     * @return 1 where the scores of token t (row) move with token s (column), else 0 [T,T]
     */
    public static Tensor reach(Function<int[], Tensor> model, int[] ids, int stranger) {
        return todo("12.3");
    }
}
