package spotlight.baseline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a reference a summary has: "ROUGE: A Package for Automatic Evaluation of Summaries" (Lin 2004). Both
 * scores are F1, the harmonic mean of recall and precision, from 0 to 1.
 */
public final class Rouge {
    private Rouge() {
    }

    /** ROUGE-1: the words they share, in any order; each as often as both have it. */
    public static double one(List<String> summary, List<String> reference) {
        Map<String, Integer> left = new HashMap<>();
        reference.forEach(word -> left.merge(word, 1, Integer::sum));
        int shared = 0;
        for (String word : summary) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                shared++;
            }
        }
        return f1(shared, summary.size(), reference.size());
    }

    /** ROUGE-L: the longest sequence of words that both have in the same order, perhaps with others between them. */
    public static double longest(List<String> summary, List<String> reference) {
        int[][] length = new int[summary.size() + 1][reference.size() + 1];
        for (int i = 1; i <= summary.size(); i++) {
            for (int j = 1; j <= reference.size(); j++) {
                length[i][j] = summary.get(i - 1).equals(reference.get(j - 1))
                        ? length[i - 1][j - 1] + 1
                        : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        return f1(length[summary.size()][reference.size()], summary.size(), reference.size());
    }

    private static double f1(int shared, int summary, int reference) {
        return shared == 0 ? 0 : 2.0 * shared / (summary + reference);
    }
}
