package spotlight.ch10;

import spotlight.tensor.Tensor;

/**
 * Exercise 10.4, find the bug: a loss that counts padding.
 *
 * <p>Sentences in a batch are filled up to one length. What the model says at a filled-up place must not count. A
 * colleague has thought of it:
 *
 * <pre>{@code
 * Tensor logProbabilities = logits.logSoftmax();                          // [B,T,V]
 * int vocab = logits.size(2);
 * double sum = 0;
 * for (int i = 0; i < labels.length; i++) {
 *     if (inputs[i] != pad) {                                             // padding does not count
 *         sum -= logProbabilities.data()[i * vocab + labels[i]];
 *     }
 * }
 * return sum / labels.length;
 * }</pre>
 *
 * The training loss falls nicely, faster than anybody else's. There are <b>two</b> mistakes. Copy the body into
 * {@code loss} and mend it. A look at one row helps, pad 0, {@code <s>} 1, {@code </s>} 2:
 *
 * <pre>{@code
 *   inputs   1 7 8 2 0 0
 *   labels   7 8 2 0 0 0        three of these predictions count
 * }</pre>
 *
 * <p>Then two questions about what one sees. <b>Predict:</b> the model has learned at once that after padding comes
 * padding. What loss does a program show that counts those places as well?
 *
 * <pre>{@code
 *   10 predictions that count, 2.0 nats each; 30 places of padding, 0.0 nats each: shown 20 / 40 = 0.5 nats
 * }</pre>
 *
 * <b>Extend:</b> two processors share a batch, and each returns the mean loss of its own part. The loss of the batch is
 * the mean over all its predictions, wherever they were computed.
 */
public final class PaddedLoss {
    private PaddedLoss() {
    }

    /**
     * The mean cross entropy of the predictions that count.
     *
     * @param logits scores of each next token [B,T,V]; not modified
     * @param inputs what the decoder has read, B rows of T ids; not modified
     * @param labels what it should say next, B rows of T ids, at least one of them no padding; not modified
     * @param pad    the id that fills up
     * @return nats per prediction
     */
    public static double loss(Tensor logits, int[] inputs, int[] labels, int pad) {
        Tensor logProbabilities = logits.logSoftmax(); // [B,T,V]
        int vocab = logits.size(2);
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != pad) {
                sum -= logProbabilities.data()[i * vocab + labels[i]];
                counted++;
            }
        }
        return sum / counted;
    }

    /**
     * What a program shows that counts padding as well.
     *
     * @param loss        mean of the predictions that count, in nats
     * @param counted     how many they are
     * @param paddingLoss mean at the places of padding, in nats
     * @param padding     how many they are
     */
    public static double shown(double loss, int counted, double paddingLoss, int padding) {
        return (loss * counted + paddingLoss * padding) / (counted + padding);
    }

    /**
     * The mean loss of a batch from those of its parts.
     *
     * @param losses  mean loss of each part, in nats; not modified
     * @param counted how many predictions count in each part, not all 0; not modified
     */
    public static double ofParts(double[] losses, int[] counted) {
        double sum = 0;
        int all = 0;
        for (int i = 0; i < losses.length; i++) {
            sum += losses[i] * counted[i];
            all += counted[i];
        }
        return sum / all;
    }
}
