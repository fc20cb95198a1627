package spotlight.model;

import java.util.List;
import java.util.stream.IntStream;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * BERT: each token sees all others, on both sides, and the model learns to guess words that were hidden; "BERT:
 * Pre-training of Deep Bidirectional Transformers for Language Understanding". Weights have the names of Hugging Face's
 * {@code BertForMaskedLM}.
 *
 * <pre>{@code
 * Bert bert = Bert.init(new Bert.Config(1000, 32, 2, 4, 128, 512), new TorchRandom(0));
 * Masking.Masked masked = masking.apply(ids, sequences, step);
 * Var loss = bert.loss(masked.ids(), masked.labels(), batch);
 * }</pre>
 */
public final class Bert {
    private final Config config;
    private final Weights weights;
    private final BertLayer[] layers;

    /**
     * What a BERT is like.
     *
     * @param vocab         V, how many tokens there are
     * @param context       T, the most tokens it reads
     * @param layers        how many layers
     * @param heads         H, how many attentions side by side in each
     * @param dModel        D, how many numbers stand for a token
     * @param dFf           the width between the two linear layers of a layer
     * @param segments      how many parts a text may have, for instance question and answer
     * @param padding       the token that fills short sequences; nobody looks at it
     * @param pooler        whether there is a layer that makes the first token stand for the whole text
     * @param embeddingSize the width of the tables; smaller than D they are followed by a matrix, "ALBERT: A Lite BERT
     *                      for Self-supervised Learning of Language Representations", section 3.1
     * @param shareLayers   whether all layers are one, used again and again; ALBERT, section 3.1
     * @param gelu          what comes between two linear layers
     * @param eps           of the norms
     */
    public record Config(int vocab, int context, int layers, int heads, int dModel, int dFf, int segments, int padding,
            boolean pooler, int embeddingSize, boolean shareLayers, Activation gelu, float eps) {
        private static final float EPS = 1e-12f;

        /** @throws IllegalArgumentException if a size is not positive, or the heads do not divide dModel evenly */
        public Config {
            Shapes.require(vocab > 0 && context > 0 && layers > 0 && heads > 0 && dModel > 0 && dFf > 0 && segments > 0
                    && embeddingSize > 0,
                    () -> "bert: vocab " + vocab + ", context " + context + ", layers " + layers + ", heads " + heads
                            + ", dModel " + dModel + ", dFf " + dFf + ", segments " + segments + ", embeddingSize "
                            + embeddingSize + ", all must be positive");
            Shapes.require(dModel % heads == 0,
                    () -> "bert: dModel " + dModel + " is not a multiple of heads " + heads);
        }

        /** As BERT: two segments, padding 0, the exact GELU; without a pooler. */
        public Config(int vocab, int context, int layers, int heads, int dModel, int dFf) {
            this(vocab, context, layers, heads, dModel, dFf, 2, 0, false, dModel, false, Activation.GELU, EPS);
        }

        /** With another token that fills short sequences; -1 if there is none. */
        public Config withPadding(int id) {
            return new Config(vocab, context, layers, heads, dModel, dFf, segments, id, pooler, embeddingSize,
                    shareLayers, gelu, eps);
        }

        /** With a layer that makes the first token stand for the whole text. */
        public Config withPooler() {
            return new Config(vocab, context, layers, heads, dModel, dFf, segments, padding, true, embeddingSize,
                    shareLayers, gelu, eps);
        }

        /** With tables of another width than D, as ALBERT. */
        public Config withEmbeddingSize(int size) {
            return new Config(vocab, context, layers, heads, dModel, dFf, segments, padding, pooler, size, shareLayers,
                    gelu, eps);
        }

        /** With one layer that stands for all, as ALBERT. */
        public Config withSharedLayers() {
            return new Config(vocab, context, layers, heads, dModel, dFf, segments, padding, pooler, embeddingSize,
                    true, gelu, eps);
        }

        boolean factorised() {
            return embeddingSize != dModel;
        }

        /** The numbers to learn, by formula. */
        public long parameters() {
            long d = dModel;
            long e = embeddingSize;
            long tables = (vocab + context + segments) * e + 2 * e + (factorised() ? e * d + d : 0);
            long attention = 4 * (d * d + d) + 2 * d;
            long feedForward = d * dFf + dFf + dFf * d + d + 2 * d;
            long pooled = pooler ? d * d + d : 0;
            long head = d * e + e + 2 * e + vocab;
            return tables + (shareLayers ? 1 : layers) * (attention + feedForward) + pooled + head;
        }
    }

    /**
     * A BERT with these weights.
     *
     * @throws IllegalArgumentException if one is missing or has another shape
     */
    public Bert(Config config, Weights weights) {
        ModelWeights.check("bert", BertWeights.shapes(config), weights);
        this.config = config;
        this.weights = weights;
        layers = IntStream.range(0, config.layers).mapToObj(
                i -> new BertLayer(config, weights.in("bert.encoder.layer." + (config.shareLayers ? 0 : i)), i))
                .toArray(BertLayer[]::new);
    }

    /** As BERT begins: matrices from a normal distribution of standard deviation 0.02, norms 1, biases 0. */
    public static Bert init(Config config, TorchRandom random) {
        return new Bert(config, ModelWeights.init(BertWeights.shapes(config), name -> 1, random));
    }

    /** What it is like. */
    public Config config() {
        return config;
    }

    /** What it has learned. */
    public Weights weights() {
        return weights;
    }

    /** The weights that learn. */
    public List<Var> params() {
        return weights.params();
    }

    /** {@link #logits(int[], int[], int, Dropout)} of a single segment, without dropout. */
    public Var logits(int[] ids, int batch) {
        return logits(ids, new int[ids.length], batch, Dropout.NONE);
    }

    /**
     * For each token the scores of which word it was.
     *
     * @param ids      [B,T], row by row; no more than the context in a row
     * @param segments which part each token belongs to [B,T]
     * @param batch    B
     * @return [B,T,V]
     * @throws IllegalArgumentException if an id is outside the vocabulary, or a row longer than the context
     */
    public Var logits(int[] ids, int[] segments, int batch, Dropout dropout) {
        return score(hidden(ids, segments, batch, dropout));
    }

    /**
     * Scores of some tokens only, which is cheaper than of all.
     *
     * @param places which of the ids, counted from 0 through the whole batch
     * @return [n,V]
     */
    public Var logitsAt(int[] places, int[] ids, int batch) {
        Var x = hidden(ids, new int[ids.length], batch, Dropout.NONE);
        return score(x.reshape(ids.length, config.dModel).rows(places));
    }

    /** {@link #loss(int[], int[], int, Dropout)} without dropout. */
    public Var loss(int[] ids, int[] labels, int batch) {
        return loss(ids, labels, batch, Dropout.NONE);
    }

    /** {@link #loss(int[], int[], int[], int, Dropout)} of a single segment. */
    public Var loss(int[] ids, int[] labels, int batch, Dropout dropout) {
        return loss(ids, new int[ids.length], labels, batch, dropout);
    }

    /**
     * The mean loss in nats over the tokens that have a label.
     *
     * @param labels which word each token was [B,T]; -100 where it does not matter
     */
    public Var loss(int[] ids, int[] segments, int[] labels, int batch, Dropout dropout) {
        Targets.check("bert", ids, labels, config.vocab);
        return Targets.loss(hidden(ids, segments, batch, dropout), labels, this::score);
    }

    /**
     * What each token has become behind the last layer [B,T,D].
     *
     * @throws IllegalArgumentException as {@link #logits(int[], int[], int, Dropout)}
     */
    public Var hidden(int[] ids, int[] segments, int batch, Dropout dropout) {
        int tokens = Ids.check("bert", ids, batch, config.vocab, config.context);
        checkSegments(segments, ids.length);
        Weights tables = weights.in("bert.embeddings");
        Var x = tables.get("word_embeddings.weight").rows(ids, batch, tokens) // [B,T,E]
                .plus(tables.get("position_embeddings.weight").slice(0, 0, tokens))
                .plus(tables.get("token_type_embeddings.weight").rows(segments, batch, tokens));
        x = dropout.apply(Layers.norm(tables, "LayerNorm", x, config.eps));
        if (config.factorised()) {
            x = Layers.linear(weights, "bert.encoder.embedding_hidden_mapping_in", x); // [B,T,D]
        }
        Tensor mask = Padding.mask("bert", config.padding, ids, batch);
        for (BertLayer layer : layers) {
            x = layer.apply(x, mask, dropout);
        }
        return x;
    }

    /** One vector for each text [B,D], made of what its first token has become. */
    public Var pooled(Var hidden) {
        Shapes.require(config.pooler, () -> "bert: this one has no pooler");
        return Layers.linear(weights, "bert.pooler.dense", hidden.select(1, 0), Activation.TANH);
    }

    /** Scores of all words for what tokens have become [..,D]: the table of words, used backwards. */
    public Var score(Var hidden) {
        Weights head = weights.in("cls.predictions");
        Var x = Layers.linear(head, "transform.dense", hidden, config.gelu); // [..,E]
        return Layers.norm(head, "transform.LayerNorm", x, config.eps)
                .linear(weights.get("bert.embeddings.word_embeddings.weight"), head.get("bias"));
    }

    private void checkSegments(int[] segments, int ids) {
        Shapes.require(segments.length == ids,
                () -> "bert: " + ids + " ids and " + segments.length + " segments, each id needs one");
        for (int i = 0; i < segments.length; i++) {
            if (segments[i] < 0 || segments[i] >= config.segments) {
                throw new IllegalArgumentException("bert: segment " + segments[i] + " at " + i + " is none of the "
                        + config.segments + " there are");
            }
        }
    }
}
