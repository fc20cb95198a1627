package spotlight.ch02;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 2.1: one attention weight.
 *
 * <p>
 * A sentence of S words has S scores, one real number each (negative ones too). How large is the share of the attention
 * that one of the words gets? Softmax answers with
 *
 * <pre>
 *                  exp(scores[index])
 *     weight = ---------------------------
 *              sum over j of exp(scores[j])
 * </pre>
 *
 * Example: scores {0, ln 2, ln 5} have the exponentials {1, 2, 5}, so the weights are 1/8, 2/8 and 5/8.
 *
 * <p>
 * Useful: {@code scores.at(j)} reads one score, {@code scores.size()} counts them, {@code Math.exp(x)}. The scores of
 * this exercise are small; large ones are exercise 2.2.
 */
public final class OneWeight {
    private OneWeight() {
    }

    /**
     * The softmax weight of one score among all of them.
     *
     * @param scores one score for each word [S]
     * @param index  the word asked for, 0 to S-1
     * @return its share of the attention, between 0 and 1
     */
    public static double weight(Tensor scores, int index) {
        return todo("2.1");
    }
}
