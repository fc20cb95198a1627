package spotlight.ch09;

import static spotlight.check.Check.todo;

import spotlight.grad.Var;
import spotlight.model.Weights;

/**
 * Exercise 9.3, the homework of the tutorial: a text classifier with an encoder. You put the parts together.
 *
 * <pre>
 *   ids [B,T]
 *   embedding.weight                       a row of the table for each id               [B,T,D]
 *   + sinusoidal positions                 the same for each text                       [B,T,D]
 *   transformer_blocks.0, .1, ...          attention and feed-forward, padding hidden   [B,T,D]
 *   mean over the real tokens                                                           [B,D]
 *   classifier.0, relu, classifier.3       two linear layers                            [B,C]
 * </pre>
 *
 * The parts lie ready, work on {@code Var} (so that all of it can be trained) and know their weights by these names:
 *
 * <pre>{@code
 * weights.get("embedding.weight").rows(ids, B, T)                  // [V,D] to [B,T,D]
 * Var.constant(PositionalEncoding.sinusoidal(T, D))                // [T,D]
 * Padding.mask("classifier", PAD, ids, B)                          // hides padding from attention
 * new TransformerBlock(heads, false, weights.in("transformer_blocks.0")).apply(x, mask, Dropout.NONE)
 * Layers.linear(weights, "classifier.0", x)
 * }</pre>
 *
 * For the mean there are many ways. One is a product: shares [B,1,T], 1/length for a real token and 0 for padding,
 * times x [B,T,D]. The library has this model too; calling it would earn the points and teach nothing.
 */
public final class TextClassifier {
    /** The id that fills up shorter texts, at their end. */
    public static final int PAD = 0;

    private TextClassifier() {
    }

    /**
     * The scores of the classes, before any softmax.
     *
     * @param ids     B texts of T ids each, one after the other
     * @param batch   B
     * @param layers  how many blocks
     * @param heads   H
     * @param weights with the names above
     * @return [B,C]
     */
    public static Var logits(int[] ids, int batch, int layers, int heads, Weights weights) {
        return todo("9.3");
    }

    /**
     * The mean cross entropy in nats, from which training goes backward.
     *
     * @param labels the class of each text, 0..C-1
     * @return a single number
     */
    public static Var loss(int[] ids, int[] labels, int layers, int heads, Weights weights) {
        return todo("9.3");
    }
}
