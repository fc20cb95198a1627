package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import spotlight.data.chat.Exchange;
import spotlight.model.Gpt;
import spotlight.random.TorchRandom;
import spotlight.task.Chat;
import spotlight.task.ChatFormat;

class ChatCommandTest {
    private static final ChatFormat FORMAT = ChatFormat.of(List.of(List.of(new Exchange("a", "Who?", "Anna."))));

    /** It has learned nothing, so its answers are noise; what it does with lines is tested. */
    private static final Chat CHAT = new Chat(
            Gpt.init(new Gpt.Config(FORMAT.vocab(), 40, 1, 1, 8), new TorchRandom(0)), FORMAT);

    @Test
    void eachLineIsAnsweredUntilTheInputEnds() {
        String said = CHAT.say("Who?");
        CHAT.forget();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChatCommand command = new ChatCommand(() -> CHAT, new BufferedReader(new StringReader("Who?\nWhy?\n\nWho?\n")),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertEquals(0, new CommandLine(command).execute());
        assertEquals("> " + said + "\n> (chat: \"Why\" is not one of the 4 words that the model has learned;"
                + " did you mean \"Who\"?)\n"
                + "> (a new dialogue)\n> " + said + "\n> \n",
                out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }
}
