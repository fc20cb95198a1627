package spotlight.ch10;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.train.Bleu;

@Exercise("10.5 BLEU by hand")
@Tag("ch10")
class BleuByHandTest {
    private static final List<List<String>> TRANSLATIONS = List.of(words("the cat sat on the the the"),
            words("a b c d e"), words("x y"), words("i sat there"));
    private static final List<List<String>> REFERENCES = List.of(words("the cat sat on the mat"),
            words("a b c d e f"), words("y x"), words("then i sat down there on the grass"));

    @Test
    @Points(value = 1, hint = "Write the seven tokens down and cross out what the reference no longer has.")
    void theExampleOfTheTask() {
        for (int n = 1; n <= 4; n++) {
            verifyMatches(TRANSLATIONS.get(0), REFERENCES.get(0), n);
        }
        verifyBleu(TRANSLATIONS.subList(0, 1), REFERENCES.subList(0, 1));
    }

    @ParameterizedTest
    @CsvSource({"the the the,the cat,1", "a b a b a b,a b c a b,2", "a b c d,d c b a,1", "a b c,a b c,4", "a,a,1",
            "a b c d e,a b c d e,5", "a b c a b c a b c,b c a b c a,3"})
    @Points(value = 2, hint = "Count each run in both; the smaller of the two counts is what matches.")
    void matchesAreClipped(String translation, String reference, int n) {
        verifyMatches(words(translation), words(reference), n);
    }

    @ParameterizedTest
    @CsvSource({"3,3", "4,3", "30,3", "3,4", "3,9", "10,11"})
    @Points(value = 2, hint = "Only translations that are shorter lose something: exp(1 - r/c), r/c being more than 1.")
    void shortTranslationsLose(int length, int referenceLength) {
        double ratio = (double) referenceLength / length;
        Verify.that("brevityPenalty(" + length + ", " + referenceLength + ")",
                BleuByHand.brevityPenalty(length, referenceLength))
                .suspectIf(p -> p > 1, "more than 1: nobody gets a bonus for a long translation")
                .suspectIf(p -> p == 1 && ratio > 1, "no penalty: is r / c a division of two ints?")
                .suspect(() -> Math.exp(1 - 1 / ratio), "c and r are exchanged: it is exp(1 - r / c)")
                .suspect(() -> Math.min(1, 1 / ratio), "this is c / r: the penalty is exp(1 - r / c)")
                .suspectIf(p -> p < 1 && ratio <= 1, "a translation that is long enough loses nothing")
                .equalTo(Math.min(1, Math.exp(1 - ratio)));
    }

    @Test
    @Points(value = 3, hint = "Add up matches and runs over all sentences first, divide afterwards.")
    void oneScoreForAWholeCorpus() {
        verifyBleu(TRANSLATIONS, REFERENCES);
        verifyBleu(TRANSLATIONS.subList(0, 2), REFERENCES.subList(0, 2));
        verifyBleu(TRANSLATIONS.subList(1, 2), REFERENCES.subList(1, 2));
        verifyBleu(REFERENCES, REFERENCES);
    }

    private static void verifyMatches(List<String> translation, List<String> reference, int n) {
        List<List<String>> mine = runs(translation, n);
        List<List<String>> theirs = runs(reference, n);
        List<List<String>> left = new ArrayList<>(theirs);
        Verify.that("matches of " + translation + " with " + reference + ", n = " + n,
                BleuByHand.matches(translation, reference, n))
                .suspect(() -> mine.stream().filter(theirs::contains).count(),
                        "not clipped: a run counts at most as often as the reference has it")
                .suspect(() -> new HashSet<>(mine).stream().filter(theirs::contains).count(),
                        "each run counted once: if the reference has it twice, two of them match")
                .suspect(() -> IntStream.range(0, Math.min(mine.size(), theirs.size()))
                        .filter(i -> mine.get(i).equals(theirs.get(i))).count(),
                        "compared place by place: a run matches wherever the reference has it")
                .suspect(mine::size, "these are all runs of the translation, not those that match")
                .equalTo(mine.stream().filter(left::remove).count());
    }

    private static void verifyBleu(List<List<String>> translations, List<List<String>> references) {
        Bleu right = Bleu.of(translations, references);
        double[] p = IntStream.rangeClosed(1, 4).mapToDouble(right::precision).toArray();
        double penalty = right.brevityPenalty();
        Verify.that("bleu of " + translations + " with " + references, BleuByHand.bleu(translations, references))
                .suspect(() -> 100 * penalty * Arrays.stream(p).average().orElseThrow(),
                        "the arithmetic mean of the four: BLEU takes the geometric one, (p1 p2 p3 p4)^(1/4)")
                .suspect(() -> right.score() / penalty, "the brevity penalty is missing")
                .suspect(() -> right.score() / 100, "from 0 to 1: it is given in percent")
                .suspect(() -> 100 * penalty * p[0], "this is p(1) alone: all four count")
                .suspect(() -> 100 * penalty * p[0] * p[1] * p[2] * p[3], "the fourth root is missing")
                .suspect(() -> sentenceMean(translations, references),
                        "the mean of the sentences' scores: add up matches and runs of ALL sentences, then divide")
                .equalTo(right.score());
    }

    private static double sentenceMean(List<List<String>> translations, List<List<String>> references) {
        return IntStream.range(0, translations.size())
                .mapToDouble(i -> Bleu.of(translations.subList(i, i + 1), references.subList(i, i + 1)).score())
                .average().orElseThrow();
    }

    private static List<List<String>> runs(List<String> tokens, int n) {
        return IntStream.rangeClosed(0, tokens.size() - n).mapToObj(i -> tokens.subList(i, i + n)).toList();
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
