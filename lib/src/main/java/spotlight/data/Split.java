package spotlight.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What is learned from, and what is only measured on.
 *
 * @param train   to learn from
 * @param heldOut never seen in training
 */
public record Split<T>(List<T> train, List<T> heldOut) {

    public Split {
        train = List.copyOf(train);
        heldOut = List.copyOf(heldOut);
    }

    /**
     * Deals the examples at random; the same seed deals alike. What occurs several times goes to one side as a whole, so
     * that nothing held out was seen in training.
     *
     * @param share how much is held out, more than 0 and less than 1
     * @throws IllegalArgumentException if one side would be empty
     */
    public static <T> Split<T> random(List<T> examples, double share, long seed) {
        requireShare(share);
        List<T> different = new ArrayList<>(new LinkedHashSet<>(examples));
        Collections.shuffle(different, new Random(seed));
        int out = (int) Math.round(share * different.size());
        if (out == 0 || out == different.size()) {
            throw new IllegalArgumentException(
                    "split: " + different.size() + " different examples are too few to hold out " + share + " of them");
        }
        Set<T> chosen = new HashSet<>(different.subList(0, out));
        return new Split<>(examples.stream().filter(example -> !chosen.contains(example)).toList(),
                examples.stream().filter(chosen::contains).toList());
    }

    static void requireShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("split: share " + share + " to hold out is not between 0 and 1");
        }
    }
}
