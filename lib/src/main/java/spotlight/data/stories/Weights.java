package spotlight.data.stories;

import java.util.ArrayList;
import java.util.List;

/** How likely each of some alternatives is: its weight divided by the sum of all. */
final class Weights {
    private final List<Integer> weights = new ArrayList<>();
    private int total;

    void add(int weight) {
        weights.add(weight);
        total += weight;
    }

    /** The probability of alternative i if {@code without}, or nothing where that is -1, is excluded. */
    double probability(int i, int without) {
        return i == without ? 0 : (double) weights.get(i) / (without < 0 ? total : total - weights.get(without));
    }

    /** In nats: {@code -sum p ln p}. */
    double entropy(int without) {
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            double p = probability(i, without);
            sum -= p > 0 ? p * Math.log(p) : 0;
        }
        return sum;
    }
}
