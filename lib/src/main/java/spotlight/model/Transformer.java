package spotlight.model;

import spotlight.grad.CrossEntropy;
import spotlight.grad.Var;
import spotlight.nn.PositionalEncoding;
import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * Encoder and decoder for token ids: embeddings, positions, layers, and scores of each next token; "Attention Is All
 * You Need", figure 1.
 *
 * <p>Its attention maps are called {@code encoder.layers.0.self_attn}, {@code decoder.layers.0.self_attn} and {@code
 * decoder.layers.0.multihead_attn}: the last says which source token each written one looks at.
 */
public final class Transformer implements Translator {
    private static final String NAME = "transformer";

    private final TransformerConfig config;
    private final Weights weights;
    private final Tensor positions; // [context,D]

    /**
     * What the encoder has read.
     *
     * @param states one vector for each source token [B,S,D]
     * @param mask   hides the padding [B,1,1,S]
     */
    public record Memory(Var states, Tensor mask) {
    }

    /** @param weights src_emb, tgt_emb, encoder, decoder, generator, as {@link #init} makes them */
    public Transformer(TransformerConfig config, Weights weights) {
        this.config = config;
        this.weights = weights;
        Tensor table = PositionalEncoding.sinusoidal(config.marks().context(), config.layer().dModel());
        positions = Tensor.of(table.data(), table.shape()); // memory of its own, even while arrays are recycled
    }

    /**
     * New weights: modules begin as in PyTorch, in the order of their names, then every matrix is drawn again by
     * xavier_uniform_, as nn.Transformer does it with its own.
     */
    public static Transformer init(TransformerConfig c, TorchRandom random) {
        Weights weights = new Weights();
        int dModel = c.layer().dModel();
        Layers.initEmbedding(weights, "src_emb", c.srcVocab(), dModel, random);
        if (c.sharing() == TransformerConfig.Sharing.ALL) {
            weights.share("tgt_emb.weight", weights.get("src_emb.weight"));
        } else {
            Layers.initEmbedding(weights, "tgt_emb", c.tgtVocab(), dModel, random);
        }
        Encoder.init(c.encoderLayers(), c.layer(), true, weights.in("encoder"), random);
        Decoder.init(c.decoderLayers(), c.layer(), true, weights.in("decoder"), random);
        if (c.sharing() == TransformerConfig.Sharing.NONE) {
            Layers.initLinear(weights, "generator", dModel, c.tgtVocab(), random);
        } else {
            weights.share("generator.weight", weights.get("tgt_emb.weight"));
            weights.parameter("generator.bias", Tensor.zeros(c.tgtVocab()));
        }
        Layers.xavier(weights, random);
        return new Transformer(c, weights);
    }

    /** Its form. */
    public TransformerConfig config() {
        return config;
    }

    /** What it has learned. */
    public Weights weights() {
        return weights;
    }

    @Override
    public Marks marks() {
        return config.marks();
    }

    /** What the encoder makes of B source sequences, for evaluation. */
    public Memory encode(int[] src, int batch) {
        return encode(src, batch, Dropout.NONE);
    }

    /**
     * What the encoder makes of the source.
     *
     * @param src B sequences of ids, filled up with padding
     * @throws IllegalArgumentException if an id is outside the vocabulary, or a sequence is too long, empty or nothing
     *     but padding
     */
    public Memory encode(int[] src, int batch, Dropout dropout) {
        int tokens = Ids.check(NAME, src, batch, config.srcVocab(), marks().context());
        Tensor mask = Padding.mask(NAME, marks().pad(), src, batch);
        Var x = dropout.apply(embed("src_emb.weight", src, batch, 0, tokens));
        return new Memory(new Encoder(config.encoderLayers(), config.layer(), weights.in("encoder")).apply(x, mask,
                dropout), mask);
    }

    /**
     * What the decoder makes of the tokens written so far [B,T,D], for each only of those before it.
     *
     * @param tgt B sequences of ids that begin with bos; padding may follow
     */
    public Var decode(int[] tgt, Memory memory, Dropout dropout) {
        int batch = memory.states().size(0);
        int tokens = Ids.check(NAME, tgt, batch, config.tgtVocab(), marks().context());
        Var x = dropout.apply(embed("tgt_emb.weight", tgt, batch, 0, tokens));
        return decoder().apply(x, memory.states(), DecoderLayer.Masks.causal(memory.mask()), dropout);
    }

    /** Scores of what comes after each token of tgt [B,T,V], for evaluation. */
    public Var logits(int[] src, int[] tgt, int batch) {
        return logits(src, tgt, batch, Dropout.NONE);
    }

    /** Scores of what comes after each token of tgt [B,T,V]. */
    public Var logits(int[] src, int[] tgt, int batch, Dropout dropout) {
        return generator(decode(tgt, encode(src, batch, dropout), dropout));
    }

    @Override
    public Var loss(int[] src, int[] tgt, int batch, double smoothing, Dropout dropout) {
        Shifted shifted = Shifted.of(NAME, tgt, batch);
        return logits(src, shifted.inputs(), batch, dropout).crossEntropy(shifted.labels(),
                CrossEntropy.MEAN.withIgnore(marks().pad()).withSmoothing(smoothing));
    }

    @Override
    public Writer read(int[] src, int batch) {
        return new TransformerWriter(this, encode(src, batch));
    }

    /** Embeddings, scaled if so configured, plus positions {@code first..first+tokens-1}, [B,tokens,D]. */
    Var embed(String table, int[] ids, int batch, int first, int tokens) {
        Var x = weights.get(table).rows(ids, batch, tokens);
        Var scaled = config.scaleEmbeddings() ? x.times((float) Math.sqrt(config.layer().dModel())) : x;
        return scaled.plus(Var.constant(positions.slice(0, first, first + tokens)));
    }

    Decoder decoder() {
        return new Decoder(config.decoderLayers(), config.layer(), weights.in("decoder"));
    }

    /** Scores of each next token. */
    Var generator(Var x) {
        return Layers.linear(weights, "generator", x);
    }

    /**
     * A target sequence twice: what the decoder is given, and what it should say next.
     *
     * @param inputs all tokens but the last of each sequence
     * @param labels all tokens but the first
     */
    record Shifted(int[] inputs, int[] labels) {
        static Shifted of(String model, int[] tgt, int batch) {
            Shapes.require(batch > 0 && tgt.length % batch == 0 && tgt.length >= 2 * batch, () -> model + ": "
                    + tgt.length + " target ids are not " + batch + " sequences of one length with bos and eos");
            int tokens = tgt.length / batch - 1;
            int[] inputs = new int[batch * tokens];
            int[] labels = new int[batch * tokens];
            for (int b = 0; b < batch; b++) {
                int from = b * (tokens + 1);
                System.arraycopy(tgt, from, inputs, b * tokens, tokens);
                System.arraycopy(tgt, from + 1, labels, b * tokens, tokens);
            }
            return new Shifted(inputs, labels);
        }
    }
}
