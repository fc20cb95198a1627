package spotlight.ch09;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grad.Var;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.model.Dropout;
import spotlight.model.Layers;
import spotlight.model.Padding;
import spotlight.model.SentimentTransformer;
import spotlight.model.SentimentTransformer.Config;
import spotlight.model.TransformerBlock;
import spotlight.model.Weights;
import spotlight.nn.Mask;
import spotlight.nn.PositionalEncoding;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("9.3 A text classifier with an encoder")
@Tag("ch09")
class TextClassifierTest {
    private static final int[] FULL = {3, 4, 5, 6, 7, 8, 9, 1, 2, 5, 3, 6}; // 2 texts of 6 or 3 of 4
    private static final int[] PADDED = {3, 4, 5, 6, 7, 2, 0, 0, 0, 0, 8, 1, 4, 0, 0}; // 3 texts of 5
    private static final int HEADS = 2;

    private enum Mistake {
        NO_POSITIONS, ONE_BLOCK, NO_RELU, ACROSS, FIRST_TOKEN, NO_MASK, MEAN_OF_ALL, NO_LAST_LAYER
    }

    @ParameterizedTest
    @CsvSource({"2,2", "3,1", "1,3"})
    @Points(value = 3, hint = "Follow the table of the task line by line and compare the shape after each line.")
    void scoresOfFullTexts(int batch, int layers) {
        Weights weights = weights(layers);
        Tensor right = library(FULL, batch, layers, weights);
        Verify.that("logits of " + batch + " texts, " + layers + " blocks", logits(FULL, batch, layers, weights))
                .suspect(() -> with(FULL, batch, layers, weights, Mistake.NO_POSITIONS),
                        "the model does not know where a word stands: positions are not added")
                .suspect(() -> with(FULL, batch, layers, weights, Mistake.ONE_BLOCK),
                        "only block 0 is used: apply all of them, one after the other")
                .suspect(() -> with(FULL, batch, layers, weights, Mistake.ACROSS),
                        "attention runs across the texts of the batch: the block's second argument must be false")
                .suspect(() -> with(FULL, batch, layers, weights, Mistake.NO_RELU),
                        "between the two linear layers the relu is missing")
                .suspect(() -> with(FULL, batch, layers, weights, Mistake.FIRST_TOKEN),
                        "this is the first token's vector: take the mean over all tokens")
                .suspect(() -> with(FULL, batch, layers, weights, Mistake.NO_LAST_LAYER),
                        "the last layer, classifier.3, is missing")
                .suspect(() -> right.softmax(), "these are probabilities: leave the softmax to the loss")
                .equalTo(right);
    }

    @Test
    @Points(value = 2, hint = "Padding twice: hide it from attention by the mask, and leave it out of the mean.")
    void paddingChangesNothing() {
        Weights weights = weights(2);
        Verify.that("logits of texts of 5, 1 and 3 tokens in one batch", logits(PADDED, 3, 2, weights))
                .suspect(() -> with(PADDED, 3, 2, weights, Mistake.NO_MASK, Mistake.MEAN_OF_ALL),
                        "padding is treated like words, in attention and in the mean")
                .suspect(() -> with(PADDED, 3, 2, weights, Mistake.NO_MASK),
                        "words attend to padding: give the mask to each block")
                .suspect(() -> with(PADDED, 3, 2, weights, Mistake.MEAN_OF_ALL),
                        "padding is in the mean: each text has its own length")
                .equalTo(library(PADDED, 3, 2, weights));
    }

    @Test
    @Points(value = 2, hint = "Stay on Var from the table to the scores: .value() cuts the way back.")
    void theLossReachesEveryWeight() {
        Weights weights = weights(2);
        int[] labels = {1, 0, 1};
        Var loss = TextClassifier.loss(PADDED, labels, 2, HEADS, weights);
        Tensor right = library(PADDED, 3, 2, weights);
        Verify.that("loss", loss == null ? Double.NaN : loss.item())
                .suspect(() -> Var.constant(right.softmax()).crossEntropy(labels).item(),
                        "a softmax before the cross entropy, which has one of its own")
                .suspect(() -> 3 * Var.constant(right).crossEntropy(labels).item(), "this is the sum: take the mean")
                .equalTo(Var.constant(right).crossEntropy(labels).item());
        Verify.fact(loss.tracked(),
                "loss: there is no way back to the weights at all, .value() or Var.constant cut it");
        loss.backward();
        Set<String> cut = new TreeSet<>();
        for (Map.Entry<String, Var> weight : weights.all().entrySet()) {
            if (weight.getValue().grad().map(Math::abs).max() == 0) {
                cut.add(weight.getKey());
            }
        }
        Verify.fact(cut.isEmpty(), "the gradient does not reach " + cut.size() + " of " + weights.all().size()
                + " weights, for instance " + cut.stream().findFirst().orElse("")
                + ": they would never learn, .value() or Var.constant cut the way back");
    }

    private static Tensor logits(int[] ids, int batch, int layers, Weights weights) {
        Var logits = TextClassifier.logits(ids, batch, layers, HEADS, weights);
        return logits == null ? null : logits.value();
    }

    private static Config config(int layers) {
        return Config.of(10, 12, layers, 8, HEADS, 3);
    }

    private static Weights weights(int layers) {
        return SentimentTransformer.init(config(layers), new TorchRandom(93)).weights();
    }

    private static Tensor library(int[] ids, int batch, int layers, Weights weights) {
        return new SentimentTransformer(config(layers), weights).logits(ids, batch).value();
    }

    /** The model with mistakes. */
    private static Tensor with(int[] ids, int batch, int layers, Weights weights, Mistake... mistakes) {
        Set<Mistake> made = Set.of(mistakes);
        int tokens = ids.length / batch;
        Var x = weights.get("embedding.weight").rows(ids, batch, tokens);
        if (!made.contains(Mistake.NO_POSITIONS)) {
            x = x.plus(Var.constant(PositionalEncoding.sinusoidal(tokens, 8)));
        }
        Tensor mask = made.contains(Mistake.NO_MASK) ? Mask.none() : Padding.mask("test", 0, ids, batch);
        for (int i = 0; i < (made.contains(Mistake.ONE_BLOCK) ? 1 : layers); i++) {
            x = new TransformerBlock(HEADS, made.contains(Mistake.ACROSS), weights.in("transformer_blocks." + i))
                    .apply(x, mask, Dropout.NONE);
        }
        Var text = made.contains(Mistake.FIRST_TOKEN)
                ? x.select(1, 0)
                : Var.constant(shares(ids, batch, made.contains(Mistake.MEAN_OF_ALL))).matmul(x).select(1, 0);
        Var wide = Layers.linear(weights, "classifier.0", text);
        wide = made.contains(Mistake.NO_RELU) ? wide : wide.relu();
        return (made.contains(Mistake.NO_LAST_LAYER) ? wide : Layers.linear(weights, "classifier.3", wide)).value();
    }

    private static Tensor shares(int[] ids, int batch, boolean ofAll) {
        int tokens = ids.length / batch;
        int[] lengths = Padding.lengths(0, ids, batch);
        Tensor shares = Tensor.zeros(batch, 1, tokens);
        for (int i = 0; i < ids.length; i++) {
            shares.data()[i] = ofAll ? 1f / tokens : ids[i] == 0 ? 0 : 1f / lengths[i / tokens];
        }
        return shares;
    }
}
