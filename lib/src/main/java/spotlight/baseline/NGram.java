package spotlight.baseline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Predicts the next token by counting what followed the {@code order - 1} tokens before it, in the training texts. With
 * few counts or none it asks the next shorter context; "A Hierarchical Bayesian Language Model based on Pitman-Yor
 * Processes" (Teh 2006), its interpolated form:
 *
 * <pre>{@code
 * P(token | context) = (max(count(context, token) - d, 0) + (a + d distinct(context)) P(token | shorter context))
 *                    / (count(context) + a)
 * }</pre>
 *
 * With a = 0 it is absolute discounting, with d = 0 it adds a counts from the shorter context. The shortest context is
 * empty, and below it all tokens are equally likely. For each length, d and a are those that predict every tenth
 * training text best when only the others are counted; then all texts are counted.
 */
public final class NGram {
    private static final int TENTH = 10;
    private static final double[] DISCOUNTS = {0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    private static final double[] STRENGTHS = {0.001, 0.1, 0.3, 1, 3, 10, 30, 100, 300};

    private final int order;
    private final int vocab;
    private final double[] discounts; // d, by length of the context
    private final double[] strengths; // a
    private final List<Map<Long, Counts>> counts;

    /** What followed a context: how often each token, how many tokens in all, and how many different ones. */
    private static final class Counts {
        final Map<Integer, Integer> of = new HashMap<>();
        int total;

        void add(int token) {
            of.merge(token, 1, Integer::sum);
            total++;
        }
    }

    private NGram(int order, int vocab, double[] discounts, double[] strengths, List<Map<Long, Counts>> counts) {
        this.order = order;
        this.vocab = vocab;
        this.discounts = discounts;
        this.strengths = strengths;
        this.counts = counts;
    }

    /**
     * Counts texts.
     *
     * @param order how many tokens are looked at, the predicted one included: 1 unigram, 2 bigram, 5 five-gram
     * @param vocab the ids are {@code 0..vocab-1}
     * @param texts each a training text; its first token, the mark of its beginning, is not predicted
     * @throws IllegalArgumentException if the order is not positive, or an id is outside the vocabulary
     */
    public static NGram train(int order, int vocab, List<int[]> texts) {
        if (order < 1 || vocab < 1 || Math.pow(vocab, order) > Long.MAX_VALUE) {
            throw new IllegalArgumentException("nGram: order " + order + " with vocabulary " + vocab
                    + ", both must be positive, and vocab^order below 2^63");
        }
        List<Map<Long, Counts>> counts = new ArrayList<>();
        double[] strengths = new double[order];
        for (int length = 0; length < order; length++) {
            counts.add(new HashMap<>());
            strengths[length] = STRENGTHS[0];
        }
        NGram most = new NGram(order, vocab, new double[order], strengths, counts);
        List<int[]> tenth = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (i % TENTH == TENTH - 1) {
                tenth.add(texts.get(i));
            } else {
                most.count(texts.get(i));
            }
        }
        most.tune(tenth);
        tenth.forEach(most::count);
        return most;
    }

    /**
     * The same counts, looking less far back: {@code shorter(2)} of a 5-gram is a bigram.
     *
     * @throws IllegalArgumentException if the new order is not between 1 and this one
     */
    public NGram shorter(int newOrder) {
        if (newOrder < 1 || newOrder > order) {
            throw new IllegalArgumentException("nGram: order " + newOrder + " is not in 1.." + order);
        }
        return new NGram(newOrder, vocab, discounts, strengths, counts);
    }

    private void count(int[] text) {
        for (int i = 1; i < text.length; i++) {
            if (text[i] < 0 || text[i] >= vocab) {
                throw new IllegalArgumentException("nGram: token " + text[i] + " is not in 0.." + (vocab - 1));
            }
            for (int length = 0; length <= Math.min(i, order - 1); length++) {
                counts.get(length).computeIfAbsent(key(text, i, length), unknown -> new Counts()).add(text[i]);
            }
        }
    }

    /** The context as a number in base vocab. */
    private long key(int[] text, int at, int length) {
        long key = 0;
        for (int i = at - length; i < at; i++) {
            key = key * vocab + text[i];
        }
        return key;
    }

    /** From short contexts to long ones: the best d and a of each, given what the shorter ones predict. */
    private void tune(List<int[]> texts) {
        for (int length = 0; length < order; length++) {
            List<double[]> seen = seen(texts, length);
            double best = Double.POSITIVE_INFINITY;
            double[] chosen = {discounts[length], strengths[length]};
            for (double d : DISCOUNTS) {
                for (double a : STRENGTHS) {
                    double nats = seen.stream().mapToDouble(s -> -Math.log(mixed(s[0], s[1], s[2], s[3], d, a))).sum();
                    if (nats < best) {
                        best = nats;
                        chosen = new double[] {d, a};
                    }
                }
            }
            discounts[length] = chosen[0];
            strengths[length] = chosen[1];
        }
    }

    /** For each token with a known context of this length: its count, different and all tokens there, P if shorter. */
    private List<double[]> seen(List<int[]> texts, int length) {
        List<double[]> rows = new ArrayList<>();
        for (int[] text : texts) {
            for (int at = Math.max(1, length); at < text.length; at++) {
                Counts seen = counts.get(length).get(key(text, at, length));
                if (seen != null) {
                    rows.add(new double[] {seen.of.getOrDefault(text[at], 0), seen.of.size(), seen.total,
                            probability(text, at, length - 1)});
                }
            }
        }
        return rows;
    }

    private static double mixed(double count, double distinct, double total, double shorter, double d, double a) {
        return (Math.max(count - d, 0) + (a + d * distinct) * shorter) / (total + a);
    }

    /** {@code P(text[at] | the tokens before it)}. */
    public double probability(int[] text, int at) {
        return probability(text, at, order - 1);
    }

    private double probability(int[] text, int at, int longest) {
        double p = 1.0 / vocab;
        for (int length = 0; length <= Math.min(at, longest); length++) {
            Counts seen = counts.get(length).get(key(text, at, length));
            if (seen == null) {
                break; // nor were longer contexts seen
            }
            p = mixed(seen.of.getOrDefault(text[at], 0), seen.of.size(), seen.total, p, discounts[length],
                    strengths[length]);
        }
        return p;
    }

    /** {@code -ln P} of all texts, each predicted token by token, but for its first. */
    public double nats(List<int[]> texts) {
        double sum = 0;
        for (int[] text : texts) {
            for (int i = 1; i < text.length; i++) {
                sum -= Math.log(probability(text, i));
            }
        }
        return sum;
    }
}
