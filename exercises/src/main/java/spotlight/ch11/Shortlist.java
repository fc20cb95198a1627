package spotlight.ch11;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 11.3, a shortlist for the next token. A model gives every token a probability, and the many unlikely ones
 * add up: sooner or later one of them is drawn, and the text goes astray. Two filters make a shortlist. What is not on
 * it gets probability 0, and the rest is divided by its sum, so that it adds up to 1 again.
 *
 * <pre>{@code
 *   topK(p, k)    the k most likely tokens
 *   topP(p, mass) the fewest most likely tokens that together have at least this much
 * }</pre>
 *
 * Example, p = {0.1, 0.5, 0.2, 0.2}:
 *
 * <pre>{@code
 *   topK(p, 2)      {0, 0.5, 0.2, 0} / 0.7 = {0, 0.7143, 0.2857, 0}    of equals the earlier token first
 *   topP(p, 0.6)    0.5 is too little, 0.5 + 0.2 is enough: the same two tokens. The one that crosses the line stays.
 *   topP(p, 0.4)    0.5 is enough: {0, 1, 0, 0}
 * }</pre>
 */
public final class Shortlist {
    private Shortlist() {
    }

    /**
     * The k most likely tokens.
     *
     * @param p probabilities [V]; not modified
     * @param k at least 1; if it is V or more, all tokens stay
     * @return probabilities [V] that sum to 1
     */
    public static Tensor topK(Tensor p, int k) {
        return todo("11.3");
    }

    /**
     * The fewest most likely tokens whose probabilities sum to at least {@code mass}; never none.
     *
     * @param p    probabilities [V]; not modified
     * @param mass above 0 and below 1
     * @return probabilities [V] that sum to 1
     */
    public static Tensor topP(Tensor p, double mass) {
        return todo("11.3");
    }
}
