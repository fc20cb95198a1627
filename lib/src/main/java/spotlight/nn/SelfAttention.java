package spotlight.nn;

import spotlight.tensor.Tensor;

/**
 * Self-attention with one head: queries, keys and values are three linear views of the same tokens.
 *
 * @param query D to K numbers
 * @param key   D to K numbers
 * @param value D to Dv numbers
 */
public record SelfAttention(Linear query, Linear key, Linear value) {

    /** @throws IllegalArgumentException if queries and keys differ in size, or the inputs of the three do */
    public SelfAttention {
        if (query.out() != key.out()) {
            throw new IllegalArgumentException("attention: queries of size " + query.out() + " and keys of size "
                    + key.out() + " do not match");
        }
        if (query.in() != key.in() || query.in() != value.in()) {
            throw new IllegalArgumentException("attention: query, key and value take " + query.in() + ", "
                    + key.in() + " and " + value.in() + " inputs, they must be the same");
        }
    }

    /**
     * From matrices written as {@code x W}.
     *
     * @param wQuery [D,K]
     * @param wKey   [D,K]
     * @param wValue [D,Dv]
     */
    public static SelfAttention of(Tensor wQuery, Tensor wKey, Tensor wValue) {
        return new SelfAttention(Linear.ofColumns(wQuery), Linear.ofColumns(wKey), Linear.ofColumns(wValue));
    }

    /** {@link #apply(Tensor, Tensor)} where each token sees each token. */
    public Attention.Result apply(Tensor x) {
        return apply(x, Mask.none());
    }

    /**
     * {@code Attention(x WQ, x WK, x WV)}.
     *
     * @param x    tokens [..,T,D]; not modified
     * @param mask added to the scores; stretches to [..,T,T]
     * @return output [..,T,Dv], weights [..,T,T]
     */
    public Attention.Result apply(Tensor x, Tensor mask) {
        return Attention.scaledDotProduct(query.apply(x), key.apply(x), value.apply(x), mask);
    }
}
