package spotlight.ch14;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("14.5 How sure is it, and may it be believed?")
@Tag("ch14")
class CalibrationTest {
    private static final double[] SURE = {0.95, 0.85, 0.35, 0.25};
    private static final boolean[] RIGHT = {true, false, true, false};

    @Test
    @Points(value = 1, hint = "0.9 times 0.9 is 0.81: how often until it is less than a half?")
    void predictionIsNear() {
        int guess = Calibration.prediction();
        assertTrue(Math.abs(guess - 7) <= 1, () -> "your prediction " + guess + (guess > 7
                ? " is too high: the probabilities of the words are multiplied, and that goes fast"
                : " is too low: 0.9 per word is not that bad"));
    }

    @Test
    @Points(value = 1, hint = "All words must be right: multiply.")
    void anAnswerIsAsLikelyAsAllItsWordsTogether() {
        double[] words = {0.9, 0.5, 0.8, 1};
        Verify.that("confidence", Calibration.confidence(words))
                .suspect(() -> 0.8, "this is the mean: but ALL words have to be right")
                .suspect(() -> 0.5, "this is the least sure word: all words have to be right together")
                .suspect(() -> 0, "the product begins with 0: begin with 1").equalTo(0.36);
        Verify.that("confidence of an empty answer", Calibration.confidence(new double[0])).equalTo(1);
    }

    @Test
    @Points(value = 2, hint = "In each bin compare how many are right with how many the confidences promise.")
    void theErrorIsTheDistanceFromThePromise() {
        error(SURE, RIGHT, 2, 0.3);
        error(SURE, RIGHT, 1, 0.1);
        error(SURE, RIGHT, 10, 0.45);
        error(new double[] {1, 1, 0.5, 0.5}, new boolean[] {true, true, true, false}, 10, 0);
        error(new double[] {0, 1, 0.2, 1}, new boolean[] {false, false, true, true}, 5, 0.45);
    }

    private static void error(double[] sure, boolean[] right, int bins, double expected) {
        double[] share = IntStream.range(0, right.length).mapToDouble(i -> right[i] ? 1 : 0).toArray();
        double apart = IntStream.range(0, sure.length).mapToDouble(i -> Math.abs(share[i] - sure[i])).average()
                .orElse(0);
        double together = Math.abs(DoubleStream.of(share).sum() - DoubleStream.of(sure).sum()) / sure.length;
        double[] bin = new double[bins];
        int[] count = new int[bins];
        double signed = 0;
        for (int i = 0; i < sure.length; i++) {
            int at = Math.min(bins - 1, (int) (sure[i] * bins));
            bin[at] += share[i] - sure[i];
            count[at]++;
            signed += (share[i] - sure[i]) / sure.length;
        }
        double unweighted = IntStream.range(0, bins).filter(b -> count[b] > 0)
                .mapToDouble(b -> Math.abs(bin[b]) / count[b]).sum();
        double difference = signed;
        Verify.that("calibrationError in " + bins + " bins", Calibration.calibrationError(sure, right, bins))
                .suspect(() -> unweighted, "each bin counts alike: it must count by its share of all answers")
                .suspect(() -> difference,
                        "too sure here and too modest there make up for each other: take |...| in each bin")
                .suspect(() -> apart, "each answer is compared by itself: compare the means of each bin")
                .suspect(() -> together, "all answers are in one bin: it depends on the confidence which one is theirs")
                .equalTo(expected);
    }

    @Test
    @Points(value = 2, hint = "Try each confidence as the threshold, and count the answers from there on.")
    void theThresholdKeepsWhatCanBeBelieved() {
        threshold(new double[] {0.9, 0.8, 0.6, 0.4}, new boolean[] {true, true, false, true}, 1, 0.8);
        threshold(new double[] {0.4, 0.9, 0.6, 0.8}, new boolean[] {true, true, false, true}, 0.75, 0.4);
        threshold(new double[] {0.9, 0.8, 0.6, 0.4}, new boolean[] {true, true, false, false}, 0.6, 0.6);
        threshold(new double[] {0.9, 0.7, 0.7}, new boolean[] {true, true, false}, 0.9, 0.9);
        threshold(new double[] {0.9, 0.8}, new boolean[] {false, true}, 0.9, Double.POSITIVE_INFINITY);
    }

    private static void threshold(double[] sure, boolean[] right, double wanted, double expected) {
        double greatest = DoubleStream.of(sure).filter(t -> share(sure, right, t) >= wanted).max().orElse(-1);
        Verify.that("threshold for " + wanted, Calibration.threshold(sure, right, wanted))
                .suspect(() -> greatest,
                        "that is the greatest such confidence: more answers could be given, take the smallest")
                .suspect(() -> wanted,
                        "that is the share that is wanted: a confidence would keep that promise only if it"
                                + " were calibrated")
                .suspectIf(got -> Double.isInfinite(expected) && !Double.isInfinite(got),
                        "no threshold keeps the promise here: even the surest answer is wrong")
                .suspectIf(got -> got < expected, "from there on too many answers are wrong")
                .suspectIf(got -> got > expected, "some answers are turned away that could be given")
                .equalTo(expected);
    }

    private static double share(double[] sure, boolean[] right, double from) {
        int[] given = IntStream.range(0, sure.length).filter(i -> sure[i] >= from).toArray();
        return IntStream.of(given).filter(i -> right[i]).count() / (double) given.length;
    }
}
