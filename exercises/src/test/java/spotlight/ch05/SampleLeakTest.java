package spotlight.ch05;

import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.MultiHeadAttention;
import spotlight.random.NumpyRandom;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("5.6 Write the test that catches it")
@Tag("ch05")
class SampleLeakTest {
    @ParameterizedTest
    @CsvSource({"2,3,4", "3,3,4", "4,5,8"})
    @Points(value = 2, hint = "Run each sample alone and compare; slice(0, b, b + 1) keeps the batch axis.")
    void attentionAcrossTheBatchIsCaught(int batch, int tokens, int dModel) {
        Tensor x = random(batch, tokens, dModel);
        UnaryOperator<Tensor> right = attention(dModel);
        innocent(right, x, "attention over the tokens of each sample");
        innocent(Tensor::relu, x, "a relu");
        guilty(swapped(right), x,
                "attention across the samples (it keeps every shuffle of them: shuffling proves nothing)");
        guilty(y -> y.minus(y.mean(0)), x, "a model that subtracts the mean of the batch");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "0,2", "1,0", "1,2", "2,0", "2,1"})
    @Points(value = 2, hint = "Each sample of the batch has to be compared, the last one too.")
    void oneLeakIntoOneSampleIsCaught(int from, int to) {
        Tensor x = random(3, 4, 6);
        innocent(attention(6), x, "attention over the tokens of each sample");
        guilty(leak(from, to, 1), x, "a model in which sample " + from + " leaks into sample " + to);
    }

    @Test
    @Points(value = 1, hint = "Take the largest ABSOLUTE difference and forgive up to 1e-4, no more.")
    void smallLeaksCountRoundingDoesNot() {
        Tensor x = random(3, 4, 6);
        guilty(leak(2, 0, 0.01f), x, "a model in which 1 % of sample 2 leaks into sample 0");
        guilty(y -> y.minus(0.5f * (y.size(0) - 1)), x, "a model whose numbers sink as the batch grows");
        innocent(y -> y.plus(1e-6f * y.size(0)), x, "a model that differs by 2e-6, as rounding does,");
        innocent(y -> Tensor.full(y.size(0) > 1 ? 1e-4f : 0, y.shape()), x,
                "a model that differs by exactly 1e-4, which is not more,");
    }

    @ParameterizedTest
    @CsvSource({"2,5,4", "3,3,8", "1,4,6"})
    @Points(value = 2, hint = "Swap the first two axes before the model sees them, and again after it.")
    void batchFirstRepairsIt(int batch, int tokens, int dModel) {
        Tensor x = random(batch, tokens, dModel);
        UnaryOperator<Tensor> right = attention(dModel);
        UnaryOperator<Tensor> tokensFirst = swapped(right);
        Verify.that("batchFirst for a batch [" + batch + "," + tokens + "," + dModel + "]",
                SampleLeak.batchFirst(tokensFirst, x))
                .suspect(() -> tokensFirst.apply(x), "the model still attends across the samples: it wants [T,B,D]")
                .suspect(() -> tokensFirst.apply(x.transpose(0, 1)), "the answer is still [T,B,D]: swap its axes back")
                .suspect(() -> tokensFirst.apply(x.reshape(tokens, batch, dModel)).reshape(x.shape()),
                        "reshape does not swap axes, it mixes tokens of different samples: use transpose")
                .equalTo(right.apply(x));
    }

    private static void innocent(UnaryOperator<Tensor> model, Tensor x, String name) {
        Verify.fact(!SampleLeak.leaks(model, x), "false alarm: " + name + " has no leak, yet leaks(...) says true");
    }

    private static void guilty(UnaryOperator<Tensor> model, Tensor x, String name) {
        Verify.fact(SampleLeak.leaks(model, x), "not caught: " + name + " passes as clean");
    }

    private static UnaryOperator<Tensor> attention(int dModel) {
        MultiHeadAttention attention = MultiHeadAttention.init(dModel, 2, new TorchRandom(7));
        return x -> attention.apply(x).output();
    }

    /** The same model, expecting [T,B,D]. */
    private static UnaryOperator<Tensor> swapped(UnaryOperator<Tensor> model) {
        return x -> model.apply(x.transpose(0, 1)).transpose(0, 1);
    }

    /** Adds a share of one sample to another where the batch has both; clean otherwise. */
    private static UnaryOperator<Tensor> leak(int from, int to, float share) {
        return x -> {
            Tensor[] samples = new Tensor[x.size(0)];
            for (int b = 0; b < samples.length; b++) {
                samples[b] = x.select(0, b);
            }
            if (samples.length > Math.max(from, to)) {
                samples[to] = samples[to].plus(samples[from].times(share));
            }
            return Tensor.stack(samples);
        };
    }

    private static Tensor random(int batch, int tokens, int dModel) {
        return Tensor.of(new NumpyRandom(59).randn(batch * tokens * dModel), batch, tokens, dModel);
    }
}
