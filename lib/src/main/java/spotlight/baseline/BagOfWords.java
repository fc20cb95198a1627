package spotlight.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import spotlight.tensor.Shapes;

/**
 * Says from the counts of its words, whatever their order, whether a text belongs to a class: logistic regression,
 *
 * <pre>{@code
 * P(class | text) = sigmoid(bias + sum over words of count(word) w[word])
 * }</pre>
 *
 * with the weights that minimise {@code sum -ln P(label | text) + strength / 2 |w|^2}. That function is convex, so
 * Newton's method ("Iteratively reweighted least squares", Bishop 2006, section 4.3.3) finds its one minimum; nothing
 * depends on chance. The strength is the one that predicts every tenth training text best when only the others are
 * learned from; then all are.
 */
public final class BagOfWords {
    private static final int TENTH = 10;
    private static final double[] STRENGTHS = {0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100};
    private static final double BIAS_STRENGTH = 1e-6; // keeps the bias finite where all labels are alike
    private static final double CONVERGED = 1e-8; // length of the gradient for each text
    private static final int MOST_STEPS = 100;

    private final double[] weights; // one for each word, then the bias
    private final double strength;
    private final int steps;

    private BagOfWords(double[] weights, double strength, int steps) {
        this.weights = weights;
        this.strength = strength;
        this.steps = steps;
    }

    /**
     * Learns.
     *
     * @param vocab  the ids are {@code 0..vocab-1}
     * @param texts  the words of each text
     * @param labels whether it belongs to the class
     * @throws IllegalArgumentException if there are not as many labels as texts, fewer than ten, or an id is outside
     *     the vocabulary
     */
    public static BagOfWords train(int vocab, List<int[]> texts, boolean[] labels) {
        Shapes.require(texts.size() == labels.length && labels.length >= TENTH, () -> "bagOfWords: " + texts.size()
                + " texts with " + labels.length + " labels, both must be the same and at least " + TENTH);
        texts.forEach(text -> Arrays.stream(text).filter(id -> id < 0 || id >= vocab).forEach(id -> {
            throw new IllegalArgumentException("bagOfWords: word " + id + " is not in 0.." + (vocab - 1));
        }));
        int[] all = IntStream.range(0, labels.length).toArray();
        int[] most = Arrays.stream(all).filter(i -> i % TENTH != TENTH - 1).toArray();
        int[] tenth = Arrays.stream(all).filter(i -> i % TENTH == TENTH - 1).toArray();
        double best = Double.POSITIVE_INFINITY;
        double chosen = STRENGTHS[0];
        for (double strength : STRENGTHS) {
            BagOfWords model = fit(vocab, texts, labels, most, strength);
            double nats = Arrays.stream(tenth).mapToDouble(i -> model.nats(texts.get(i), labels[i])).sum();
            if (nats < best) {
                best = nats;
                chosen = strength;
            }
        }
        return fit(vocab, texts, labels, all, chosen);
    }

    /** Newton's steps until the gradient is as good as 0, each shortened until it does not lead upwards. */
    private static BagOfWords fit(int vocab, List<int[]> texts, boolean[] labels, int[] which, double strength) {
        BagOfWords model = new BagOfWords(new double[vocab + 1], strength, 0);
        double value = model.value(texts, labels, which);
        for (int step = 1; step <= MOST_STEPS; step++) {
            double[] gradient = model.gradient(texts, labels, which);
            if (Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum()) <= CONVERGED * which.length) {
                return model;
            }
            double[] direction = Cholesky.solve(model.curvature(texts, which), gradient);
            double length = 1;
            BagOfWords next = model.minus(direction, length, step);
            while (next.value(texts, labels, which) > value && length > CONVERGED) {
                length /= 2;
                next = model.minus(direction, length, step);
            }
            model = next;
            value = model.value(texts, labels, which);
        }
        throw new IllegalStateException("bagOfWords: no minimum found in " + MOST_STEPS + " steps");
    }

    private BagOfWords minus(double[] direction, double length, int step) {
        double[] moved = weights.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= length * direction[i];
        }
        return new BagOfWords(moved, strength, step);
    }

    private int bias() {
        return weights.length - 1;
    }

    private double strength(int weight) {
        return weight == bias() ? BIAS_STRENGTH : strength;
    }

    /** What is minimised. */
    private double value(List<int[]> texts, boolean[] labels, int[] which) {
        double sum = Arrays.stream(which).mapToDouble(i -> nats(texts.get(i), labels[i])).sum();
        for (int i = 0; i < weights.length; i++) {
            sum += strength(i) / 2 * weights[i] * weights[i];
        }
        return sum;
    }

    private double[] gradient(List<int[]> texts, boolean[] labels, int[] which) {
        double[] gradient = new double[weights.length];
        Arrays.setAll(gradient, i -> strength(i) * weights[i]);
        for (int i : which) {
            double error = probability(texts.get(i)) - (labels[i] ? 1 : 0);
            for (int word : texts.get(i)) {
                gradient[word] += error;
            }
            gradient[bias()] += error;
        }
        return gradient;
    }

    /** The second derivatives: {@code sum p (1 - p) counts counts^T} plus the strengths on the diagonal. */
    private double[][] curvature(List<int[]> texts, int[] which) {
        double[][] curvature = new double[weights.length][weights.length];
        for (int i = 0; i < weights.length; i++) {
            curvature[i][i] = strength(i);
        }
        for (int i : which) {
            int[] words = Arrays.copyOf(texts.get(i), texts.get(i).length + 1);
            words[words.length - 1] = bias();
            double p = probability(texts.get(i));
            for (int a : words) {
                for (int b : words) {
                    curvature[a][b] += p * (1 - p);
                }
            }
        }
        return curvature;
    }

    /** {@code -ln P(label | text)}. */
    private double nats(int[] text, boolean label) {
        double score = label ? score(text) : -score(text);
        return score > 0 ? Math.log1p(Math.exp(-score)) : Math.log1p(Math.exp(score)) - score;
    }

    private double score(int[] text) {
        double score = weights[bias()];
        for (int word : text) {
            score += weights[word];
        }
        return score;
    }

    /** How probable it is that a text belongs to the class. */
    public double probability(int[] text) {
        return 1 / (1 + Math.exp(-score(text)));
    }

    /** Whether a text rather belongs to the class. */
    public boolean belongs(int[] text) {
        return score(text) > 0;
    }

    /** What one more of this word adds to the logarithm of the odds. */
    public double weight(int word) {
        return weights[word];
    }

    /** What the weights were held back with. */
    public double strength() {
        return strength;
    }

    /** How many of Newton's steps led to the minimum. */
    public int steps() {
        return steps;
    }
}
