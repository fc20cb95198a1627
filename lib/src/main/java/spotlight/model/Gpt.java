package spotlight.model;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import spotlight.grad.Activation;
import spotlight.grad.Rotary;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * A GPT: given the tokens so far, scores for what comes next; "Language Models are Unsupervised Multitask Learners"
 * (GPT-2). Weights have the names of GPT-2 and the layout of PyTorch's linear layers, [out,in].
 *
 * <pre>{@code
 * Gpt gpt = Gpt.init(new Gpt.Config(65, 64, 4, 4, 128), new TorchRandom(0));
 * Var loss = gpt.loss(ids, targets, batch); // to be trained by spotlight.train
 * int[] text = gpt.generate(prompt, 100, Sampler.nucleus(0), id -> System.out.print(tokenizer.decode(id)));
 * }</pre>
 */
public final class Gpt {
    /** Targets with this number do not count. */
    public static final int IGNORE = Targets.IGNORE;

    private final Config config;
    private final Weights weights;
    private final Rotary rotary;
    private final GptBlock[] blocks;

    /**
     * What a GPT is like.
     *
     * @param vocab   V, how many tokens there are
     * @param context T, the most tokens it reads
     * @param layers  how many blocks
     * @param heads   H, how many attentions side by side in each; they share dModel evenly
     * @param dModel  D, how many numbers stand for a token
     * @param biases  whether linear layers and norms add something
     * @param gelu    what comes between the two layers of the MLP
     * @param rotary  whether queries and keys are turned by their position ({@link Rotary}), instead of learned
     *                positions being added to the tokens
     * @param tied    whether the table of tokens, used backwards, scores the next token; otherwise a matrix of its own
     * @param eps     of the norms
     */
    public record Config(int vocab, int context, int layers, int heads, int dModel, boolean biases, Activation gelu,
            boolean rotary, boolean tied, float eps) {
        private static final float EPS = 1e-5f;

        /** @throws IllegalArgumentException if a size is not positive, or the heads do not divide dModel evenly */
        public Config {
            Shapes.require(vocab > 0 && context > 0 && layers > 0 && heads > 0 && dModel > 0,
                    () -> "gpt: vocab " + vocab + ", context " + context + ", layers " + layers + ", heads " + heads
                            + ", dModel " + dModel + ", all must be positive");
            Shapes.require(dModel % heads == 0, () -> "gpt: dModel " + dModel + " is not a multiple of heads " + heads);
            Shapes.require(!rotary || dModel / heads % 2 == 0,
                    () -> "gpt: rotary positions turn pairs, a head of " + dModel / heads + " numbers has none");
        }

        /** As GPT-2: biases, its approximation of GELU, learned positions, tied tables. */
        public Config(int vocab, int context, int layers, int heads, int dModel) {
            this(vocab, context, layers, heads, dModel, true, Activation.GELU_TANH, false, true, EPS);
        }

        /** Without biases. */
        public Config withoutBiases() {
            return new Config(vocab, context, layers, heads, dModel, false, gelu, rotary, tied, eps);
        }

        /** With another activation, such as the exact {@link Activation#GELU}. */
        public Config withGelu(Activation newGelu) {
            return new Config(vocab, context, layers, heads, dModel, biases, newGelu, rotary, tied, eps);
        }

        /** With rotary positions. */
        public Config withRotary() {
            return new Config(vocab, context, layers, heads, dModel, biases, gelu, true, tied, eps);
        }

        /** With a matrix of its own for scoring the next token. */
        public Config untied() {
            return new Config(vocab, context, layers, heads, dModel, biases, gelu, rotary, false, eps);
        }

        /** The numbers to learn, by formula: {@code (V + T) D + layers (12 D^2 + 13 D) + 2 D} for GPT-2. */
        public long parameters() {
            long d = dModel;
            long tables = d * (vocab + (rotary ? 0 : context) + (tied ? 0 : vocab));
            long layer = 12 * d * d + (biases ? 13 : 2) * d;
            return tables + layers * layer + (biases ? 2 : 1) * d;
        }
    }

    /**
     * A GPT with these weights.
     *
     * @throws IllegalArgumentException if one is missing or has another shape
     */
    public Gpt(Config config, Weights weights) {
        this.config = config;
        this.weights = weights;
        ModelWeights.check("gpt", GptWeights.shapes(config), weights);
        rotary = GptBlock.rotary(config);
        blocks = IntStream.range(0, config.layers).mapToObj(i -> new GptBlock(config, weights.in("h." + i), rotary))
                .toArray(GptBlock[]::new);
    }

    /**
     * As GPT-2 begins: matrices from a normal distribution of standard deviation 0.02, those that add to the sum of all
     * layers smaller, {@code 0.02 / sqrt(2 layers)}, so that the sum is not; norms 1, biases 0.
     */
    public static Gpt init(Config config, TorchRandom random) {
        double small = 1 / Math.sqrt(2.0 * config.layers);
        return new Gpt(config, ModelWeights.init(GptWeights.shapes(config),
                name -> name.endsWith("_proj.weight") ? small : 1, random));
    }

    /** What it is like. */
    public Config config() {
        return config;
    }

    /** What it has learned. */
    public Weights weights() {
        return weights;
    }

    Rotary rotary() {
        return rotary;
    }

    /** The weights that learn. */
    public List<Var> params() {
        return weights.params();
    }

    /** {@link #logits(int[], int, Dropout)} without dropout. */
    public Var logits(int[] ids, int batch) {
        return logits(ids, batch, Dropout.NONE);
    }

    /**
     * For each token the scores of what comes next.
     *
     * @param ids   [B,T], row by row; no more than the context in a row
     * @param batch B
     * @return [B,T,V]
     * @throws IllegalArgumentException if an id is outside the vocabulary, or a row longer than the context
     */
    public Var logits(int[] ids, int batch, Dropout dropout) {
        return score(hidden(ids, batch, dropout));
    }

    /** {@link #loss(int[], int[], int, Dropout)} without dropout. */
    public Var loss(int[] ids, int[] targets, int batch) {
        return loss(ids, targets, batch, Dropout.NONE);
    }

    /**
     * The mean loss in nats over the tokens whose target counts.
     *
     * @param targets what comes next after each token [B,T]; {@link #IGNORE} where it does not matter
     */
    public Var loss(int[] ids, int[] targets, int batch, Dropout dropout) {
        Targets.check("gpt", ids, targets, config.vocab);
        return Targets.loss(hidden(ids, batch, dropout), targets, this::score);
    }

    /** A cache for {@link #next}, empty. */
    public GptCache cache() {
        return new GptCache(this);
    }

    /**
     * Reads tokens behind those that the cache knows: the same scores as from all tokens at once, up to rounding.
     *
     * @param ids   at least one token
     * @param cache of this model; grows by these tokens
     * @return the scores of what comes next [V]
     * @throws IllegalArgumentException if an id is outside the vocabulary, or the tokens do not fit the context
     */
    public Tensor next(int[] ids, GptCache cache) {
        Shapes.require(cache.step.isOf(this), () -> "gpt: the cache is that of another model");
        Ids.check("gpt", ids, 1, config.vocab, Integer.MAX_VALUE);
        cache.requireRoom(ids.length);
        return Tensor.of(cache.step.last(ids, cache), config.vocab);
    }

    /**
     * Goes on with a text, see {@link Generator}.
     *
     * @param prompt  the tokens so far, at least one
     * @param n       how many tokens to add; prompt and text must fit the context
     * @param sampler chooses each token
     * @param each    is told of each token as soon as it is chosen
     * @return the new tokens
     */
    public int[] generate(int[] prompt, int n, Sampler sampler, IntConsumer each) {
        return new Generator(this).generate(prompt, n, sampler, each);
    }

    private Var hidden(int[] ids, int batch, Dropout dropout) {
        int tokens = Ids.check("gpt", ids, batch, config.vocab, config.context);
        Var x = weights.get("wte.weight").rows(ids, batch, tokens); // [B,T,D]
        if (!config.rotary) {
            x = x.plus(weights.get("wpe.weight").slice(0, 0, tokens));
        }
        x = dropout.apply(x);
        for (GptBlock block : blocks) {
            x = block.apply(x, dropout);
        }
        return Layers.norm(weights, "ln_f", x, config.eps);
    }

    private Var score(Var x) {
        return x.linear(weights.get(config.tied ? "wte.weight" : "lm_head.weight"));
    }
}
