package spotlight.bench;

import spotlight.grad.Activation;
import spotlight.train.TinyGpt;

/**
 * The two models that are trained, GPTs over characters without biases.
 *
 * @param batch sequences per step
 * @param piece sequences that one thread takes through the model at once
 * @param heap  the heap it trains in
 */
enum Config {
    A(64, 4, 4, 128, 12, 3, "-Xmx48m"), B(256, 6, 6, 384, 8, 1, "-Xmx380m");

    static final int VOCAB = 65;

    final int context;
    final int layers;
    final int heads;
    final int dModel;
    final int batch;
    final int piece;
    final String heap;

    Config(int context, int layers, int heads, int dModel, int batch, int piece, String heap) {
        this.context = context;
        this.layers = layers;
        this.heads = heads;
        this.dModel = dModel;
        this.batch = batch;
        this.piece = piece;
        this.heap = heap;
    }

    /** The model with its first weights. */
    TinyGpt model() {
        return new TinyGpt(new TinyGpt.Config(VOCAB, context, layers, heads, dModel, false, Activation.GELU), 1337);
    }

    /** Tokens per step. */
    int tokens() {
        return batch * context;
    }
}
