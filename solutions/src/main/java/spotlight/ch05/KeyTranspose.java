package spotlight.ch05;

import spotlight.tensor.Tensor;

/**
 * Exercise 5.4, find the bug: {@code K.T} in three dimensions.
 *
 * <p>A published NumPy tutorial computes the weights of one head for a batch of samples, {@code Q} and {@code K} both
 * [B,T,K], by
 *
 * <pre>{@code
 * scores = np.dot(Q, K.T) / np.sqrt(d_k)
 * }</pre>
 *
 * A colleague has carried the line over to Java, axis by axis:
 *
 * <pre>{@code
 * Tensor keysTransposed = k.transpose(0, 2);                      // "K.T": all axes reversed, [K,T,B]
 * Tensor scores = q.matmul(keysTransposed).dividedBy((float) Math.sqrt(k.size(-1)));
 * return scores.softmax();
 * }</pre>
 *
 * It passed its only test, with four samples of four tokens and K = 4. Copy it into {@code weights} and mend it.
 *
 * <p>Then the detective's question: NumPy's version did not even fail where the Java one does. Its rules are
 *
 * <pre>{@code
 *   K.T            reverses ALL axes
 *   np.dot(A, C)   sums over the LAST axis of A and the SECOND-TO-LAST axis of C; throws if these sizes differ;
 *                  the result has all other axes of A, then all other axes of C, each in order
 * }</pre>
 *
 * Example: A [2,3,5] and C [7,5,4] give [2,3,7,4].
 */
public final class KeyTranspose {
    private KeyTranspose() {
    }

    /**
     * The attention weights of one head, each sample for itself: {@code softmax(q · kT / sqrt(K))}.
     *
     * @param q queries [B,T,K]; not modified
     * @param k keys [B,S,K]; S may differ from T
     * @return [B,T,S]; each row sums to 1
     */
    public static Tensor weights(Tensor q, Tensor k) {
        Tensor keysTransposed = k.transpose(1, 2); // [B,K,S]: the batch axis stays where it is
        Tensor scores = q.matmul(keysTransposed).dividedBy((float) Math.sqrt(k.size(-1)));
        return scores.softmax();
    }

    /**
     * The shape NumPy gives to {@code np.dot(Q, K.T)} with Q and K of shape [batch, tokens, headDim].
     *
     * @return the shape, or an empty array where NumPy throws
     */
    public static int[] numpyScoreShape(int batch, int tokens, int headDim) {
        if (headDim != tokens) { // the last axis of Q against the second-to-last of K.T [headDim, tokens, batch]
            return new int[0];
        }
        return new int[] {batch, tokens, headDim, batch};
    }
}
