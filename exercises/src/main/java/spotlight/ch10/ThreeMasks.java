package spotlight.ch10;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 10.1, the three masks of an encoder-decoder. A mask is added to the scores before the softmax: 0 where a
 * query may look, minus infinity ({@code Float.NEGATIVE_INFINITY}) where it may not. Rows are queries, columns are
 * keys.
 *
 * <pre>{@code
 *   encoder   source looks at source    [B,S,S]   hidden: keys that are padding
 *   decoder   target looks at target    [B,T,T]   hidden: keys that are padding, and keys after the query
 *   cross     target looks at source    [B,T,S]   hidden: keys of the source that are padding
 * }</pre>
 *
 * Padding is hidden as a key only. A query that is padding looks where it likes; its answer counts nowhere, and a row
 * of nothing but minus infinity would turn into NaN.
 *
 * <p>Example, B = 1, pad 0, source {5, 6, 0}, decoder input {1, 7}, with . for 0 and x for minus infinity:
 *
 * <pre>{@code
 *   encoder   . . x       decoder   . x       cross   . . x
 *             . . x                 . .               . . x
 *             . . x
 * }</pre>
 */
public final class ThreeMasks {
    private ThreeMasks() {
    }

    /**
     * Who sees whom in the encoder.
     *
     * @param src   B sentences of S ids, one after the other, filled up with {@code pad}; not modified
     * @param batch B
     * @param pad   the id that fills up
     * @return [B,S,S]
     */
    public static Tensor encoder(int[] src, int batch, int pad) {
        return todo("10.1");
    }

    /**
     * Who sees whom among the tokens written so far.
     *
     * @param input B sentences of T ids, one after the other, filled up with {@code pad}; not modified
     * @param batch B
     * @param pad   the id that fills up
     * @return [B,T,T]
     */
    public static Tensor decoder(int[] input, int batch, int pad) {
        return todo("10.1");
    }

    /**
     * Which source tokens the tokens written so far see.
     *
     * @param src     B sentences of S ids, one after the other, filled up with {@code pad}; not modified
     * @param batch   B
     * @param pad     the id that fills up
     * @param queries T, how many tokens of the target look
     * @return [B,T,S]
     */
    public static Tensor cross(int[] src, int batch, int pad, int queries) {
        return todo("10.1");
    }
}
