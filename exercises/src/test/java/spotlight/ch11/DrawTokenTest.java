package spotlight.ch11;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("11.4 Draw a token")
@Tag("ch11")
class DrawTokenTest {
    private static final Tensor QUARTERS = Tensor.vector(0.25f, 0.25f, 0.5f).log();

    @ParameterizedTest
    @CsvSource({"0,0", "0.2499,0", "0.2501,1", "0.4999,1", "0.5001,2", "0.9999,2"})
    @Points(value = 2, hint = "Add up the probabilities; the first token whose sum is larger than the draw is it.")
    void aPieceForEachToken(double draw, int expected) {
        verifyNext(QUARTERS, 1, draw, expected);
        verifyNext(Tensor.zeros(4), 1, 0.5, 2); // the left end of a piece belongs to it
    }

    @Test
    @Points(value = 1, hint = "Divide the scores by the temperature before the softmax: below 1 the likely get likelier.")
    void temperature() {
        Tensor logits = Tensor.vector(0, (float) Math.log(3)); // at 0.5 {0.1, 0.9}, at 2 {0.366, 0.634}
        verifyNext(logits, 0.5, 0.05, 0);
        verifyNext(logits, 0.5, 0.4, 1);
        verifyNext(logits, 0.5, 0.15, 1);
        verifyNext(logits, 2, 0.3, 0);
        verifyNext(logits, 2, 0.4, 1);
        verifyNext(Tensor.vector(500, 600, 400), 10, 0.5, 1);
    }

    @Test
    @Points(value = 1, hint = "At temperature 0 take the largest score; do not divide by 0.")
    void theBestAtTemperatureZero() {
        verifyNext(Tensor.vector(0.5f, 2, 2, -1), 0, 0.99, 1);
        verifyNext(Tensor.vector(-3, -2, -7), 0, 0, 1);
    }

    @Test
    @Points(value = 1, hint = "Probabilities of floats may sum to 0.9999999: behind the last piece it is still a token > 0.")
    void neverAnImpossibleToken() {
        float never = Float.NEGATIVE_INFINITY;
        verifyNext(Tensor.vector(never, 0, never), 1, 0, 1);
        float[] scores = new float[27]; // 25 times 1/25, as floats together less than 1, between two that are impossible
        scores[0] = never;
        scores[26] = never;
        verifyNext(Tensor.vector(scores), 1, 1 - 1e-12, 25);
        verifyNext(Tensor.vector(scores), 1, 0, 1);
    }

    private static void verifyNext(Tensor logits, double temperature, double draw, int expected) {
        Tensor copy = Tensor.of(logits.data(), logits.shape());
        int token = DrawToken.next(logits, temperature, draw);
        Verify.fact(Arrays.equals(copy.data(), logits.data()), "next: you changed the scores you were given");
        Tensor p = logits.softmax();
        Verify.that("next(" + name(logits) + ", temperature " + temperature + ", draw " + draw + ")", token)
                .suspectIf(t -> temperature == 0,
                        "at temperature 0 it is the token with the largest score, the earlier one of equals")
                .suspectIf(t -> logits.at((int) t) == Float.NEGATIVE_INFINITY,
                        "this token has probability 0: it must never be drawn")
                .suspectIf(t -> temperature != 1 && t == piece(logits.times((float) temperature).softmax(), draw),
                        "the scores are multiplied by the temperature: divide them")
                .suspectIf(t -> temperature != 1 && t == piece(p.dividedBy((float) temperature), draw),
                        "the temperature is applied to the probabilities: it divides the scores")
                .suspectIf(t -> temperature != 1 && t == piece(p, draw), "the temperature is not used")
                .suspectIf(t -> t == p.argmax()[0], "always the most likely token: the draw is not used")
                .suspectIf(t -> t == expected - 1 || t == expected + 1,
                        "off by one: it is the first token whose sum of probabilities is larger than the draw")
                .equalTo(expected);
    }

    private static String name(Tensor logits) {
        return logits.size() > 6 ? logits.size() + " scores" : logits.toString(2);
    }

    private static int piece(Tensor p, double draw) {
        double end = 0;
        for (int token = 0; token < p.size(); token++) {
            end += p.at(token);
            if (draw < end) {
                return token;
            }
        }
        return p.size() - 1;
    }

    @Test
    @Points(value = 2, hint = "Mean of -ln p first, then exp.")
    void perplexity() {
        verifyPerplexity(4, 0.5, 0.125);
        verifyPerplexity(4, 0.25, 0.25, 0.25);
        double[] p = new double[50];
        double nats = 0;
        Tensor random = new TorchRandom(4).rand(50);
        for (int i = 0; i < p.length; i++) {
            p[i] = 0.01 + 0.98 * random.at(i);
            nats -= Math.log(p[i]) / p.length;
        }
        verifyPerplexity(Math.exp(nats), p);
    }

    private static void verifyPerplexity(double expected, double... p) {
        double inverse = 0;
        double mean = 0;
        for (double each : p) {
            inverse += 1 / each / p.length;
            mean += each / p.length;
        }
        double ofMean = 1 / mean;
        double meanOfInverse = inverse;
        boolean uneven = Math.abs(ofMean - expected) > 1e-3;
        Verify.that("perplexity of " + p.length + " tokens", DrawToken.perplexity(p))
                .suspect(() -> Math.log(expected), "this is the mean surprise in nats: perplexity is its exponential")
                .suspect(() -> Math.log(expected) / Math.log(2),
                        "this is the mean surprise in bits, not the perplexity")
                .suspect(() -> Math.pow(expected, p.length), "the surprises are added up: take their mean before exp")
                .suspect(() -> 1 / expected, "the sign is wrong: this is 1 / perplexity")
                .suspectIf(x -> uneven && Math.abs(x - ofMean) < 1e-6 * ofMean,
                        "1 / mean of p: take the mean of the surprises -ln p, not of the probabilities")
                .suspectIf(x -> uneven && Math.abs(x - meanOfInverse) < 1e-6 * meanOfInverse,
                        "the mean of 1/p: exp comes after the mean, not before it")
                .suspect(() -> Math.pow(2, Math.log(expected)), "2 to the power of nats: with ln goes exp")
                .equalTo(expected);
    }
}
