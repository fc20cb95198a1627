package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spotlight.Expect;
import spotlight.model.RecurrentTranslator.Config;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;
import spotlight.train.Adam;
import spotlight.train.Trainer;

class RecurrentTranslatorTest {
    private final int[] src = {3, 4, 5, 6, 7, 0};
    private final int[] tgt = {1, 8, 9, 2, 1, 10, 2, 0};

    private static RecurrentTranslator model(Cell cell) {
        return RecurrentTranslator.init(new Config(cell, 9, 11, Translator.Marks.of(6), 4, 8), new TorchRandom(1));
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatItLearns(Cell cell) {
        Config config = model(cell).config();
        assertEquals(model(cell).weights().count(), config.count());
        assertTrue(config.within(5000).count() <= 5000);
        assertTrue(config.within(5000).hidden() > 8);
    }

    @ParameterizedTest
    @EnumSource
    void writesTokenByTokenWhatItWouldAtOnce(Cell cell) {
        RecurrentTranslator model = model(cell);
        Tensor whole = model.logits(src, new int[] {1, 8, 1, 10}, 2, Dropout.NONE).value();
        Translator.Writer writer = model.read(src, 2);
        Expect.close(whole.select(1, 0), writer.next(new int[] {1, 1}), 1e-6);
        writer.keep(new int[] {1, 0});
        Tensor next = writer.next(new int[] {10, 8});
        Expect.close(whole.select(1, 1).slice(0, 1, 2), next.slice(0, 0, 1), 1e-6);
        Expect.close(whole.select(1, 1).slice(0, 0, 1), next.slice(0, 1, 2), 1e-6);
    }

    @ParameterizedTest
    @EnumSource
    void learnsAndWritesWhatItHasLearned(Cell cell) {
        RecurrentTranslator model = model(cell);
        new Trainer(new Adam(model.weights().params(), 0.03)).train(80, step -> {
            var loss = model.loss(src, tgt, 2, 0, Dropout.NONE);
            loss.backward();
            return loss.item();
        });
        List<int[]> written = Decoding.greedy(model, List.of(new int[] {3, 4, 5}, new int[] {6, 7}), 6);
        assertArrayEquals(new int[] {8, 9}, written.get(0));
        assertArrayEquals(new int[] {10}, written.get(1));
    }

    @Test
    void errorsNameTheSequence() {
        RecurrentTranslator model = model(Cell.GRU);
        Expect.error("recurrent translator: id 9 at [0,0] is outside the vocabulary of 9",
                () -> model.read(new int[] {9}, 1));
        Expect.error("recurrent translator: id 11 at [1,1] is outside the vocabulary of 11",
                () -> model.logits(src, new int[] {1, 8, 1, 11}, 2, Dropout.NONE));
        Expect.error("recurrent translator: sequence 0 is nothing but padding",
                () -> model.read(new int[] {0, 0}, 1));
        Expect.error("recurrent translator: 7 tokens are more than the context of 6",
                () -> model.read(new int[7], 1));
        Expect.error("recurrent translator: 2 target ids are not 2 sequences of one length with bos and eos",
                () -> model.loss(src, new int[2], 2));
        Expect.error("recurrent translator: vocabularies of 9 and 11, embedding 0, hidden 8 must all be at least 1",
                () -> new Config(Cell.GRU, 9, 11, Translator.Marks.of(6), 0, 8));
    }
}
