package spotlight.ch02;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("2.6 A focus ring for the spotlight")
@Tag("ch02")
class TemperatureTest {
    @Test
    @Points(value = 1, hint = "Divide the scores by the temperature, then softmax.")
    void softmaxOfTheExample() {
        Tensor scores = Tensor.of(new double[] {0, Math.log(3)}, 2);
        verifySoftmax(scores, 1);
        verifySoftmax(scores, 0.5);
    }

    @Test
    @Points(value = 1, hint = "Small temperatures make large scores: use a softmax that subtracts the largest one.")
    void softmaxFromFrostToHeat() {
        Tensor scores = new TorchRandom(3).randn(6).times(2);
        for (double temperature : new double[] {0.002, 0.1, 1, 7, 900}) {
            verifySoftmax(scores, temperature);
        }
    }

    @Test
    @Points(value = 2, hint = "Halve an interval of temperatures: when the light falls on too few words, go up, else down.")
    void theLightFallsOnTwoWords() {
        verifyLight(new TorchRandom(4).randn(9), 2);
        verifyLight(Tensor.vector(2, 1, 0, -1), 2);
    }

    @Test
    @Points(value = 2, hint = "Search between 0.001 and 1000. Halving log(temperature) gets there in 40 steps everywhere.")
    void theLightFallsOnAsManyWordsAsAskedFor() {
        for (int size = 3; size <= 12; size += 3) {
            Tensor scores = new TorchRandom(size).randn(size).times(size);
            for (double words = 1.05; words < size; words += 0.95) {
                verifyLight(scores, Math.min(words, size - 0.05));
            }
        }
    }

    private static void verifySoftmax(Tensor scores, double temperature) {
        float t = (float) temperature;
        Verify.that("softmax at temperature " + temperature, Temperature.softmax(scores, temperature))
                .suspect(() -> scores.times(t).softmax(), "the scores are multiplied by the temperature: divide them")
                .suspect(() -> scores.softmax(), "the temperature is not used")
                .suspect(() -> scores.softmax().dividedBy(t),
                        "the temperature is applied after softmax: it divides the scores")
                .suspect(() -> scores.dividedBy(t), "these are the scores: softmax is missing")
                .suspectIf(actual -> Float.isNaN(actual.sum()),
                        "NaN: exp has overflowed, subtract the largest score before it")
                .equalTo(scores.dividedBy(t).softmax());
    }

    private static void verifyLight(Tensor scores, double words) {
        double temperature = Temperature.temperatureFor(scores, words);
        double light = light(scores, temperature);
        Verify.that("words in the light at the temperature you found, " + words + " of " + scores.size(), light)
                .suspectIf(lit -> !(temperature > 0), "a temperature is above 0, and yours is " + temperature)
                .suspectIf(lit -> near(Math.log(lit), words),
                        "the entropy itself equals the number asked for: it is exp(entropy) that counts words")
                .suspectIf(lit -> near(Math.log(lit) / Math.log(2), Math.log(words)),
                        "the entropy is in bits, but exp takes nats: use Math.log")
                .suspectIf(lit -> near(light(scores, 1 / temperature), words),
                        "this is 1 / temperature: a higher temperature makes the light wider")
                .suspectIf(lit -> temperature < 0.0011 || temperature > 900,
                        "your search ran to the end of its interval: the light gets wider as the temperature grows")
                .equalTo(words, 0.001);
    }

    private static boolean near(double value, double target) {
        return Math.abs(value - target) < 0.002;
    }

    private static double light(Tensor scores, double temperature) {
        double entropy = 0;
        for (float weight : scores.dividedBy((float) temperature).softmax().data()) {
            entropy -= weight > 0 ? weight * Math.log(weight) : 0;
        }
        return Math.exp(entropy);
    }
}
