package spotlight.ch01;

import static spotlight.check.Check.todo;

/**
 * Exercise 1.4, the gradient through time: predict how fast an RNN forgets, then measure it. Take an RNN with one number,
 *
 * <pre>{@code
 * h_t = tanh( w h_(t-1) + x_t )
 * }</pre>
 *
 * <p>and ask how much its state at the end depends on the state at the start. By the chain rule each token multiplies by
 * {@code dh_t / dh_(t-1) = w (1 - h_t^2)}, as the derivative of tanh is {@code 1 - tanh^2}, taken at the <b>new</b> state:
 *
 * <pre>{@code
 * dh_T / dh_0 = product over t = 1..T of w (1 - h_t^2)
 * }</pre>
 *
 * <p>Example: w = 1.2, h_0 = 0.5, tokens 0.1, -0.2, 0.3 give the states 0.5, 0.6044, 0.4817, 0.7055. The factors are 0.7617,
 * 0.9215 and 0.6028, their product is 0.4231: after three tokens less than half is left.
 *
 * <p>A learned network has no single w. There one measures the length of the gradient at each distance and asks by which
 * factor it shrinks <b>per token</b>: from 8 to 0.001 in 3 tokens is a factor of 0.05 for each, as 8·0.05·0.05·0.05 = 0.001.
 * A factor of 0.9 halves the gradient every 6.58 tokens.
 */
public final class GradientThroughTime {
    private GradientThroughTime() {
    }

    /**
     * How much the last state changes with the first, dh_T / dh_0.
     *
     * @param w      the weight of the state
     * @param states T + 1 numbers: h_0, the start, and the state after each token; not modified
     * @return 1 if no token was read
     */
    public static double gradient(double w, double[] states) {
        return todo("1.4");
    }

    /**
     * The factor per token with which one gets from the first of these lengths to the last.
     *
     * @param lengths of the gradient at distance 0, 1, 2 ...; two of them at least, all above 0; not modified
     */
    public static double factorPerToken(double[] lengths) {
        return todo("1.4");
    }

    /** After how many tokens half is left; infinity for a factor of 1 or more, which never loses anything. */
    public static double halfLife(double factor) {
        return todo("1.4");
    }
}
