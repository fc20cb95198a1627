package spotlight.ch10;

import java.util.ArrayList;
import java.util.Comparator;
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
        List<Hypothesis> all = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            for (int id = 0; id < logProbabilities[i].length; id++) {
                List<Integer> ids = new ArrayList<>(open.get(i).ids());
                ids.add(id);
                all.add(new Hypothesis(ids, open.get(i).logProbability() + logProbabilities[i][id]));
            }
        }
        all.sort(Comparator.comparingDouble(h -> -h.logProbability())); // stable: equal ones stay in their order
        return all.subList(0, Math.min(width, all.size()));
    }

    /**
     * The logarithm of a text's probability, made comparable between lengths.
     *
     * @param logProbability in nats, 0 or less
     * @param length         how many tokens it is of
     * @param alpha          how much longer texts are helped
     */
    public static double normalised(double logProbability, int length, double alpha) {
        return logProbability / Math.pow((5 + length) / 6.0, alpha);
    }

    /**
     * The finished text with the highest normalised value, of equal ones the first.
     *
     * @param finished at least one; not modified
     */
    public static Hypothesis best(List<Hypothesis> finished, double alpha) {
        Hypothesis best = finished.get(0);
        for (Hypothesis h : finished) {
            if (value(h, alpha) > value(best, alpha)) {
                best = h;
            }
        }
        return best;
    }

    private static double value(Hypothesis h, double alpha) {
        return normalised(h.logProbability(), h.ids().size(), alpha);
    }
}
