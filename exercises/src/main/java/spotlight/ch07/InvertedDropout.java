package spotlight.ch07;

import static spotlight.check.Check.todo;

import java.util.Random;

import spotlight.tensor.Tensor;

/**
 * Exercise 7.4, dropout ("Dropout: A Simple Way to Prevent Neural Networks from Overfitting"). While a model is trained,
 * each number becomes 0 with probability p, so that no number can rely on a single other one. Those that are kept grow
 * by {@code 1 / (1 - p)}, so that the mean stays what it was:
 *
 * <pre>{@code
 *   training      y = x * keep / (1 - p)        keep is 1 with probability 1 - p, else 0
 *   evaluation    y = x                         nothing is dropped, nothing is scaled
 * }</pre>
 *
 * Example: x = (1, 2, 3, 4), keep = (1, 0, 1, 1), p = 0.2: y = (1.25, 0, 3.75, 5).
 *
 * <p>So that your coins can be compared with the test's: throw one coin for each number, in order, with {@code
 * random.nextDouble()}, and <b>keep where it is at least p</b>.
 */
public final class InvertedDropout {
    private InvertedDropout() {
    }

    /**
     * Which numbers are kept.
     *
     * @param p      the probability of a 0, from 0 to below 1
     * @param random throws the coins
     * @param shape  of the result
     * @return 1 where the number is kept, 0 where it is dropped
     */
    public static Tensor keep(double p, Random random, int... shape) {
        return todo("7.4");
    }

    /**
     * Drops, and lets the others grow.
     *
     * @param x    numbers; not modified
     * @param keep 1 or 0 for each of them, of the same shape
     * @param p    the probability that keep was made with
     */
    public static Tensor drop(Tensor x, Tensor keep, double p) {
        return todo("7.4");
    }

    /**
     * The layer: drops in training, and in evaluation leaves everything as it is, without throwing a coin.
     *
     * @param x        numbers; not modified
     * @param p        the probability of a 0
     * @param training whether the model is being trained
     * @param random   throws the coins
     */
    public static Tensor apply(Tensor x, double p, boolean training, Random random) {
        return todo("7.4");
    }
}
