package spotlight.ch02;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 2.3: attention for one query.
 *
 * <p>
 * One word asks (the query), S words answer: each has a key that says what it offers and a value that says what it
 * gives. Both methods follow from equation 1 of "Attention Is All You Need" with a single query:
 *
 * <pre>
 *     scores[j]  = scale * (query · keys[j])                  similarity: the dot product
 *     weights    = softmax(scores)                            they sum to 1
 *     output     = sum over j of weights[j] * values[j]       the weighted mean of the values
 * </pre>
 *
 * Tiny example, K = 2 features, S = 2 words, scale 1:
 *
 * <pre>
 *     query (ln 3, 0)   keys (1, 0), (0, 1)   values (8, 0, 4), (0, 8, 4)
 *     scores (ln 3, 0)  weights (3/4, 1/4)    output (6, 2, 4)
 * </pre>
 *
 * Useful: {@code keys.select(0, j)} is row j, {@code query.dot(key)}, and {@code softmax()} of the library: its
 * subtraction of the largest score is exercise 2.2, here it is a tool.
 */
public final class SingleQuery {
    private SingleQuery() {
    }

    /**
     * How much of the attention each word gets.
     *
     * @param query what is looked for [K]
     * @param keys  what each word offers [S,K]
     * @param scale factor of the dot products
     * @return attention weights that sum to 1 [S]
     */
    public static Tensor weights(Tensor query, Tensor keys, float scale) {
        return todo("2.3");
    }

    /**
     * What the query gets to see: the mean of the values, weighted by attention.
     *
     * @param query  what is looked for [K]
     * @param keys   what each word offers [S,K]
     * @param values what each word gives; its width need not be K [S,D]
     * @param scale  factor of the dot products
     * @return the context vector [D]
     */
    public static Tensor attend(Tensor query, Tensor keys, Tensor values, float scale) {
        return todo("2.3");
    }
}
