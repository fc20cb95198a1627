package spotlight.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;

class NearestQuestionTest {
    private static final List<String> QUESTIONS = List.of("Who has the key?", "Who has the map?", "What is a key?",
            "What is a very long word?");
    private static final List<String> ANSWERS = List.of("Anna.", "Ben.", "A thing.", "Donau.");

    private final NearestQuestion nearest = NearestQuestion.train(QUESTIONS, ANSWERS);

    @Test
    void aKnownQuestionHasItsAnswer() {
        for (int i = 0; i < QUESTIONS.size(); i++) {
            assertEquals(ANSWERS.get(i), nearest.answer(QUESTIONS.get(i)));
        }
    }

    @Test
    void rareWordsCountMore() {
        assertEquals("Ben.", nearest.answer("What is the map?"));
    }

    /** "key" alone: the shorter question is nearer, as it has less that is not asked. */
    @Test
    void wordsThatAreNotAskedForMakeItFarther() {
        NearestQuestion two = NearestQuestion.train(List.of("a b c d", "a b", "x"), List.of("1", "2", "3"));
        assertEquals("2", two.answer("b a"));
        assertEquals("1", two.answer("a b c"));
    }

    @Test
    void ofEqualsItIsTheFirst() {
        assertEquals("1", NearestQuestion.train(List.of("a b", "a b", "c"), List.of("1", "2", "3")).answer("a b"));
        assertEquals("Anna.", nearest.answer("zebra"), "nothing in common with any");
    }

    @Test
    void thereMustBeAnAnswerForEachQuestion() {
        Expect.error("nearest question: 0 questions and 0 answers",
                () -> NearestQuestion.train(List.of(), List.of()));
        Expect.error("nearest question: 1 questions and 2 answers",
                () -> NearestQuestion.train(List.of("a"), List.of("1", "2")));
    }
}
