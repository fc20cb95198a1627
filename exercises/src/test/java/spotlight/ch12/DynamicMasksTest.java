package spotlight.ch12;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("12.5 Other masks each time")
@Tag("ch12")
class DynamicMasksTest {
    private static final int WORDS = 60;
    private static final double SHARE = 0.15; // 9 of 60 words: the same choice twice by chance once in 10^10

    @Test
    @Points(value = 2, hint = "Only seed, sequence and epoch decide: make a new SplittableRandom from these three.")
    void otherWordsEachEpochButTheSameInEachRun() {
        for (int epoch = 0; epoch < 10; epoch++) {
            int[] once = DynamicMasks.dynamic(WORDS, SHARE, 7, 3, epoch);
            int[] again = DynamicMasks.dynamic(WORDS, SHARE, 7, 3, epoch);
            Verify.fact(once != null && once.length == 9,
                    "dynamic: 15 % of 60 words are 9 places, got " + Arrays.toString(once)
                            + ": choose(...) gives them");
            Verify.fact(Arrays.equals(once, again), "dynamic: the same arguments gave " + Arrays.toString(once)
                    + " and then " + Arrays.toString(again) + ": such a training cannot be repeated");
            int[] next = DynamicMasks.dynamic(WORDS, SHARE, 7, 3, epoch + 1);
            Verify.fact(!Arrays.equals(once, next),
                    "dynamic: epochs " + epoch + " and " + (epoch + 1) + " hide the same words: that is the fixed way");
        }
        Verify.that("dynamic, number of places with share 0.5", DynamicMasks.dynamic(20, 0.5, 7, 3, 0).length)
                .equalTo(10);
        Verify.that("dynamic, number of places with share 1", DynamicMasks.dynamic(6, 1, 7, 3, 0).length).equalTo(6);
    }

    @Test
    @Points(value = 2, hint = "Scatter one number before the next joins in: new SplittableRandom(a).nextLong() ^ b.")
    void noTwoTextsOrEpochsShareTheirPlaces() {
        Map<String, int[]> seen = new HashMap<>();
        for (int seed = 0; seed < 3; seed++) {
            for (int sequence = 0; sequence < 12; sequence++) {
                for (int epoch = 0; epoch < 40; epoch++) {
                    int[] places = DynamicMasks.dynamic(WORDS, SHARE, seed, sequence, epoch);
                    int[] now = {seed, sequence, epoch};
                    int[] other = seen.putIfAbsent(Arrays.toString(places), now);
                    Verify.fact(other == null, other == null ? "" : same(other, now));
                }
            }
        }
    }

    private static String same(int[] a, int[] b) {
        String what = "dynamic: seed " + a[0] + ", text " + a[1] + ", epoch " + a[2] + " hides the same places as seed "
                + b[0] + ", text " + b[1] + ", epoch " + b[2] + ": ";
        if (a[0] == b[0] && a[1] == b[1]) {
            return what + "the epoch does not count";
        }
        if (a[0] == b[0] && a[2] == b[2]) {
            return what + "the text does not count";
        }
        if (a[1] == b[1] && a[2] == b[2]) {
            return what + "the seed does not count";
        }
        return what + "the three numbers are added up, but not mixed";
    }

    @ParameterizedTest
    @CsvSource({"10", "4", "1"})
    @Points(value = 2, hint = "Which copy does epoch e read, if they come round again and again?")
    void copiesComeRound(int copies) {
        for (int epoch = 24; epoch >= 0; epoch--) {
            int now = epoch;
            Verify.that("fixed with " + copies + " copies, epoch " + epoch,
                    DynamicMasks.fixed(WORDS, SHARE, 5, 2, epoch, copies))
                    .suspect(() -> DynamicMasks.dynamic(WORDS, SHARE, 5, 2, now),
                            "a new masking after the last copy: the copies come round again, epoch % copies")
                    .suspect(() -> DynamicMasks.dynamic(WORDS, SHARE, 5, 2, 0),
                            "always copy 0: each epoch reads the next copy")
                    .suspect(() -> DynamicMasks.dynamic(WORDS, SHARE, 5, 2, now / copies),
                            "the same copy several times in a row: the copies take turns, 0, 1, 2, ...")
                    .equalTo(DynamicMasks.dynamic(WORDS, SHARE, 5, 2, epoch % copies));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.15,40,1", "0.15,40,10", "0.15,40,40", "0.15,3,10", "0.4,2,2", "0.15,0,10"})
    @Points(value = 2, hint = "A word is missed each time with probability 1 - share. How many different times are there?")
    void coverageIsPredicted(double share, int epochs, int copies) {
        int times = Math.min(epochs, copies);
        Verify.that("coverage(" + share + ", " + epochs + ", " + copies + ")",
                DynamicMasks.coverage(share, epochs, copies))
                .suspect(() -> Math.pow(1 - share, times), "that is the share of words never asked for")
                .suspect(() -> 1 - Math.pow(1 - share, epochs),
                        "a copy that is read again asks for the same words again: it adds nothing")
                .suspect(() -> 1 - Math.pow(1 - share, copies), "copies that no epoch has read do not count")
                .suspect(() -> share * times, "a word that is asked for twice counts once: shares do not add up")
                .suspect(() -> 1 - Math.pow(share, times), "multiply the chances to be missed, 1 - share each")
                .equalTo(1 - Math.pow(1 - share, times));
    }
}
