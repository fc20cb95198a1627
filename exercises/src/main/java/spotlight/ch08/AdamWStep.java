package spotlight.ch08;

import static spotlight.check.Check.todo;

/**
 * Exercise 8.4, build it: one step of AdamW, "Decoupled Weight Decay Regularization", algorithm 2, and the rule which
 * parameters decay.
 *
 * <p>Two running means are kept for each number w: m of its gradient g, v of the gradient's square. Step t, the first
 * one being t = 1, is
 *
 * <pre>{@code
 *   w = w - lr weightDecay w                           the decay, on its own
 *   m = 0.9 m + 0.1 g            v = 0.999 v + 0.001 g^2
 *   w = w - lr (m / (1 - 0.9^t)) / (sqrt(v / (1 - 0.999^t)) + 1e-8)
 * }</pre>
 *
 * m and v begin with 0 and are too small at first; the two divisors make up for exactly that.
 *
 * <pre>{@code
 *   w = 1, g = 0.5, m = v = 0, t = 1, lr = 0.1, weightDecay = 0.01:
 *   w = 0.999,  m = 0.05 -> corrected 0.5,  v = 0.00025 -> corrected 0.25,  w = 0.999 - 0.1 0.5 / 0.5 = 0.899
 * }</pre>
 *
 * The size of the gradient has cancelled: the first step is lr long for g = 0.5 as for g = 0.0005.
 */
public final class AdamWStep {
    private AdamWStep() {
    }

    /**
     * Changes w, m and v by one step.
     *
     * @param w    the numbers to learn
     * @param grad their gradients; not modified
     * @param m    running means of the gradients; zeros before the first step
     * @param v    running means of the squares; zeros before the first step
     * @param t    the number of the step, 1 or more
     */
    public static void step(double[] w, double[] grad, double[] m, double[] v, int t, double lr, double weightDecay) {
        todo("8.4");
    }

    /**
     * Whether a parameter of a GPT decays: tables and matrices do, the vectors of norms and biases do not. A norm's
     * weight belongs at 1, not at 0.
     *
     * @param name  as in GPT-2, for instance {@code h.0.ln_1.weight}
     * @param shape the length of each dimension
     */
    public static boolean decays(String name, int... shape) {
        return todo("8.4");
    }
}
