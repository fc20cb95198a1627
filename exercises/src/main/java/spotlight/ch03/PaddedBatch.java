package spotlight.ch03;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 3.5 A padded batch: sentences of unequal length in one tensor.
 *
 * <p>A tensor [B,T,D] is a box: every sentence in it takes up T rows. Shorter ones are filled up with padding rows,
 * which hold whatever happens to be there: zeros, the vector of a "pad" token, garbage. Only the first
 * {@code lengths[b]} rows of sentence b are real.
 *
 * <p>Extend self-attention so that the padding has no influence at all:
 *
 * <ul>
 * <li>The output of each real token is the same as if its sentence had been sent through attention <b>alone</b>.
 * <li>The output rows of the padding are 0.
 * <li>A sentence of length 0 (all padding) gives 0 everywhere, not NaN.
 * </ul>
 *
 * <pre>
 *   lengths = (3, 1), T = 3            keys seen in sentence 0: 1 1 1      in sentence 1: 1 0 0
 * </pre>
 *
 * <p>The exercise is the mask and its shape, so you may call
 * {@link spotlight.nn.Attention#scaledDotProduct(Tensor, Tensor, Tensor, Tensor)}: its mask is added to the scores (0
 * visible, -infinity hidden) and broadcasts to [B,T,T]; a query that sees nothing at all gets an output of 0. Fill the
 * mask yourself instead of calling {@code Mask.padding}.
 */
public final class PaddedBatch {

    private PaddedBatch() {
    }

    /**
     * Self-attention over a padded batch.
     *
     * @param x tokens [B,T,D], padding at the end of each sequence; not modified
     * @param lengths B numbers of real tokens, each from 0 to T
     * @param wQuery [D,K]
     * @param wKey [D,K]
     * @param wValue [D,Dv]
     * @return output [B,T,Dv]
     */
    public static Tensor attend(Tensor x, int[] lengths, Tensor wQuery, Tensor wKey, Tensor wValue) {
        return todo("3.5");
    }
}
