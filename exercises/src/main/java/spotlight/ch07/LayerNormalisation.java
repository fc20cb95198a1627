package spotlight.ch07;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 7.1, layer norm by hand ("Layer Normalization", section 3). Every token is brought to mean 0 and standard
 * deviation 1, from its own D numbers alone:
 *
 * <pre>{@code
 *   mean      = (x_0 + ... + x_D-1) / D
 *   variance  = ((x_0 - mean)^2 + ... + (x_D-1 - mean)^2) / D      by D, not by D - 1
 *   normalise = (x - mean) / sqrt(variance + eps)                  eps is inside the root
 *   layerNorm = normalise * weight + bias                          one weight and one bias for each feature
 * }</pre>
 *
 * Example: the token (2, 4, 6, 8) has mean 5 and variance (9 + 1 + 1 + 9) / 4 = 5. With eps = 0 it becomes
 * (-1.3416, -0.4472, 0.4472, 1.3416), because sqrt 5 = 2.2361.
 *
 * <p>Two traps. A token whose numbers are all equal has variance 0: eps keeps it from becoming 0/0. And a variance
 * worked out as mean of squares minus square of mean drowns in rounding once the numbers are large: subtract the mean
 * first, then square.
 *
 * <p>You may call {@code mean(-1)}, which drops the last axis, and {@code unsqueeze(-1)}, which gives it back with
 * length 1, so that it stretches over the features. Please leave {@code x.layerNorm} to the test.
 */
public final class LayerNormalisation {
    private LayerNormalisation() {
    }

    /**
     * Each token at mean 0 and standard deviation 1.
     *
     * @param x   tokens [..,D], for instance [B,T,D] or [T,D]; not modified
     * @param eps added to the variance
     * @return the same shape
     */
    public static Tensor normalise(Tensor x, float eps) {
        return todo("7.1");
    }

    /**
     * The whole layer: normalised, then stretched and moved feature by feature.
     *
     * @param x      tokens [..,D]; not modified
     * @param weight a factor for each feature [D]; not modified
     * @param bias   a summand for each feature [D]; not modified
     * @param eps    added to the variance
     * @return the same shape as x
     */
    public static Tensor layerNorm(Tensor x, Tensor weight, Tensor bias, float eps) {
        return todo("7.1");
    }
}
