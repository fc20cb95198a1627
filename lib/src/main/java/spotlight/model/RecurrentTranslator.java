package spotlight.model;

import java.util.Arrays;
import spotlight.grad.CrossEntropy;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * One recurrent layer reads the source, and its last state is all that a second one knows when it writes; "Sequence to
 * Sequence Learning with Neural Networks". What a {@link Transformer} is measured against.
 */
public final class RecurrentTranslator implements Translator {
    private static final String NAME = "recurrent translator";

    private final Config config;
    private final Weights weights;

    /**
     * Its form.
     *
     * @param cell      the kind of its layers
     * @param srcVocab  how many ids the source has
     * @param tgtVocab  how many ids the target has
     * @param marks     special ids, and the most tokens a source or a target may have
     * @param embedding length of the vector of a token
     * @param hidden    H, length of the state
     */
    public record Config(Cell cell, int srcVocab, int tgtVocab, Marks marks, int embedding, int hidden) {
        /** @throws IllegalArgumentException if a size is not positive */
        public Config {
            Shapes.require(srcVocab > 0 && tgtVocab > 0 && embedding > 0 && hidden > 0,
                    () -> "recurrent translator: vocabularies of " + srcVocab + " and " + tgtVocab + ", embedding "
                            + embedding + ", hidden " + hidden + " must all be at least 1");
        }

        /** How many numbers it learns. */
        public long count() {
            return (srcVocab + (long) tgtVocab) * embedding + 2 * cell.count(embedding, hidden)
                    + (hidden + 1L) * tgtVocab;
        }

        /**
         * The same with the largest state that learns at most so many numbers.
         *
         * @throws IllegalArgumentException if even a state of one number is too much
         */
        public Config within(long budget) {
            return withHidden(Cell.largestHidden(size -> withHidden(size).count(), budget));
        }

        private Config withHidden(int newHidden) {
            return new Config(cell, srcVocab, tgtVocab, marks, embedding, newHidden);
        }
    }

    /** @param weights src_emb, tgt_emb, encoder, decoder, generator, as {@link #init} makes them */
    public RecurrentTranslator(Config config, Weights weights) {
        this.config = config;
        this.weights = weights;
    }

    /** New weights as PyTorch begins with. */
    public static RecurrentTranslator init(Config c, TorchRandom random) {
        Weights weights = new Weights();
        Layers.initEmbedding(weights, "src_emb", c.srcVocab, c.embedding, random);
        Layers.initEmbedding(weights, "tgt_emb", c.tgtVocab, c.embedding, random);
        c.cell.init(c.embedding, c.hidden, weights.in("encoder"), random);
        c.cell.init(c.embedding, c.hidden, weights.in("decoder"), random);
        Layers.initLinear(weights, "generator", c.hidden, c.tgtVocab, random);
        return new RecurrentTranslator(c, weights);
    }

    /** Its form. */
    public Config config() {
        return config;
    }

    /** What it has learned. */
    public Weights weights() {
        return weights;
    }

    @Override
    public Marks marks() {
        return config.marks;
    }

    /** Scores of what comes after each token of tgt [B,T,V]; tgt begins with bos. */
    public Var logits(int[] src, int[] tgt, int batch, Dropout dropout) {
        Var[] state = encode(src, batch, dropout);
        int tokens = Ids.check(NAME, tgt, batch, config.tgtVocab, config.marks.context());
        Var x = dropout.apply(weights.get("tgt_emb.weight").rows(tgt, batch, tokens)); // [B,T,E]
        Var y = config.cell.read(weights.in("decoder"), x, state);
        return Layers.linear(weights, "generator", dropout.apply(y));
    }

    @Override
    public Var loss(int[] src, int[] tgt, int batch, double smoothing, Dropout dropout) {
        Transformer.Shifted shifted = Transformer.Shifted.of(NAME, tgt, batch);
        return logits(src, shifted.inputs(), batch, dropout).crossEntropy(shifted.labels(),
                CrossEntropy.MEAN.withIgnore(config.marks.pad()).withSmoothing(smoothing));
    }

    /** The state after the last real token of each source. */
    private Var[] encode(int[] src, int batch, Dropout dropout) {
        int tokens = Ids.check(NAME, src, batch, config.srcVocab, config.marks.context());
        Padding.mask(NAME, config.marks.pad(), src, batch); // no source may be empty
        Var x = dropout.apply(weights.get("src_emb.weight").rows(src, batch, tokens)); // [B,S,E]
        return config.cell.last(weights.in("encoder"), x, Padding.lengths(config.marks.pad(), src, batch));
    }

    @Override
    public Writer read(int[] src, int batch) {
        return new Writer() {
            private Var[] state = encode(src, batch, Dropout.NONE);

            @Override
            public Tensor next(int[] ids) {
                Ids.check(NAME, ids, state[0].size(0), config.tgtVocab, 1);
                state = config.cell.step(weights.in("decoder"), weights.get("tgt_emb.weight").rows(ids), state);
                return Layers.linear(weights, "generator", state[0]).value(); // [B,V]
            }

            @Override
            public void keep(int[] sequences) {
                state = Arrays.stream(state).map(part -> part.rows(sequences)).toArray(Var[]::new);
            }
        };
    }
}
