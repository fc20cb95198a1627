package spotlight.ch09;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Exercise 9.6, find the bug: a score that is not one. A colleague measures a model on texts it has not learned from,
 * or so he thinks:
 *
 * <pre>{@code
 * int right = 0;
 * for (int i = 0; i < test.size(); i++) {
 *     if (model.predict(test.get(i), true) == labels[i]) {
 *         right++;
 *     }
 * }
 * return (double) right / test.size();
 * }</pre>
 *
 * Nothing fails, and the number looks like an accuracy. There are two mistakes, one that flatters the model and one
 * that wrongs it:
 *
 * <ul>
 * <li>Collections of reviews are full of copies, and a random split puts one into training and its twin into the test.
 * Such a text has <i>leaked</i>: a model that only memorises gets it right. Copies differ in capitals and in spaces at
 * times ("  Good  film." is "good film."); in nothing else, let us assume.
 * <li>{@code true} says that the model is being trained, so its dropout is on and throws coins while it is measured.
 * </ul>
 *
 * Example: train = {"Good film.", "Bad soup."}, test = {"good  film.", "Good soup."}. The first has leaked, so only the
 * second counts.
 */
public final class FairScore {
    /** What is measured. */
    public interface Classifier {
        /** @param training whether dropout is on */
        int predict(String text, boolean training);
    }

    private FairScore() {
    }

    /**
     * Which test texts have leaked: those that training has, too.
     *
     * @return one answer a test text
     */
    public static boolean[] leaked(List<String> train, List<String> test) {
        Set<String> seen = new HashSet<>();
        train.forEach(text -> seen.add(plain(text)));
        boolean[] leaked = new boolean[test.size()];
        for (int i = 0; i < leaked.length; i++) {
            leaked[i] = seen.contains(plain(test.get(i)));
        }
        return leaked;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /**
     * The share that the model, dropout off, gets right of the test texts that have not leaked.
     *
     * @param labels the class of each test text
     * @return from 0 to 1; NaN if all have leaked, as then nothing was measured
     */
    public static double accuracy(Classifier model, List<String> train, List<String> test, int[] labels) {
        boolean[] leaked = leaked(train, test);
        double right = 0;
        int asked = 0;
        for (int i = 0; i < leaked.length; i++) {
            if (!leaked[i]) {
                asked++;
                right += model.predict(test.get(i), false) == labels[i] ? 1 : 0;
            }
        }
        return right / asked;
    }
}
