package spotlight.tensor;

/** Attention as a whole. */
interface AttentionKernels {

    /** {@link FlashAttention#forward}. */
    default void attention(FlashAttention a) {
        FlashForward.run(a);
    }

    /** {@link FlashAttention#backward}: adds to the gradients of the operands. */
    default void attentionBackward(FlashAttention a, FlashAttention.Gradients d) {
        FlashBackward.run(a, d);
    }
}
