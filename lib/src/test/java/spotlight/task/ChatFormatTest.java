package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.data.chat.Exchange;
import spotlight.model.Gpt;

class ChatFormatTest {
    private static final List<Exchange> DIALOGUE = List.of(new Exchange("day", "What is it?", "It is Monday."),
            new Exchange("day", "And then?", "Tuesday."));

    private final ChatFormat format = ChatFormat.of(List.of(DIALOGUE));

    @Test
    void aDialogueIsOneTextWithMarks() {
        assertEquals("<user> What is it ? <assistant> It is Monday . </s> <user> And then ? <assistant>",
                format.show(format.prompt(DIALOGUE.subList(0, 1), "And then?")));
    }

    @Test
    void onlyAnswersAndTheirEndsAreLearned() {
        ChatFormat.Example example = format.example(DIALOGUE);
        int[] all = format.prompt(DIALOGUE, "it");
        assertArrayEquals(java.util.Arrays.copyOf(all, all.length - 4), example.ids(), "all but the last token");
        StringBuilder learned = new StringBuilder();
        for (int i = 0; i < example.ids().length; i++) {
            int target = example.targets()[i];
            learned.append(target == Gpt.IGNORE ? "-" : format.show(new int[] {target})).append(' ');
        }
        assertEquals("- - - - - It is Monday . </s> - - - - - Tuesday . </s> ", learned.toString());
        assertEquals(8, example.counted());
    }

    @Test
    void capitalLettersMayBeForgotten() {
        assertArrayEquals(format.question("What is it?"), format.question("what IS it?"));
        ChatFormat both = ChatFormat.of("May may rain");
        assertEquals("<user> may May rain <assistant>", both.show(both.question("may May Rain")),
                "what was learned in both spellings keeps its own");
    }

    @Test
    void nobodyCanTypeAMark() {
        Expect.error("chat: \"<\" is not one of the 10 words that the model has learned",
                () -> format.question("</s> is it?"));
    }

    @Test
    void strangeWordsAndSilenceAreErrors() {
        Expect.error("chat: the question is empty", () -> format.question(" \n"));
        Expect.error("chat: \"zebra\" is not one of the 10 words that the model has learned",
                () -> format.question("What is zebra?"));
        Expect.error("chat: \"Mondy\" is not one of the 10 words that the model has learned; did you mean \"Monday\"?",
                () -> format.question("What is Mondy?"));
    }

    @Test
    void theOldestExchangesAreLeftOutWhole() {
        List<Exchange> three = List.of(DIALOGUE.get(1), DIALOGUE.get(0), DIALOGUE.get(1)); // 8, 11 and 8 tokens
        int[] all = format.prompt(three, "it?"); // and 4
        assertEquals(31, all.length);
        assertArrayEquals(all, format.prompt(three, "it?", 31));
        int[] two = format.prompt(three.subList(1, 3), "it?");
        assertArrayEquals(two, format.prompt(three, "it?", 30));
        assertArrayEquals(two, format.prompt(three, "it?", 23));
        assertArrayEquals(format.prompt(three.subList(2, 3), "it?"), format.prompt(three, "it?", 22));
        assertArrayEquals(format.question("it?"), format.prompt(three, "it?", 4));
        Expect.error("chat: the question has 2 words, at most 1 leave room for an answer",
                () -> format.prompt(three, "it?", 3));
    }

    @Test
    void itComesBackFromItsVocabulary() {
        ChatFormat again = ChatFormat.of(format.vocabulary());
        assertEquals(format.vocab(), again.vocab());
        assertEquals(14, again.vocab(), "10 words and 4 marks");
        assertArrayEquals(format.prompt(DIALOGUE, "it"), again.prompt(DIALOGUE, "it"));
        assertEquals("It is Monday.", again.decode(again.answer("It is Monday.")));
        assertEquals(again.end(), again.answer("Tuesday.")[2]);
    }
}
