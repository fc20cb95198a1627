package spotlight.ch07;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("7.1 Layer norm by hand")
@Tag("ch07")
class LayerNormalisationTest {
    @Test
    @Points(value = 1, hint = "Mean 5, variance 5: subtract the one, divide by the root of the other.")
    void theExampleOfTheTask() {
        Verify.that("normalise of (2, 4, 6, 8), eps 0",
                LayerNormalisation.normalise(Tensor.vector(2, 4, 6, 8), 0))
                .suspect(() -> Tensor.vector(-3, -1, 1, 3), "only the mean is subtracted: divide by the root as well")
                .equalTo(Tensor.vector(-1.341641f, -0.447214f, 0.447214f, 1.341641f));
    }

    @ParameterizedTest
    @CsvSource({"2,3,5,0.1", "3,4,8,0.5", "1,2,64,0.00001", "4,2,3,1"})
    @Points(value = 3, hint = "One mean and one variance for each token, over its D features; eps joins the variance.")
    void everyTokenByItself(int batch, int tokens, int dModel, float eps) {
        Tensor x = random(71, batch, tokens, dModel).times(2).plus(1);
        Tensor centred = x.minus(x.mean(-1).unsqueeze(-1));
        Tensor variance = centred.square().mean(-1).unsqueeze(-1);
        Tensor std = variance.sqrt();
        float unbiased = dModel / (dModel - 1f);
        Tensor overBatch = x.minus(x.reshape(-1, dModel).mean(0));
        Tensor ofFeature = overBatch.square().reshape(-1, dModel).mean(0); // [D]
        Tensor overAll = x.minus(x.mean());
        Verify.that("normalise for x [" + batch + "," + tokens + "," + dModel + "], eps " + eps,
                LayerNormalisation.normalise(x, eps))
                .suspect(() -> centred, "only the mean is subtracted: the division by the root is missing")
                .suspect(() -> x.dividedBy(x.square().mean(-1).unsqueeze(-1).plus(eps).sqrt()),
                        "the mean is not subtracted at all: this is RMS norm")
                .suspect(() -> x.dividedBy(variance.plus(eps).sqrt()),
                        "the mean is subtracted for the variance, but not from the token itself")
                .suspect(() -> centred.dividedBy(variance.plus(eps)),
                        "divided by the variance: the square root is missing")
                .suspect(() -> centred.dividedBy(std.plus(eps)),
                        "eps is outside the root: add it to the variance, then take the root")
                .suspect(() -> centred.dividedBy(std), "eps is not used at all")
                .suspect(() -> centred.dividedBy(variance.times(unbiased).plus(eps).sqrt()),
                        "the variance is divided by D - 1: layer norm divides by D")
                .suspect(() -> overBatch.dividedBy(ofFeature.plus(eps).sqrt()),
                        "normalised per feature over all tokens, which is batch norm: each token is to be normalised "
                                + "over its own features, the last axis")
                .suspect(() -> overTokens(x, eps), "normalised over the tokens of a sample: take the last axis")
                .suspect(() -> overAll.dividedBy((float) Math.sqrt(overAll.square().mean() + eps)),
                        "one mean and one variance for the whole tensor: each token needs its own")
                .equalTo(x.layerNorm(Tensor.ones(dModel), Tensor.zeros(dModel), eps));
    }

    @Test
    @Points(value = 2, hint = "Subtract the mean first, then square: and let eps stand under every division.")
    void equalAndLargeNumbersSurvive() {
        Verify.that("normalise of a token whose numbers are all 7",
                LayerNormalisation.normalise(Tensor.full(7, 2, 4), 1e-5f))
                .suspectIf(y -> Float.isNaN(y.sum()), "0/0 gives NaN: eps is missing")
                .equalTo(Tensor.zeros(2, 4));
        Tensor centred = Tensor.vector(-3, -1, 1, 3);
        Tensor x = centred.plus(10_000);
        Tensor drowned = x.square().mean(-1).minus(x.mean(-1).square());
        Verify.that("normalise of (9997, 9999, 10001, 10003)", LayerNormalisation.normalise(x, 1e-5f))
                .suspectIf(y -> Float.isNaN(y.sum()) || y.close(centred.dividedBy(drowned.plus(1e-5f).sqrt()), 1e-3),
                        "mean of squares minus square of mean drowns in rounding: subtract the mean first, then "
                                + "square")
                .equalTo(centred.dividedBy((float) Math.sqrt(5)), 1e-4);
    }

    @ParameterizedTest
    @CsvSource({"2,3,5", "1,4,8", "3,2,3"})
    @Points(value = 2, hint = "Normalise, times weight, plus bias, in this order.")
    void weightStretchesAndBiasMoves(int batch, int tokens, int dModel) {
        Tensor x = random(72, batch, tokens, dModel);
        Tensor weight = random(73, dModel);
        Tensor bias = random(74, dModel);
        float eps = 0.01f;
        Tensor normal = x.layerNorm(Tensor.ones(dModel), Tensor.zeros(dModel), eps);
        Verify.that("layerNorm for x [" + batch + "," + tokens + "," + dModel + "]",
                LayerNormalisation.layerNorm(x, weight, bias, eps))
                .suspect(() -> normal, "weight and bias are not used")
                .suspect(() -> normal.times(weight), "the bias is not added")
                .suspect(() -> normal.plus(bias), "the weight is not used")
                .suspect(() -> normal.plus(bias).times(weight), "the bias is added before the weight: first times, "
                        + "then plus")
                .suspect(() -> x.times(weight).plus(bias), "the tokens are not normalised first")
                .equalTo(x.layerNorm(weight, bias, eps));
    }

    private static Tensor overTokens(Tensor x, float eps) {
        Tensor turned = x.transpose(1, 2); // [B,D,T]
        int tokens = turned.size(-1);
        return turned.layerNorm(Tensor.ones(tokens), Tensor.zeros(tokens), eps).transpose(1, 2);
    }

    private static Tensor random(int seed, int... shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return Tensor.of(new NumpyRandom(seed).randn(size), shape);
    }
}
