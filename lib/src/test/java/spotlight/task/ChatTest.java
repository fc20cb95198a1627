package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.data.chat.Exchange;
import spotlight.model.Sampler;

class ChatTest {
    private static final TinyChat TINY = new TinyChat();

    private final Chat chat = new Chat(TINY.gpt, TINY.format);

    @Test
    void itRemembersWhatWasSaid() {
        assertEquals("I do not know.", chat.say("Who am I?"));
        chat.forget();
        assertEquals("Hello, Ben.", chat.say("I am Ben."));
        assertEquals("You are Ben.", chat.say("who am i?"));
        assertEquals(List.of(new Exchange("", "I am Ben.", "Hello, Ben."),
                new Exchange("", "who am i?", "You are Ben.")), chat.dialogue());
    }

    @Test
    void theAnswerComesWordByWord() {
        List<String> pieces = new ArrayList<>();
        assertEquals("Hello, Anna.", chat.say("I am Anna.", pieces::add));
        assertEquals(List.of("Hello", ",", " Anna", "."), pieces);
    }

    /** 29 of the 52 tokens are for what is read: the question has 6, an exchange 11 or 12. */
    @Test
    void theOldestExchangesAreForgotten() {
        chat.say("I am Anna.");
        chat.say("Who am I?");
        assertEquals(chat.dialogue(), chat.remembered("Who am I?"));
        chat.say("Thanks.");
        assertEquals(chat.dialogue().subList(1, 3), chat.remembered("Who am I?"));
        assertEquals(3, chat.dialogue().size(), "they are still there to be read by people");
        chat.say("Thanks.");
        chat.say("Thanks.");
        chat.say("Thanks.");
        List<Exchange> remembered = chat.remembered("Who am I?");
        assertEquals(chat.dialogue().subList(6 - remembered.size(), 6), remembered);
        assertTrue(remembered.stream().noneMatch(exchange -> exchange.question().contains("Anna")));
    }

    @Test
    void anErrorLeavesTheDialogueAsItWas() {
        chat.say("I am Ben.");
        Expect.error("chat: the question is empty", () -> chat.say(" "));
        Expect.error("chat: \"zebra\" is not one of the 16 words that the model has learned", () -> chat.say("zebra"));
        Expect.error("chat: the question has 30 words, at most 27 leave room for an answer",
                () -> chat.say("Who ".repeat(30)));
        assertEquals(1, chat.dialogue().size());
        assertEquals("You are Ben.", chat.say("Who am I?"));
    }

    @Test
    void aSamplerChoosesOtherWords() {
        chat.sampler(new Sampler(50, 0, 1, 1));
        String wild = chat.say("Thanks.") + chat.say("Thanks.");
        assertTrue(!wild.equals("Welcome.Welcome."), wild);
    }

    @Test
    void aTrainedModelTalks() {
        Model model = new Model(TINY.gpt.weights(), Map.of("words", TINY.format.vocabulary(), "layers", "2", "dModel",
                "32"));
        assertEquals(TINY.format.vocabulary(), ChatTask.format(model).vocabulary());
        assertEquals(TINY.gpt.config().layers(), ChatTask.gpt(model).config().layers());
        assertTrue(Chat.of(model).say("I am Ben.").length() > 0);
    }
}
