package spotlight.ch05;

import static spotlight.check.Check.todo;

import java.util.function.UnaryOperator;

import spotlight.tensor.Tensor;

/**
 * Exercise 5.6, write the test that catches it. PyTorch's {@code nn.MultiheadAttention} expects [T,B,D] unless it is
 * told {@code batch_first=True}. Feed it [B,T,D] and nothing fails: the shape is right, the loss falls, and every
 * sample attends to the other samples of its batch. A good test would have caught it on the first day. You write it.
 *
 * <p>The idea: what a model says about a sample must not depend on the company. Run each sample alone, as a batch of
 * one, and compare with its part of the output for the whole batch.
 *
 * <pre>{@code
 *   model(batch)[b]   against   model(batch[b] alone)[0]        for every b
 * }</pre>
 *
 * Two traps: a leak may reach one sample only, and float sums in another order differ in the last digits, which is no
 * leak: differences up to 1e-4 are forgiven.
 *
 * <p>Why not shuffle the samples and expect the output shuffled in the same way? It sounds as good; the notebook
 * measures that it is blind to this very bug.
 */
public final class SampleLeak {
    private SampleLeak() {
    }

    /**
     * Whether the output for some sample depends on the other samples of the batch.
     *
     * @param model a model from [B,T,D] to [B,T,D], for any B
     * @param batch samples [B,T,D]; not modified
     * @return true if one output number or more differs by more than 1e-4 from that of the sample alone
     */
    public static boolean leaks(UnaryOperator<Tensor> model, Tensor batch) {
        return todo("5.6");
    }

    /**
     * The repair: uses a model that expects the tokens first, [T,B,D] to [T,B,D], on samples [B,T,D].
     *
     * @param tokensFirst the model, for instance torch's default attention
     * @param batch       samples [B,T,D]; not modified
     * @return its answer as [B,T,D]
     */
    public static Tensor batchFirst(UnaryOperator<Tensor> tokensFirst, Tensor batch) {
        return todo("5.6");
    }
}
