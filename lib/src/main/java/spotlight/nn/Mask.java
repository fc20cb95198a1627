package spotlight.nn;

import spotlight.tensor.Tensor;

/**
 * Masks for attention: tensors that are added to the scores, 0 where a query may look and minus infinity where not, so
 * that softmax gives the hidden keys a weight of exactly 0; "Attention Is All You Need", section 3.2.3. Two masks
 * combine by {@link Tensor#plus(Tensor)}.
 */
public final class Mask {
    private static final float HIDDEN = Float.NEGATIVE_INFINITY;

    private Mask() {
    }

    /** Hides nothing, whatever the shape of the scores: a scalar 0. */
    public static Tensor none() {
        return Tensor.scalar(0);
    }

    /** Hides nothing [T,S]. */
    public static Tensor none(int queries, int keys) {
        return Tensor.zeros(queries, keys);
    }

    /** Hides the future [T,T]: query i sees keys 0..i. */
    public static Tensor causal(int tokens) {
        return causal(tokens, tokens);
    }

    /**
     * Hides the future [T,S] from queries that are the last T of S tokens, as when decoding with stored keys: query i
     * sees keys {@code 0..i+S-T}.
     *
     * @throws IllegalArgumentException if there are more queries than keys
     */
    public static Tensor causal(int queries, int keys) {
        if (queries > keys) {
            throw new IllegalArgumentException("causal: " + queries + " queries are more than " + keys + " keys");
        }
        Tensor mask = none(queries, keys);
        for (int i = 0; i < queries; i++) {
            for (int j = i + keys - queries + 1; j < keys; j++) {
                mask.data()[i * keys + j] = HIDDEN;
            }
        }
        return mask;
    }

    /**
     * Hides what follows the end of each sequence in a batch [B,1,S], from all its queries.
     *
     * @param lengths real tokens of each sequence
     * @param keys    tokens including the padding
     * @throws IllegalArgumentException if a length is negative or more than {@code keys}
     */
    public static Tensor padding(int[] lengths, int keys) {
        for (int b = 0; b < lengths.length; b++) {
            if (lengths[b] < 0 || lengths[b] > keys) {
                throw new IllegalArgumentException(
                        "padding: length " + lengths[b] + " of sequence " + b + " is outside 0.." + keys);
            }
        }
        Tensor mask = Tensor.zeros(lengths.length, 1, keys);
        for (int b = 0; b < lengths.length; b++) {
            for (int j = lengths[b]; j < keys; j++) {
                mask.data()[b * keys + j] = HIDDEN;
            }
        }
        return mask;
    }

    /** Shows each query exactly the keys marked true [T,S]. */
    public static Tensor visible(boolean[]... rows) {
        return marked("visible", true, rows);
    }

    /** Hides from each query exactly the keys marked true [T,S]: the polarity of PyTorch's {@code key_padding_mask}. */
    public static Tensor hidden(boolean[]... rows) {
        return marked("hidden", false, rows);
    }

    private static Tensor marked(String op, boolean visible, boolean[]... rows) {
        int keys = rows.length == 0 ? 0 : rows[0].length;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != keys) {
                throw new IllegalArgumentException(
                        op + ": row 0 has " + keys + " keys, row " + i + " has " + rows[i].length);
            }
        }
        Tensor mask = none(rows.length, keys);
        for (int i = 0; i < mask.size(); i++) {
            mask.data()[i] = rows[i / keys][i % keys] == visible ? 0 : HIDDEN;
        }
        return mask;
    }
}
