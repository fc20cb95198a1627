package spotlight.ch12;

import static spotlight.check.Check.todo;

/**
 * Exercise 12.6, count the parameters. ALBERT makes BERT small in two ways. Its tables are narrow, E = 128, and a matrix
 * widens them to D; and all layers are one layer, used again and again. By how much does that shrink it? You count.
 *
 * <p>What a model has (V words, T places, 2 segments; F the width between the two linear layers):
 *
 * <pre>{@code
 *   tables   words [V,E], places [T,E], segments [2,E], a norm (E weights, E biases)
 *            and only if E is not D: a linear layer from E to D, with biases
 *   layer    four linear layers from D to D (query, key, value, output), with biases
 *            a linear layer from D to F and one from F to D, with biases
 *            two norms of D
 *   pooler   a linear layer from D to D, with biases
 * }</pre>
 *
 * A linear layer from a to b has a·b weights and b biases, a norm of a has 2·a numbers. Two models to check by:
 *
 * <pre>{@code
 *   BERT-base     V 30522, T 512, E 768, D 768, F 3072, 12 layers            109,482,240   published: 110 million
 *   ALBERT-base   V 30000, T 512, E 128, D 768, F 3072, 12 layers shared      11,683,584   published:  12 million
 * }</pre>
 */
public final class ParameterCount {
    /** How many segments a text may have. */
    public static final int SEGMENTS = 2;

    private ParameterCount() {
    }

    /** Of all tables together, with their norm, and with the linear layer to D if E is not D. */
    public static long tables(int vocab, int context, int embeddingSize, int dModel) {
        return todo("12.6");
    }

    /** Of one layer. */
    public static long layer(int dModel, int dFf) {
        return todo("12.6");
    }

    /**
     * Of the whole model: tables, layers, pooler.
     *
     * @param shared whether all layers are one
     */
    public static long total(int vocab, int context, int embeddingSize, int dModel, int dFf, int layers,
            boolean shared) {
        return todo("12.6");
    }
}
