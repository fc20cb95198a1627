package spotlight.ch02;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.TorchRandom;

@Exercise("2.4 Predict, then measure: how far do scores spread?")
@Tag("ch02")
class ScoreSpreadTest {
    private static final int DRAWS = 4000;
    /** The spread of 4000 draws is off by about 1.5 %: 8 % is five times that. */
    private static final double SAMPLING = 0.08;

    @Test
    @Points(value = 2, hint = "Variances add up: dim products of variance 1 have the variance dim. Then take the root.")
    void predictionForFeaturesOfSpreadOne() {
        for (int dim : new int[] {1, 4, 16, 64, 1024}) {
            verifyPrediction(dim, 1);
        }
    }

    @Test
    @Points(value = 1, hint = "Each product has two factors of standard deviation std, so its own is std * std.")
    void predictionForOtherFeatures() {
        for (double std : new double[] {0.02, 0.5, 3}) {
            verifyPrediction(9, std);
            verifyPrediction(64, std);
        }
    }

    @Test
    @Points(value = 2, hint = "In a loop: draw a fresh query and a fresh key, take their dot product, collect sum and sum of squares.")
    void measurementAgreesWithTheory() {
        verifyMeasurement(4, 1);
        verifyMeasurement(25, 1);
        verifyMeasurement(25, 0.5);
    }

    @Test
    @Points(value = 1, hint = "A number with spread s has spread 1 after division by s.")
    void scaleBringsTheSpreadBackToOne() {
        for (int dim : new int[] {4, 64, 1000, 1}) {
            for (double std : new double[] {3, 1, 0.5}) {
                double spread = std * std * Math.sqrt(dim);
                Verify.that("scale for dim " + dim + ", std " + std, ScoreSpread.scale(dim, std))
                        .suspect(() -> spread, "this is the spread itself: the scale is 1 / spread")
                        .suspect(() -> 1.0 / dim, "1 / dim shrinks the scores too much: they spread like sqrt(dim)")
                        .suspect(() -> 1 / (std * std * dim),
                                "dim shrinks the scores too much: they spread like sqrt(dim)")
                        .suspect(() -> 1 / (spread * spread),
                                "this is 1 / variance: the scale is 1 / standard deviation")
                        .suspect(() -> 1 / (std * Math.sqrt(dim)),
                                "std counts twice: a query and a key each bring their own")
                        .suspect(() -> 1 / Math.sqrt(dim), "1 / sqrt(dim) is right for std 1 only: std is missing")
                        .suspect(() -> 0.0, "it is exactly 0: 1 / dim of two ints is an int in Java")
                        .equalTo(1 / spread);
            }
        }
    }

    private static void verifyPrediction(int dim, double std) {
        double spread = std * std * Math.sqrt(dim);
        Verify.that("predicted spread for dim " + dim + ", std " + std, ScoreSpread.predicted(dim, std))
                .suspect(() -> std * Math.sqrt(dim), "std counts twice: each product has two random factors")
                .suspect(() -> spread * spread, "this is the variance: its square root is asked for")
                .suspect(() -> std * std * dim,
                        "the spread does not grow like dim: variances add up, standard deviations do not")
                .suspect(() -> std * std, "this is the spread of one product: the sum has dim of them")
                .suspect(() -> 1 / spread, "this is the scale, 1 / spread: here the spread itself is asked for")
                .equalTo(spread);
    }

    private static void verifyMeasurement(int dim, double std) {
        double spread = std * std * Math.sqrt(dim);
        double actual = ScoreSpread.measured(dim, (float) std, DRAWS, new TorchRandom(dim));
        Verify.that("measured spread for dim " + dim + ", std " + std, actual)
                .suspectIf(value -> near(value, spread * spread) && spread != 1,
                        "this is the variance: take the square root at the end")
                .suspectIf(value -> Math.abs(value) < 0.2 * spread, "this is the mean of the scores, which is near 0")
                .suspectIf(value -> near(value, std * std * dim),
                        "this is a mean of |query|²: the key is the query itself")
                .suspectIf(value -> near(value, spread * Math.sqrt(2)),
                        "larger by sqrt(2): the key is the query itself, draw a fresh one")
                .suspectIf(value -> near(value, std * Math.sqrt(dim)),
                        "std is used only once: draw the query and the key with random.normal(0, std, dim)")
                .suspectIf(value -> near(value, spread * Math.sqrt(DRAWS)),
                        "the division by the number of draws is missing")
                .equalTo(spread, SAMPLING);
    }

    private static boolean near(double value, double target) {
        return Math.abs(value - target) < SAMPLING * target;
    }
}
