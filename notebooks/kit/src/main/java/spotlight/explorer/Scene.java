package spotlight.explorer;

import java.util.List;
import java.util.stream.IntStream;
import spotlight.model.AttentionSteps;
import spotlight.tensor.Tensor;
import spotlight.text.Tokenizer;

/**
 * All that an explorer shows of one text.
 *
 * @param title     one line above it
 * @param sequences the texts that look or are looked at
 * @param layers    the attention layers
 * @param next      what may come after each token
 * @param stream    for each place between the layers of a GPT what passes there; empty for other models
 */
record Scene(String title, List<Sequence> sequences, List<Layer> layers, Next next, List<Place> stream) {

    /** @param name of the text @param tokens as they are shown */
    record Sequence(String name, List<String> tokens) {
        static Sequence of(String name, Tokenizer tokenizer, int[] ids) {
            return new Sequence(name, IntStream.of(ids).mapToObj(id -> shown(tokenizer.token(id))).toList());
        }
    }

    /**
     * One attention layer.
     *
     * @param queries which sequence looks
     * @param keys    at which
     * @param dim     numbers in each query, key and value, K
     * @param causal  whether later tokens are hidden
     * @param block   of which block of a GPT it is, for {@link Scene#stream}
     * @param q       [H,T,K]
     * @param k       [H,S,K]
     * @param v       [H,S,K]
     */
    record Layer(String name, int queries, int keys, int heads, int dim, boolean causal, int block, Numbers16 q,
            Numbers16 k, Numbers16 v) {
        static Layer of(String name, int queries, int keys, int block, AttentionSteps steps) {
            boolean causal = steps.mask().min() == Float.NEGATIVE_INFINITY; // a text alone has no padding to hide
            return new Layer(name, queries, keys, steps.q().size(1), steps.q().size(3), causal, block,
                    Numbers16.of(steps.q()), Numbers16.of(steps.k()), Numbers16.of(steps.v()));
        }
    }

    /**
     * What may come next.
     *
     * @param sequence after whose tokens
     * @param vocab    all tokens as they are shown
     * @param logits   [T,V]
     */
    record Next(int sequence, List<String> vocab, Numbers16 logits) {
        static Next of(int sequence, Tokenizer tokenizer, Tensor logits) {
            List<String> vocab = IntStream.range(0, tokenizer.vocab())
                    .mapToObj(id -> shown(tokenizer.token(id))).toList();
            return new Next(sequence, vocab, Numbers16.of(logits));
        }
    }

    /**
     * A place in the residual stream of a GPT.
     *
     * @param guess     for each token the likeliest next ones there: {id, probability}
     * @param attention the length of what the layer's attention has added to each token; empty before the first layer
     * @param mlp       the length of what its MLP has added
     */
    record Place(String name, double[][][] guess, double[] attention, double[] mlp) {
    }

    /** Spaces and line ends made visible. */
    private static String shown(String token) {
        return token.replace(' ', '␣').replace('\n', '⏎');
    }
}
