package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spotlight.Expect;
import spotlight.grad.GradCheck;
import spotlight.model.RecurrentClassifier.Config;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class RecurrentClassifierTest {
    private static RecurrentClassifier model(Cell cell) {
        return RecurrentClassifier.init(new Config(cell, 9, 4, 5, 3, 0), new TorchRandom(1));
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatItLearns(Cell cell) {
        assertEquals(model(cell).weights().count(), model(cell).config().count());
    }

    @ParameterizedTest
    @EnumSource
    void modelsOfEqualSizeCanBeAskedFor(Cell cell) {
        Config within = new Config(cell, 30, 16, 1, 30, -1).within(10_000);
        assertTrue(within.count() <= 10_000);
        Config larger = new Config(cell, 30, 16, within.hidden() + 1, 30, -1);
        assertTrue(larger.count() > 10_000);
    }

    @ParameterizedTest
    @EnumSource
    void paddingChangesNothing(Cell cell) {
        Tensor alone = model(cell).logits(new int[] {3, 4}, 1).value();
        Expect.close(alone, model(cell).logits(new int[] {3, 4, 0, 0, 5, 6, 7, 8}, 2).value().slice(0, 0, 1), 1e-6);
    }

    @ParameterizedTest
    @EnumSource
    void gradientsThroughThePaddedBatch(Cell cell) {
        RecurrentClassifier model = model(cell);
        GradCheck.check(() -> model.loss(new int[] {3, 4, 0, 5, 6, 7}, new int[] {0, 2}, Dropout.NONE),
                model.weights().all());
    }

    @Test
    void theScoresOfTheLastTokenAreThoseOfTheSequence() {
        RecurrentClassifier model = model(Cell.GRU);
        Tensor tokens = model.tokenLogits(new int[] {3, 4, 5}, 1, Dropout.NONE).value();
        Expect.close(model.logits(new int[] {3, 4, 5}, 1).value(), tokens.select(1, 2), 1e-6);
        assertEquals(-tokens.logSoftmax().at(0, 1, 2),
                model.tokenLoss(new int[] {3, 4, 5}, new int[] {-100, 2, -100}, 1, Dropout.NONE).item(), 1e-6);
    }

    @Test
    void errorsNameTheSequence() {
        RecurrentClassifier model = model(Cell.RNN);
        Expect.error("recurrent: id 9 at [0,1] is outside the vocabulary of 9",
                () -> model.logits(new int[] {3, 9}, 1));
        Expect.error("recurrent: sequence 1 is nothing but padding", () -> model.logits(new int[] {3, 4, 0, 0}, 2));
        Expect.error("recurrent: 0 ids in 1 sequences, there must be one at least",
                () -> model.logits(new int[0], 1));
        Expect.error("recurrent: vocab 9, embedding 4, hidden 0, classes 3 must all be at least 1",
                () -> new Config(Cell.RNN, 9, 4, 0, 3, 0));
        Expect.error("budget: a state of 1 number needs 129 weights, there are 100",
                () -> new Config(Cell.RNN, 30, 4, 1, 1, 0).within(100));
    }
}
