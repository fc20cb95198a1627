package spotlight.ch08;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 8.2, build it: cross entropy from logits, and its gradient.
 *
 * <p>For a row of logits z and the target t the loss is {@code -ln softmax(z)_t}, in nats. With
 * {@code ln softmax(z)_t = z_t - ln(sum of e^z)} it becomes
 *
 * <pre>{@code
 *   loss = ln(sum of e^(z - max)) + max - z_t
 * }</pre>
 *
 * which survives logits of 1000, where {@code e^z} alone is infinite. Rows whose target is {@code ignore} (padding) do
 * not count: the result is the mean over the others. The gradient for a row that counts is {@code (p - y) / rows}, p
 * being the softmax, y 1 at the target and 0 elsewhere, and rows the number of rows that count.
 *
 * <pre>{@code
 *   logits   0      0      target 0:   loss  ln 2 = 0.6931    gradient  -0.5   0.5
 *   logits   ln 3   0      target 0:   p = 0.75  0.25         loss  -ln 0.75 = 0.2877
 * }</pre>
 *
 * Both rows together: loss (0.6931 + 0.2877) / 2 = 0.4904, gradients -0.25, 0.25 and -0.125, 0.125.
 */
public final class LossFromLogits {
    private LossFromLogits() {
    }

    /**
     * The mean cross entropy over the rows that count, in nats.
     *
     * @param logits  scores before any softmax [N,V]; not modified
     * @param targets one of 0..V-1 for each row, or {@code ignore}; one row at least counts
     * @param ignore  the target of rows that do not count
     */
    public static double loss(Tensor logits, int[] targets, int ignore) {
        return todo("8.2");
    }

    /**
     * How that loss changes with each logit.
     *
     * @return [N,V]; rows that do not count have zeros
     */
    public static Tensor grad(Tensor logits, int[] targets, int ignore) {
        return todo("8.2");
    }
}
