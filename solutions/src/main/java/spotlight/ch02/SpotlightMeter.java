package spotlight.ch02;

import spotlight.tensor.Tensor;

/**
 * Exercise 2.5: two instruments for a spotlight.
 *
 * <p>
 * How wide is it? The entropy of the weights, in nats:
 *
 * <pre>
 *     entropy = - sum over j of w[j] * ln(w[j]),    where 0 * ln(0) counts as 0
 * </pre>
 *
 * It is 0 when one word has all the attention and ln(S) when S words share it equally. (exp(entropy) reads as "the
 * light falls on so many words".)
 *
 * <p>
 * Can it still learn? The derivative of softmax is a matrix, the Jacobian: how weight i moves when score j is nudged:
 *
 * <pre>
 *     J[i][j] = w[i] * ((i == j ? 1 : 0) - w[j])
 * </pre>
 *
 * Its size is the root of the sum of all its squared entries (the Frobenius norm). For two equal weights the four entries
 * are 0.25, -0.25, -0.25, 0.25 and the size is 0.5. When one word has all the attention J is 0, and no gradient reaches
 * the scores.
 */
public final class SpotlightMeter {
    private SpotlightMeter() {
    }

    /**
     * The entropy of attention weights.
     *
     * @param weights not negative, sum 1 [S]
     * @return nats, between 0 and ln(S)
     */
    public static double entropy(Tensor weights) {
        double sum = 0;
        for (int j = 0; j < weights.size(); j++) {
            double weight = weights.at(j);
            if (weight > 0) {
                sum -= weight * Math.log(weight);
            }
        }
        return sum;
    }

    /**
     * The Frobenius norm of the Jacobian of softmax.
     *
     * @param weights what softmax returned [S]
     */
    public static double gradientSize(Tensor weights) {
        double sumOfSquares = 0;
        for (int i = 0; i < weights.size(); i++) {
            for (int j = 0; j < weights.size(); j++) {
                double entry = weights.at(i) * ((i == j ? 1 : 0) - weights.at(j));
                sumOfSquares += entry * entry;
            }
        }
        return Math.sqrt(sumOfSquares);
    }
}
