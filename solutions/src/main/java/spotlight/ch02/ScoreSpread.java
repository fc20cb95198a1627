package spotlight.ch02;

import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/**
 * Exercise 2.4: predict, then measure: how far do scores spread?
 *
 * <p>
 * Take a query and a key of {@code dim} numbers each, all drawn independently from a normal distribution with mean 0 and
 * standard deviation {@code std}. Their dot product is a sum of {@code dim} products. Its mean is 0; how large is its
 * standard deviation?
 *
 * <p>
 * Write down your prediction first, {@link #predicted}, then measure it, {@link #measured}, and let the check cell compare
 * the two. Last, say which factor would bring the spread of the scores back to 1: {@link #scale}.
 *
 * <p>
 * Two facts are enough: the variance of a sum of independent numbers is the sum of their variances, and the variance of
 * a product of two independent numbers with mean 0 is the product of their variances. One point to check yourself
 * against: {@code dim = 4, std = 1} gives 2.
 */
public final class ScoreSpread {
    private ScoreSpread() {
    }

    /**
     * Your prediction: the standard deviation of query · key.
     *
     * @param dim number of features of a query or key
     * @param std standard deviation of each feature
     */
    public static double predicted(int dim, double std) {
        return std * std * Math.sqrt(dim);
    }

    /**
     * Your measurement: draws many pairs of a query and a key and returns the standard deviation of their dot products.
     *
     * @param dim    number of features of a query or key
     * @param std    standard deviation of each feature
     * @param draws  how many pairs to draw
     * @param random source of numbers: {@code random.normal(0, std, dim)} is one fresh {@link Tensor} [dim]
     */
    public static double measured(int dim, float std, int draws, TorchRandom random) {
        double sum = 0;
        double sumOfSquares = 0;
        for (int i = 0; i < draws; i++) {
            Tensor query = random.normal(0, std, dim);
            Tensor key = random.normal(0, std, dim);
            double score = query.dot(key);
            sum += score;
            sumOfSquares += score * score;
        }
        double mean = sum / draws;
        return Math.sqrt(sumOfSquares / draws - mean * mean);
    }

    /**
     * The factor for the scores that makes their standard deviation 1.
     *
     * @param dim number of features of a query or key
     * @param std standard deviation of each feature
     */
    public static double scale(int dim, double std) {
        return 1 / predicted(dim, std);
    }
}
