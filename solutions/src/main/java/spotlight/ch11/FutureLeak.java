package spotlight.ch11;

import java.util.function.Function;
import java.util.stream.IntStream;

import spotlight.tensor.Tensor;

/**
 * Exercise 11.2, find the bug: the mask that comes too late. To hide the future, a hurried programmer multiplies the
 * weights with a triangle of ones, <b>after</b> the softmax:
 *
 * <pre>{@code
 *   weights = softmax(scores) * triangle          // triangle: 1 up to the diagonal, 0 above it
 * }</pre>
 *
 * Nothing above the diagonal is left, the picture looks right, and it is wrong twice. A row no longer sums to 1; and
 * the softmax has divided by the exponentials of the future, so the future still decides how large the weights of the
 * past are. The mask belongs <b>before</b> the softmax: the upper triangle of the scores becomes -infinity, whose
 * exponential is exactly 0.
 *
 * <p>Example: for the scores
 *
 * <pre>{@code
 *   0.0   9.0        the weights are     1.00  0.00
 *   0.0   ln 3                           0.25  0.75
 * }</pre>
 *
 * <p>Then write the test that catches any such leak, whatever its cause. What a model says at place t must not change
 * when a token <b>behind</b> t changes.
 */
public final class FutureLeak {
    private FutureLeak() {
    }

    /**
     * Causal attention weights: row t looks at the places 0 .. t only.
     *
     * @param scores [H,T,T], query by key; not modified
     * @return [H,T,T], each row sums to 1
     */
    public static Tensor weights(Tensor scores) {
        int tokens = scores.size(1);
        float[] mask = new float[tokens * tokens];
        for (int t = 0; t < tokens; t++) {
            for (int s = t + 1; s < tokens; s++) {
                mask[t * tokens + s] = Float.NEGATIVE_INFINITY;
            }
        }
        return scores.plus(Tensor.of(mask, tokens, tokens)).softmax();
    }

    /**
     * The first place at which a model sees the future. Change one token at a time to another one and compare all rows
     * before it with those of the unchanged text; differences up to 1e-4 are rounding. One change is enough for each
     * token.
     *
     * @param model from ids [T] to scores of the next token [T,V], for instance {@code ids -> gpt.logits(ids, 1)} as a
     *              matrix
     * @param ids   a text of T tokens below V, V at least 2; not modified
     * @return the smallest t whose row depends on a token behind t; -1 if there is none
     */
    public static int firstLeak(Function<int[], Tensor> model, int[] ids) {
        Tensor before = model.apply(ids); // [T,V]
        int first = ids.length;
        for (int changed = 1; changed < ids.length; changed++) {
            int[] other = ids.clone();
            other[changed] = (ids[changed] + 1) % before.size(1);
            Tensor after = model.apply(other);
            int leak = IntStream.range(0, changed)
                    .filter(t -> before.select(0, t).maxAbsDiff(after.select(0, t)) > 1e-4f).findFirst().orElse(first);
            first = Math.min(first, leak);
        }
        return first == ids.length ? -1 : first;
    }
}
