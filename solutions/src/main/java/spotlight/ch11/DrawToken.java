package spotlight.ch11;

import java.util.Arrays;

import spotlight.tensor.Tensor;

/**
 * Exercise 11.4, draw a token, and say how surprised the model was. A sampler divides the scores by a temperature,
 * takes the softmax, and cuts the stretch from 0 to 1 into pieces, one for each token and as long as its probability.
 * A random number falls on one of them.
 *
 * <pre>{@code
 *   p = {0.25, 0.25, 0.5}     0 .. 0.25 is token 0,  0.25 .. 0.5 is token 1,  0.5 .. 1 is token 2
 *                             the left end of a piece belongs to it: 0.25 is token 1
 * }</pre>
 *
 * At temperature 0 there is nothing to draw: it is the token with the largest score, the earlier one of equals.
 *
 * <p>How good a model is says its <b>perplexity</b>: the exponential of the mean surprise {@code -ln p} of the tokens
 * that really came. A model that hesitates between 4 equally likely tokens, always, has perplexity 4.
 *
 * <pre>{@code
 *   the tokens that came had p = 0.5, 0.125     perplexity = exp((ln 2 + ln 8) / 2) = 4
 * }</pre>
 */
public final class DrawToken {
    private DrawToken() {
    }

    /**
     * Draws a token.
     *
     * @param logits      a score for each token [V], which may be hundreds; not modified
     * @param temperature 0 or more
     * @param draw        a random number, at least 0 and below 1
     * @return the token; never one whose probability is 0
     */
    public static int next(Tensor logits, double temperature, double draw) {
        if (temperature == 0) {
            return logits.argmax()[0];
        }
        Tensor p = logits.dividedBy((float) temperature).softmax();
        double end = 0;
        int last = 0;
        for (int token = 0; token < p.size(); token++) {
            if (p.at(token) > 0) {
                end += p.at(token);
                last = token;
                if (draw < end) {
                    return token;
                }
            }
        }
        return last; // float probabilities may sum to a little less than 1
    }

    /**
     * The perplexity.
     *
     * @param p the probabilities that the model gave to the tokens that came, each above 0
     */
    public static double perplexity(double[] p) {
        return Math.exp(Arrays.stream(p).map(each -> -Math.log(each)).average().orElseThrow());
    }
}
