package spotlight.ch07;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 7.2, find the bug: {@code std + eps}. A published NumPy encoder layer normalises its tokens by
 *
 * <pre>{@code
 * mean = np.mean(x, axis=-1, keepdims=True)
 * std = np.std(x, axis=-1, keepdims=True)
 * return gamma * (x - mean) / (std + eps) + beta
 * }</pre>
 *
 * A colleague has carried it over to Java, without gamma and beta:
 *
 * <pre>{@code
 * Tensor centred = x.minus(x.mean(-1).unsqueeze(-1));
 * Tensor std = centred.square().mean(-1).sqrt().unsqueeze(-1);    // [..,1]
 * return centred.dividedBy(std.plus(eps));
 * }</pre>
 *
 * It passed its test, on tokens of standard deviation 1. The paper and PyTorch divide by {@code sqrt(variance + eps)}:
 * eps is added to a variance, not to a standard deviation. Copy it into {@code mended} and mend it. Then find out how
 * large the mistake is.
 *
 * <p>Example for {@code factor}: std = 0.01 and eps = 1e-4. Published, the token is divided by 0.01 + 0.0001 = 0.0101;
 * mended, by sqrt(0.0001 + 0.0001) = 0.014142. So the published output is 0.014142 / 0.0101 = 1.4002 times as large.
 */
public final class StdPlusEps {
    private StdPlusEps() {
    }

    /**
     * Each token at mean 0 and standard deviation 1, as the paper has it.
     *
     * @param x   tokens [..,D]; not modified
     * @param eps added to the variance
     * @return the same shape
     */
    public static Tensor mended(Tensor x, float eps) {
        return todo("7.2");
    }

    /**
     * How many times as large as the mended output the published one is.
     *
     * @param std standard deviation of the token, above 0
     * @param eps the same number in both formulas, above 0
     */
    public static double factor(double std, double eps) {
        return todo("7.2");
    }

    /**
     * What {@link #factor} comes close to as the standard deviation goes to 0: the worst case.
     *
     * @param eps above 0
     */
    public static double worstFactor(double eps) {
        return todo("7.2");
    }
}
