package spotlight.ch12;

import java.util.stream.IntStream;

import spotlight.tensor.Tensor;

/**
 * Exercise 12.2, the loss of the hidden words. A BERT gives scores for every token, but only those that were asked for
 * count: their label is the word that was there, all other labels are -100. The rest of the text is context, not a
 * question; neither is padding.
 *
 * <pre>{@code
 *   loss = mean over the labelled rows t of  -ln softmax(logits[t])[labels[t]]        in nats; 0 if no row has a label
 * }</pre>
 *
 * Three tokens, two words, logits (0, 0), (0, ln 3), (5, 0):
 *
 * <pre>{@code
 *   labels -100, 1, -100   ->   -ln(3/4) = 0.2877
 *   labels    0, 1, -100   ->   (-ln(1/2) - ln(3/4)) / 2 = 0.4904
 * }</pre>
 */
public final class MaskedLoss {
    /** The label of a token that is not asked for. */
    public static final int IGNORE = -100;

    private MaskedLoss() {
    }

    /**
     * The mean loss over the tokens that have a label.
     *
     * @param logits scores of all words for each token [T,V]; not modified
     * @param labels which word it was [T], or {@link #IGNORE}
     * @return in nats; 0 if there is no label
     */
    public static double loss(Tensor logits, int[] labels) {
        Tensor logs = logits.logSoftmax();
        return IntStream.range(0, labels.length).filter(t -> labels[t] != IGNORE)
                .mapToDouble(t -> -logs.at(t, labels[t]))
                .average().orElse(0);
    }

    /**
     * How the loss changes with the logits: {@code (softmax(logits[t]) - 1 at the label) / n} in the n rows that have a
     * label, 0 in all others.
     *
     * @return [T,V]
     */
    public static Tensor gradient(Tensor logits, int[] labels) {
        long asked = IntStream.of(labels).filter(label -> label != IGNORE).count();
        Tensor softmax = logits.softmax();
        int vocab = logits.size(1);
        float[] gradient = new float[logits.size()];
        for (int t = 0; t < labels.length; t++) {
            for (int word = 0; word < vocab && labels[t] != IGNORE; word++) {
                gradient[t * vocab + word] = (softmax.at(t, word) - (word == labels[t] ? 1 : 0)) / asked;
            }
        }
        return Tensor.of(gradient, logits.shape());
    }

    /**
     * The loss of a batch whose texts were computed one by one: the mean over all hidden words of the batch. Each word
     * counts alike, not each text.
     *
     * @param losses {@link #loss} of each text
     * @param asked  how many words of each were asked for
     * @return in nats; 0 if none was
     */
    public static double ofBatch(double[] losses, int[] asked) {
        double sum = IntStream.range(0, losses.length).mapToDouble(i -> losses[i] * asked[i]).sum();
        return sum / Math.max(1, IntStream.of(asked).sum());
    }
}
