package spotlight.model;

import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;

/**
 * Reads a sequence token by token and says its class, or the class of each token: embeddings, a recurrent layer, a
 * linear layer. Without attention, all it knows of a sequence has to fit into its state.
 */
public final class RecurrentClassifier {
    private static final String NAME = "recurrent";

    private final Config config;
    private final Weights weights;

    /**
     * Its form.
     *
     * @param cell      the kind of its layer
     * @param vocab     how many ids there are
     * @param embedding length of the vector of a token
     * @param hidden    H, length of the state
     * @param classes   C
     * @param padding   the id that fills up shorter sequences at their end, or -1 if every id is a token
     */
    public record Config(Cell cell, int vocab, int embedding, int hidden, int classes, int padding) {
        /** @throws IllegalArgumentException if a size is not positive */
        public Config {
            Shapes.require(vocab > 0 && embedding > 0 && hidden > 0 && classes > 0, () -> "recurrent: vocab " + vocab
                    + ", embedding " + embedding + ", hidden " + hidden + ", classes " + classes
                    + " must all be at least 1");
        }

        /** How many numbers it learns. */
        public long count() {
            return (long) vocab * embedding + cell.count(embedding, hidden) + (hidden + 1L) * classes;
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
            return new Config(cell, vocab, embedding, newHidden, classes, padding);
        }
    }

    /** @param weights embedding, rnn, output, as {@link #init} makes them */
    public RecurrentClassifier(Config config, Weights weights) {
        this.config = config;
        this.weights = weights;
    }

    /** New weights as PyTorch begins with. */
    public static RecurrentClassifier init(Config c, TorchRandom random) {
        Weights weights = new Weights();
        Layers.initEmbedding(weights, "embedding", c.vocab, c.embedding, random);
        c.cell.init(c.embedding, c.hidden, weights.in("rnn"), random);
        Layers.initLinear(weights, "output", c.hidden, c.classes, random);
        return new RecurrentClassifier(c, weights);
    }

    /** Its form. */
    public Config config() {
        return config;
    }

    /** What it has learned. */
    public Weights weights() {
        return weights;
    }

    /** Scores of the classes of each sequence [B,C], from the state after its last real token; for evaluation. */
    public Var logits(int[] ids, int batch) {
        return logits(ids, batch, Dropout.NONE);
    }

    /**
     * Scores of the classes of each sequence [B,C], from the state after its last real token.
     *
     * @throws IllegalArgumentException if an id is outside the vocabulary, or a sequence is nothing but padding
     */
    public Var logits(int[] ids, int batch, Dropout dropout) {
        Var x = embed(ids, batch, dropout);
        Padding.mask(NAME, config.padding, ids, batch); // no sequence may be empty
        Var state = config.cell.last(weights.in("rnn"), x, Padding.lengths(config.padding, ids, batch))[0];
        return Layers.linear(weights, "output", dropout.apply(state));
    }

    /** The mean cross entropy in nats, one label for each sequence. */
    public Var loss(int[] ids, int[] labels, Dropout dropout) {
        return logits(ids, labels.length, dropout).crossEntropy(labels);
    }

    /** Scores of the classes of each token [B,T,C], from the state after it. */
    public Var tokenLogits(int[] ids, int batch, Dropout dropout) {
        Var states = config.cell.read(weights.in("rnn"), embed(ids, batch, dropout)); // [B,T,H]
        return Layers.linear(weights, "output", dropout.apply(states));
    }

    /** The mean cross entropy in nats, one label for each token; -100 does not count. */
    public Var tokenLoss(int[] ids, int[] labels, int batch, Dropout dropout) {
        return tokenLogits(ids, batch, dropout).crossEntropy(labels);
    }

    private Var embed(int[] ids, int batch, Dropout dropout) {
        int tokens = Ids.check(NAME, ids, batch, config.vocab, Integer.MAX_VALUE);
        return dropout.apply(weights.get("embedding.weight").rows(ids, batch, tokens)); // [B,T,E]
    }
}
