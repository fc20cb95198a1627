package spotlight.task;

import java.util.Arrays;
import java.util.List;

/**
 * What each character of some stories costs a predictor: {@code -ln P(character | all before it)}, in nats.
 *
 * @param predictor whose costs they are
 * @param stories   the costs, character by character, of each story
 */
public record CharacterCosts(String predictor, List<double[]> stories) {
    private static final int GROUP = 10; // places in a story that make one point of the curve

    /** The mean over all characters of all stories. */
    public double mean() {
        double sum = stories.stream().mapToDouble(story -> Arrays.stream(story).sum()).sum();
        return sum / stories.stream().mapToLong(story -> story.length).sum();
    }

    /** The mean cost at each place, counted from the beginning of a story: does the predictor gain by what it read? */
    public Curve curve() {
        int places = stories.stream().mapToInt(story -> story.length).max().orElse(0);
        int groups = (places + GROUP - 1) / GROUP;
        double[] x = new double[groups];
        double[] sums = new double[groups];
        int[] counts = new int[groups];
        for (double[] story : stories) {
            for (int i = 0; i < story.length; i++) {
                sums[i / GROUP] += story[i];
                counts[i / GROUP]++;
            }
        }
        for (int g = 0; g < groups; g++) {
            x[g] = g * GROUP + (GROUP - 1) / 2.0;
            sums[g] /= counts[g];
        }
        return new Curve(predictor + ", nats by place", x, sums);
    }
}
