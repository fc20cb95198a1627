package spotlight.tensor;

/** Attention as a whole. */
interface AttentionKernels {

    /** {@link FlashAttention#forward}. */
    default void attention(FlashAttention a) {
        FlashForward.run(a);
    }

    /** {@link FlashAttention#backward}. */
    default void attentionBackward(FlashAttention a, FlashAttention.Gradients d, boolean add) {
        FlashBackward.run(a, d, add);
    }
}
