package spotlight.grader.hostile;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import spotlight.grader.batch.ExerciseOutcome.Kind;

/**
 * One hostile submission: exercise 2.1, OneWeight, is what it attacks or hides behind.
 *
 * @param place  its folder's or zip's name in the folder of submissions
 * @param kinds  how 2.1 may end
 * @param reason words that must occur in what the student or the instructor reads about it; empty if any will do
 */
public record Hostile(String place, Set<Kind> kinds, String reason) {
    /** Kinds by the word in the resource files: RUN is graded or ended, | is or. */
    static Set<Kind> kinds(String word) {
        return word.equals("RUN")
                ? Set.of(Kind.GRADED, Kind.ENDED)
                : Stream.of(word.split("\\|")).map(Kind::valueOf).collect(Collectors.toSet());
    }
}
