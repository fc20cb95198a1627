package spotlight.ch09;

import java.util.List;
import spotlight.tensor.Tensor;

/**
 * Exercise 9.4, the baseline by hand: logistic regression on a bag of words. It counts the words, gives each a weight,
 * adds up, and forgets their order:
 *
 * <pre>
 *   P(good | text) = sigmoid( bias + sum over words of count(word) w[word] )
 *
 *   vocabulary 3, text 2 1 2        counts (0, 1, 2)
 *   weights (5, 1, -2), bias 0.5    score 0 + 1 - 4 + 0.5 = -2.5       P(good) = 0.0759
 * </pre>
 *
 * One step of gradient descent on the mean cross entropy L of N texts. With p the probability and y the label (1 good,
 * 0 bad) of a text its gradient is short:
 *
 * <pre>
 *   dL/dw[word] = 1/N sum over texts (p - y) count(word)        dL/dbias = 1/N sum over texts (p - y)
 * </pre>
 */
public final class BagStep {
    private BagStep() {
    }

    /**
     * How often each word stands in each text.
     *
     * @param texts N texts of ids 0..vocab-1
     * @param vocab V
     * @return [N,V]
     */
    public static Tensor counts(List<int[]> texts, int vocab) {
        Tensor counts = Tensor.zeros(texts.size(), vocab);
        for (int i = 0; i < texts.size(); i++) {
            for (int id : texts.get(i)) {
                counts.data()[i * vocab + id]++;
            }
        }
        return counts;
    }

    /**
     * The probability of each text to be good.
     *
     * @param counts  [N,V]
     * @param weights [V+1], the last of them the bias
     * @return [N]
     */
    public static Tensor probabilities(Tensor counts, Tensor weights) {
        return withOne(counts).matmul(weights.reshape(-1, 1)).reshape(-1).sigmoid();
    }

    /** The bias is the weight of a word that each text has once: [N,V+1]. */
    private static Tensor withOne(Tensor counts) {
        return Tensor.concat(1, counts, Tensor.ones(counts.size(0), 1));
    }

    /**
     * The weights after one step downhill; the given ones are not modified.
     *
     * @param counts  [N,V]
     * @param labels  [N], 1 good, 0 bad
     * @param weights [V+1], the last of them the bias
     * @param lr      the learning rate
     * @return [V+1]
     */
    public static Tensor step(Tensor counts, Tensor labels, Tensor weights, float lr) {
        Tensor error = probabilities(counts, weights).minus(labels).reshape(1, -1); // [1,N]
        Tensor grad = error.matmul(withOne(counts)).reshape(-1).dividedBy(labels.size()); // [V+1]
        return weights.minus(grad.times(lr));
    }
}
