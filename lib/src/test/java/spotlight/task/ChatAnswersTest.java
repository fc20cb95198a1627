package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.data.chat.Exchange;
import spotlight.grad.Var;
import spotlight.model.Sampler;

class ChatAnswersTest {
    private static final TinyChat TINY = new TinyChat();

    @Test
    void eachQuestionIsAskedBehindTheRightDialogue() {
        ChatAnswers answers = ChatAnswers.of(TINY.gpt, TINY.format, TinyChat.DIALOGUES);
        assertEquals(List.of("Hello, Anna.", "You are Anna.", "Hello, Ben.", "You are Ben.", "Welcome.",
                "I do not know."), answers.given());
        assertEquals("<user> I am Ben . <assistant> Hello , Ben . </s> <user> Who am I ? <assistant>",
                TINY.format.show(answers.prompts().get(3)));
        assertEquals(100, answers.percent(exchange -> true));
    }

    @Test
    void wordsCanBeChosenByChance() {
        ChatAnswers wild = ChatAnswers.of(TINY.gpt, TINY.format, TinyChat.DIALOGUES, new Sampler(50, 0, 1, 1));
        assertTrue(wild.percent(exchange -> true) < 50, wild.given().toString());
        assertEquals(wild.given(),
                ChatAnswers.of(TINY.gpt, TINY.format, TinyChat.DIALOGUES, new Sampler(50, 0, 1, 1)).given());
    }

    @Test
    void rightIsWhatIsTheSameWordForWord() {
        List<Exchange> asked = List.of(new Exchange("a", "Who?", "Anna."), new Exchange("a", "Who?", "Ben."),
                new Exchange("b", "Who?", "Ben."));
        ChatAnswers answers = new ChatAnswers(asked, List.of("Anna.", "Ben", "Ben."), List.of());
        assertTrue(answers.right(0));
        assertFalse(answers.right(1));
        assertEquals(50, answers.percent(exchange -> exchange.topic().equals("a")));
        assertEquals(100, answers.percent(exchange -> exchange.topic().equals("b")));
        assertTrue(Double.isNaN(answers.percent(exchange -> false)));
    }

    @Test
    void aProbabilityIsThatOfAllWordsAndTheEnd() {
        ChatAnswers answers = ChatAnswers.of(TINY.gpt, TINY.format, TinyChat.DIALOGUES);
        int[] prompt = TINY.format.question("Thanks.");
        double product = 1;
        int[] text = prompt;
        for (int next : TINY.format.answer("Welcome.")) {
            try (Var.Scope off = Var.noGrad()) {
                product *= TINY.gpt.logits(text, 1).softmax().value().at(0, text.length - 1, next);
            }
            text = java.util.Arrays.copyOf(text, text.length + 1);
            text[text.length - 1] = next;
        }
        double[] probabilities = answers.probabilities(TINY.gpt, TINY.format);
        assertEquals(product, probabilities[4], 1e-5);
        assertTrue(product > 0.5 && product < 1, "" + product);
        double other = ChatAnswers.probability(TINY.gpt, prompt, TINY.format.answer("You are Anna."));
        assertTrue(other < 0.1, "" + other);
    }
}
