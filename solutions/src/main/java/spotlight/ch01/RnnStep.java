package spotlight.ch01;

/**
 * Exercise 1.1, one step of an RNN: the whole network in one line. The state h is a list of H numbers, all that is left
 * of what was read so far. A new token x arrives, I numbers, and the state becomes
 *
 * <pre>{@code
 * h'[i] = tanh( sum over j of wInput[i][j] x[j]  +  sum over j of wState[i][j] h[j]  +  bias[i] )
 * }</pre>
 *
 * <p>The first sum is what the token says, the second what the state remembers. tanh keeps each number between -1 and 1.
 *
 * <p>Example with I = 1 and H = 2: the first number of the state hears the token, and the two numbers change places.
 *
 * <pre>{@code
 * x = [1]    h = [0.5, -0.5]    wInput = [[1],    wState = [[0, 1],    bias = [0, 0.5]
 *                                         [0]]              [1, 0]]
 *
 * h'[0] = tanh(1 - 0.5 + 0)   = tanh(0.5) = 0.4621
 * h'[1] = tanh(0 + 0.5 + 0.5) = tanh(1)   = 0.7616
 * }</pre>
 *
 * <p>Every number of the new state is computed from the <b>old</b> state, so the old one must not change on the way.
 */
public final class RnnStep {
    private RnnStep() {
    }

    /**
     * The state after one more token.
     *
     * @param x      the token [I]; not modified
     * @param h      the state before it [H]; not modified
     * @param wInput [H,I]: row i says how number i of the state listens to the token
     * @param wState [H,H]: row i says how number i of the new state listens to the old one
     * @param bias   [H]
     * @return the new state [H], an array of its own
     */
    public static double[] step(double[] x, double[] h, double[][] wInput, double[][] wState, double[] bias) {
        double[] next = new double[h.length];
        for (int i = 0; i < next.length; i++) {
            double sum = bias[i];
            for (int j = 0; j < x.length; j++) {
                sum += wInput[i][j] * x[j];
            }
            for (int j = 0; j < h.length; j++) {
                sum += wState[i][j] * h[j];
            }
            next[i] = Math.tanh(sum);
        }
        return next;
    }
}
