package spotlight.ch08;

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
        double total = 0;
        for (int row = 0; row < targets.length; row++) {
            if (targets[row] != ignore) {
                Tensor z = logits.select(0, row); // [V]
                double max = z.max();
                double sum = 0;
                for (float score : z.data()) {
                    sum += Math.exp(score - max);
                }
                total += Math.log(sum) + max - z.at(targets[row]);
            }
        }
        return total / counted(targets, ignore);
    }

    /**
     * How that loss changes with each logit.
     *
     * @return [N,V]; rows that do not count have zeros
     */
    public static Tensor grad(Tensor logits, int[] targets, int ignore) {
        Tensor p = logits.softmax();
        int vocab = logits.size(1);
        float[] grad = new float[p.size()];
        for (int row = 0; row < targets.length; row++) {
            for (int i = 0; i < vocab && targets[row] != ignore; i++) {
                float y = i == targets[row] ? 1 : 0;
                grad[row * vocab + i] = (p.at(row, i) - y) / counted(targets, ignore);
            }
        }
        return Tensor.of(grad, p.shape());
    }

    private static int counted(int[] targets, int ignore) {
        int rows = 0;
        for (int target : targets) {
            rows += target == ignore ? 0 : 1;
        }
        return rows;
    }
}
