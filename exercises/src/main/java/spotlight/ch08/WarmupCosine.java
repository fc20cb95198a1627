package spotlight.ch08;

import static spotlight.check.Check.todo;

/**
 * Exercise 8.5, build it: how long the steps are when. The rate rises in a straight line while Adam still knows little
 * about the gradients, then falls along half a cosine, and keeps its last value.
 *
 * <pre>{@code
 *   step < warmup            max (step + 1) / (warmup + 1)
 *   warmup <= step < total   min + (max - min) (1 + cos(pi progress)) / 2,
 *                            progress going from 0 at step warmup to 1 at step total
 *   step >= total            min
 * }</pre>
 *
 * The first step is step 0, and already moves. Step warmup is the first with the full rate.
 *
 * <pre>{@code
 *   max 1, min 0.2, warmup 3, total 11:
 *   step   0     1     2     3     5      7     9      11    20
 *   rate   0.25  0.5   0.75  1     0.883  0.6   0.317  0.2   0.2
 * }</pre>
 */
public final class WarmupCosine {
    private WarmupCosine() {
    }

    /**
     * The learning rate of a step.
     *
     * @param step   0 or more
     * @param max    the highest rate
     * @param min    the last one
     * @param warmup how many steps are below max at first; 0 or more
     * @param total  the first step with the rate min; more than warmup
     */
    public static double lr(int step, double max, double min, int warmup, int total) {
        return todo("8.5");
    }
}
