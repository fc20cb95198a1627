package spotlight.ch10;

import static spotlight.check.Check.todo;

import java.util.List;

/**
 * Exercise 10.6, from greedy to beam search. Greedy decoding keeps one beginning; a beam keeps the best few, so that a
 * token that looks second best can still win. Three parts:
 *
 * <p><b>A step.</b> Every open beginning is continued by every token. A continuation's logarithmic probability is the
 * beginning's <i>plus</i> the token's. Of all of them together, the {@code width} best are kept, the best first.
 *
 * <pre>{@code
 *   open                 ln p(token 0), ln p(token 1)      continuations
 *   {7}   -0.5                -1.0        -0.9             {7,0} -1.5    {7,1} -1.4
 *   {8}   -0.7                -0.1        -2.0             {8,0} -0.8    {8,1} -2.7
 *   step with width 2:   {8,0} -0.8, {7,1} -1.4            greedy would have gone on with {7} only
 * }</pre>
 *
 * <b>The length penalty.</b> Every token makes a text less probable, so the shortest text would win. "Google's Neural
 * Machine Translation System", section 7, divides by a power of the length:
 *
 * <pre>{@code
 *   normalised = ln p / ((5 + length) / 6)^alpha         alpha = 0: not at all; the paper found 0.6 to 0.7 good
 *   ln p = -4.0, length 7, alpha 0.6:  -4.0 / 2^0.6 = -2.6390
 * }</pre>
 *
 * <b>The choice.</b> Of the finished texts, the one with the highest normalised value.
 */
public final class BeamStep {
    private BeamStep() {
    }

    /**
     * A beginning, or a finished text.
     *
     * @param ids            its tokens
     * @param logProbability the logarithm of its probability, in nats
     */
    public record Hypothesis(List<Integer> ids, double logProbability) {
    }

    /**
     * The best continuations of all open beginnings together.
     *
     * @param open             beginnings; not modified
     * @param logProbabilities for each of them the logarithm of the probability of each next token; not modified
     * @param width            how many are kept, at most
     * @return the best first; of equal ones the earlier beginning, then the smaller token, first
     */
    public static List<Hypothesis> step(List<Hypothesis> open, double[][] logProbabilities, int width) {
        return todo("10.6");
    }

    /**
     * The logarithm of a text's probability, made comparable between lengths.
     *
     * @param logProbability in nats, 0 or less
     * @param length         how many tokens it is of
     * @param alpha          how much longer texts are helped
     */
    public static double normalised(double logProbability, int length, double alpha) {
        return todo("10.6");
    }

    /**
     * The finished text with the highest normalised value, of equal ones the first.
     *
     * @param finished at least one; not modified
     */
    public static Hypothesis best(List<Hypothesis> finished, double alpha) {
        return todo("10.6");
    }
}
