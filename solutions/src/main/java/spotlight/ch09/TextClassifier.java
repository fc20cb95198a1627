package spotlight.ch09;

import spotlight.grad.Var;
import spotlight.model.Dropout;
import spotlight.model.Layers;
import spotlight.model.Padding;
import spotlight.model.TransformerBlock;
import spotlight.model.Weights;
import spotlight.nn.PositionalEncoding;
import spotlight.tensor.Tensor;

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
        Var table = weights.get("embedding.weight"); // [V,D]
        int tokens = ids.length / batch;
        Tensor positions = PositionalEncoding.sinusoidal(tokens, table.size(1)); // [T,D]
        Var x = table.rows(ids, batch, tokens).plus(Var.constant(positions)); // [B,T,D]
        Tensor mask = Padding.mask("classifier", PAD, ids, batch); // stretches to [B,H,T,T]
        for (int i = 0; i < layers; i++) {
            Weights block = weights.in("transformer_blocks." + i);
            x = new TransformerBlock(heads, false, block).apply(x, mask, Dropout.NONE);
        }
        Var text = Var.constant(shares(ids, batch)).matmul(x).select(1, 0); // [B,1,T] x [B,T,D]
        Var wide = Layers.linear(weights, "classifier.0", text).relu();
        return Layers.linear(weights, "classifier.3", wide);
    }

    private static Tensor shares(int[] ids, int batch) {
        int tokens = ids.length / batch;
        int[] lengths = Padding.lengths(PAD, ids, batch);
        Tensor shares = Tensor.zeros(batch, 1, tokens);
        for (int i = 0; i < ids.length; i++) {
            shares.data()[i] = ids[i] == PAD ? 0 : 1f / lengths[i / tokens];
        }
        return shares;
    }

    /**
     * The mean cross entropy in nats, from which training goes backward.
     *
     * @param labels the class of each text, 0..C-1
     * @return a single number
     */
    public static Var loss(int[] ids, int[] labels, int layers, int heads, Weights weights) {
        return logits(ids, labels.length, layers, heads, weights).crossEntropy(labels);
    }
}
