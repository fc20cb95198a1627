package spotlight.ch07;

import spotlight.tensor.Tensor;

/**
 * Exercise 7.3, the feed-forward part of a block ("Attention Is All You Need", section 3.3):
 *
 * <pre>{@code
 *   hidden = max(0, x · w1T + b1)        [..,F]
 *   output = hidden · w2T + b2           [..,D]
 * }</pre>
 *
 * with weights in PyTorch's layout [out,in]: w1 [F,D], b1 [F], w2 [D,F], b2 [D]. F is usually 4 D.
 *
 * <p>Example, D = F = 2: with w1 = [[1 1], [1 1]], b1 = (0, -1), w2 = [[1 -2], [0 0]] and b2 = (0, 3) the token (1, 1)
 * has hidden (2, 1) and output (2 - 2, 0 + 3) = (0, 3); the token (1, 0) has hidden (1, 0) and output (1, 3). The
 * first output is "one of the two, but not both": no single linear layer can say that.
 *
 * <p>You may call {@code matmulNT}, the product with a transposed matrix, and {@code relu}.
 */
public final class FeedForward {
    private FeedForward() {
    }

    /**
     * How strongly each token fits each of the F patterns, the rows of w1.
     *
     * @param x  tokens [..,D]; not modified
     * @param w1 [F,D]
     * @param b1 [F]
     * @return [..,F], nothing below 0
     */
    public static Tensor hidden(Tensor x, Tensor w1, Tensor b1) {
        return x.matmulNT(w1).plus(b1).relu();
    }

    /**
     * What is added to the token.
     *
     * @param x  tokens [..,D]; not modified
     * @param w1 [F,D]
     * @param b1 [F]
     * @param w2 [D,F]
     * @param b2 [D]
     * @return [..,D]
     */
    public static Tensor output(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2) {
        return hidden(x, w1, b1).matmulNT(w2).plus(b2);
    }

    /**
     * How many numbers it has to learn: both matrices and both biases.
     *
     * @param dModel D
     * @param dFf    F
     */
    public static long parameters(int dModel, int dFf) {
        return 2L * dModel * dFf + dFf + dModel;
    }

    /**
     * Its share of the numbers in all <b>matrices</b> of a block, the four of attention being [D,D] each. Biases and
     * norms are left out. With F = 4 D it is the same for every D.
     *
     * @return from 0 to 1
     */
    public static double shareOfBlock(int dModel, int dFf) {
        double own = 2.0 * dModel * dFf;
        return own / (own + 4.0 * dModel * dModel);
    }
}
