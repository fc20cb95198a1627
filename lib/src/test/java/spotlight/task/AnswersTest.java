package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.model.Gpt;
import spotlight.random.TorchRandom;
import spotlight.text.Characters;

class AnswersTest {
    private final Characters characters = Characters.of("ab>", Answers.END); // > is 1, a 2, b 3
    private final Answers answers = new Answers(
            Gpt.init(new Gpt.Config(characters.vocab(), 6, 1, 1, 8), new TorchRandom(0)), characters);

    @Test
    void onlyAnswersAreLearnedAndTheirEnds() {
        Answers.Batch batch = answers.batch(List.of("ab>", "b>"), List.of("a", "bb"));
        assertArrayEquals(new int[] {2, 3, 1, 2, 0}, batch.texts()[0]);
        assertArrayEquals(new int[] {2, 3}, batch.predictions());
        int none = Gpt.IGNORE;
        float expected = answers.gpt().loss(new int[] {2, 3, 1, 2, 3, 1, 3, 3},
                new int[] {none, none, 2, 0, none, 3, 3, 0}, 2).item();
        assertEquals(expected, batch.loss(answers.gpt(), 0, 2).item());
        assertEquals(answers.gpt().loss(new int[] {3, 1, 3, 3}, new int[] {none, 3, 3, 0}, 1).item(),
                batch.loss(answers.gpt(), 1, 2).item());
    }

    @Test
    void theyComeBackFromAModelThatWasKept() {
        Answers again = Answers.of(new Model(answers.gpt().weights(), answers.about()));
        assertEquals(answers.gpt().config(), again.gpt().config());
        assertEquals(answers.of("ab>"), again.of("ab>"));
        assertEquals(List.of(answers.of("ab>"), answers.of("b>").substring(0, Math.min(4, answers.of("b>").length()))),
                again.of(List.of("ab>", "b>"), 4));
    }

    @Test
    void strangeQuestionsAreErrors() {
        Expect.error("encode: character 'c' (U+0063) at line 1, column 3 of the text is not in the vocabulary of 4",
                () -> answers.of("abc>"));
        Expect.error("generate: text 0: a prompt of 8 tokens and 1 more do not fit the context of 6",
                () -> answers.of("aaaaaaa>"));
    }
}
