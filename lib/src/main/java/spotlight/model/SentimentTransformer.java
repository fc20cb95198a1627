package spotlight.model;

import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.nn.PositionalEncoding;
import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * Says which class a text belongs to: embeddings and positions, blocks of an encoder, the mean over the tokens, two
 * linear layers. The tutorial's model, repaired, and usable for texts of different length.
 *
 * <p>Its attention maps are called {@code transformer_blocks.0.self_attention} and so on.
 */
public final class SentimentTransformer {
    private static final String NAME = "sentiment";

    private final Config config;
    private final Weights weights;
    private final Tensor positions; // [context,D]

    /**
     * Its form.
     *
     * @param vocab       how many ids there are
     * @param context     the most tokens of a text
     * @param layers      how many blocks
     * @param dModel      D
     * @param heads       H
     * @param dFf         length of the vectors inside a block
     * @param hidden      length of the vector before the scores
     * @param classes     C
     * @param padding     the id that fills up shorter texts: hidden from attention and left out of the mean;
     *                    {@link #NO_PADDING} if every id is a token
     * @param acrossBatch whether attention runs across the batch: the bug of {@link TransformerBlock}
     */
    public record Config(int vocab, int context, int layers, int dModel, int heads, int dFf, int hidden, int classes,
            int padding, boolean acrossBatch) {
        /** Every id is a token. */
        public static final int NO_PADDING = -1;

        /** @throws IllegalArgumentException if a size is not positive, or padding is asked for across the batch */
        public Config {
            Shapes.require(vocab > 0 && context > 0 && layers > 0 && hidden > 0 && classes > 0,
                    () -> "sentiment: vocab " + vocab + ", context " + context + ", layers " + layers + ", hidden "
                            + hidden + ", classes " + classes + " must all be at least 1");
            Shapes.require(!acrossBatch || padding == NO_PADDING,
                    () -> "sentiment: attention across the batch knows no padding, but the padding id is " + padding);
        }

        /** The tutorial's: 532,930 numbers to learn, attention across the batch. */
        public static Config published() {
            return new Config(1000, 1000, 2, 128, 8, 512, 64, 2, NO_PADDING, true);
        }

        /** The tutorial's with attention across the words. */
        public static Config repaired() {
            return new Config(1000, 1000, 2, 128, 8, 512, 64, 2, NO_PADDING, false);
        }

        /** A smaller one for texts of different length, padding being id 0; dFf is 4 D, hidden D / 2. */
        public static Config of(int vocab, int context, int layers, int dModel, int heads, int classes) {
            return new Config(vocab, context, layers, dModel, heads, 4 * dModel, (dModel + 1) / 2, classes, 0, false);
        }
    }

    /** @param weights embedding, transformer_blocks, classifier.0 and classifier.3, as {@link #init} makes them */
    public SentimentTransformer(Config config, Weights weights) {
        this.config = config;
        this.weights = weights;
        Tensor table = PositionalEncoding.sinusoidal(config.context, config.dModel);
        positions = Tensor.of(table.data(), table.shape()); // memory of its own, even while arrays are recycled
    }

    /** New weights as PyTorch begins with, to the bit. */
    public static SentimentTransformer init(Config c, TorchRandom random) {
        Weights weights = new Weights();
        Layers.initEmbedding(weights, "embedding", c.vocab, c.dModel, random);
        for (int i = 0; i < c.layers; i++) {
            TransformerBlock.init(c.dModel, c.heads, c.dFf, c.acrossBatch, weights.in("transformer_blocks." + i),
                    random);
        }
        Layers.initLinear(weights, "classifier.0", c.dModel, c.hidden, random);
        Layers.initLinear(weights, "classifier.3", c.hidden, c.classes, random);
        return new SentimentTransformer(c, weights);
    }

    /** Its form. */
    public Config config() {
        return config;
    }

    /** What it has learned. */
    public Weights weights() {
        return weights;
    }

    /** Scores of the classes [B,C], for evaluation. */
    public Var logits(int[] ids, int batch) {
        return logits(ids, batch, Dropout.NONE);
    }

    /**
     * Scores of the classes [B,C].
     *
     * @param ids B texts of T ids each, filled up with padding
     * @throws IllegalArgumentException if an id is outside the vocabulary, or a text is too long, empty or nothing but
     *     padding
     */
    public Var logits(int[] ids, int batch, Dropout dropout) {
        int tokens = Ids.check(NAME, ids, batch, config.vocab, config.context);
        Tensor mask = padded() ? Padding.mask(NAME, config.padding, ids, batch) : Mask.none();
        Var x = weights.get("embedding.weight").rows(ids, batch, tokens)
                .plus(Var.constant(positions.slice(0, 0, tokens))); // [B,T,D]
        for (int i = 0; i < config.layers; i++) {
            Weights block = weights.in("transformer_blocks." + i);
            x = new TransformerBlock(config.heads, config.acrossBatch, block).apply(x, mask, dropout);
        }
        Var text = mask.rank() == 0 ? x.mean(1) : Padding.mean(x, config.padding, ids); // [B,D]
        Var wide = Layers.linear(weights, "classifier.0", text, Activation.RELU);
        return Layers.linear(weights, "classifier.3", dropout.apply(wide));
    }

    /** The mean cross entropy in nats, one label of 0..C-1 for each text. */
    public Var loss(int[] ids, int[] labels, Dropout dropout) {
        return logits(ids, labels.length, dropout).crossEntropy(labels);
    }

    private boolean padded() {
        return config.padding != Config.NO_PADDING;
    }
}
