package spotlight.ch01;

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
        return 1 / (1 + Math.exp(-sum));
    }

    /**
     * One step of an LSTM with one cell.
     *
     * @param sums the sums of i, f, g and o, before sigmoid and tanh
     * @param c    the cell before the token
     * @return {h', c'}
     */
    public static double[] step(double[] sums, double c) {
        double next = gate(sums[1]) * c + gate(sums[0]) * Math.tanh(sums[2]);
        return new double[] {gate(sums[3]) * Math.tanh(next), next};
    }

    /**
     * The sum at which the forget gate keeps so much of the cell for so long: {@code gate(sum)^tokens = share}.
     *
     * @param share  of the cell that is to be left, between 0 and 1
     * @param tokens how many tokens later, 1 or more
     */
    public static double forgetSum(double share, int tokens) {
        double open = Math.pow(share, 1.0 / tokens);
        return Math.log(open / (1 - open));
    }
}
