package spotlight.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import spotlight.data.sentiment.Phenomenon;
import spotlight.data.sentiment.Review;

/** Which held-out reviews each model gets right. The first that is added is the one that counts; others stand beside. */
final class ReviewScores {
    private static final int WRONG = 5; // how many mistakes are shown

    private final List<Review> reviews;
    private final Map<String, boolean[]> right = new LinkedHashMap<>();

    ReviewScores(List<Review> reviews) {
        this.reviews = reviews;
    }

    void add(String model, boolean[] itsRight) {
        right.put(model, itsRight);
    }

    /** The accuracy in percent on the reviews of these phenomena. */
    double percent(String model, Predicate<Phenomenon> which) {
        int[] those = every(which);
        return 100.0 * IntStream.of(those).filter(i -> right.get(model)[i]).count() / those.length;
    }

    /** The same of the first model, beside the others. */
    Score accuracy(String what, double goal, Predicate<Phenomenon> which) {
        Score score = null;
        for (String model : right.keySet()) {
            double percent = percent(model, which);
            score = score == null ? new Score(what, percent, "%", goal, true, Map.of()) : score.beside(model, percent);
        }
        return score;
    }

    /** One review of each phenomenon, and the first that the first model gets wrong. */
    List<String> samples() {
        boolean[] first = right.values().iterator().next();
        IntStream ones = IntStream.range(0, Phenomenon.values().length)
                .map(p -> every(phenomenon -> phenomenon.ordinal() == p)[0]);
        IntStream mistakes = IntStream.range(0, reviews.size()).filter(i -> !first[i]).limit(WRONG);
        return IntStream.concat(ones, mistakes).distinct().mapToObj(this::sample).toList();
    }

    private String sample(int i) {
        Review review = reviews.get(i);
        List<String> fooled = right.keySet().stream().filter(model -> !right.get(model)[i]).toList();
        return review.text() + " (" + review.label() + (fooled.isEmpty() ? "" : "; wrong: " + String.join(", ", fooled))
                + ")";
    }

    private int[] every(Predicate<Phenomenon> which) {
        return IntStream.range(0, reviews.size()).filter(i -> which.test(reviews.get(i).phenomenon())).toArray();
    }
}
