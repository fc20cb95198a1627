package spotlight.ch01;

import static spotlight.check.Check.todo;

/**
 * Exercise 1.3, the gates of an LSTM: a suitcase with a lock. Besides the state h that it shows, an LSTM has a cell c
 * that is only scaled and added to. Three gates between 0 and 1 decide, and g is what might be stored:
 *
 * <pre>{@code
 * c' = f c + i g              f: how much of the old cell stays,  i: how much of g goes in
 * h' = o tanh(c')             o: how much of the cell is shown
 *
 * i, f, o = gate(their sums)  gate(a) = 1 / (1 + exp(-a)), the sigmoid
 * g       = tanh(its sum)
 * }</pre>
 *
 * <p>The sums come from token and state as in exercise 1.1. Here they are given, in PyTorch's order: i, f, g, o.
 *
 * <p>Example: sums {0, 0, 1, 0} and c = 2. Every gate is 0.5, g = tanh(1) = 0.7616, so c' = 0.5·2 + 0.5·0.7616 = 1.3808 and
 * h' = 0.5·tanh(1.3808) = 0.4406.
 *
 * <p><b>Predict, then measure.</b> With i = 0 the cell only shrinks: after T tokens f^T of it is left. How far open must f
 * be to keep half of the cell for 100 tokens? Guess before you compute.
 */
public final class LstmGates {
    private LstmGates() {
    }

    /** The sigmoid, from the sum of a gate to how far it is open: 0 shut, 1 open. */
    public static double gate(double sum) {
        return todo("1.3");
    }

    /**
     * One step of an LSTM with one cell.
     *
     * @param sums the sums of i, f, g and o, before sigmoid and tanh
     * @param c    the cell before the token
     * @return {h', c'}
     */
    public static double[] step(double[] sums, double c) {
        return todo("1.3");
    }

    /**
     * The sum at which the forget gate keeps so much of the cell for so long: {@code gate(sum)^tokens = share}.
     *
     * @param share  of the cell that is to be left, between 0 and 1
     * @param tokens how many tokens later, 1 or more
     */
    public static double forgetSum(double share, int tokens) {
        return todo("1.3");
    }
}
