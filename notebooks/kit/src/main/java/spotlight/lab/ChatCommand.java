package spotlight.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import spotlight.task.Chat;
import spotlight.task.Trained;

/** {@code ./lab chat}: talks with the model that the task chat has trained. */
@Command(name = "chat", mixinStandardHelpOptions = true, usageHelpWidth = 100, header = "Talk with the chat model.", description = {
        "", "Trains it first if that was not done yet. It knows what chapter 14 tells, and no words besides.",
        "An empty line begins a new dialogue; the end of input (Ctrl-D) or Ctrl-C ends.", ""})
final class ChatCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private final Supplier<Chat> trained;
    private final BufferedReader in;
    private final PrintStream out;

    ChatCommand() {
        this(() -> Chat.of(Trained.load("chat").model("gpt")),
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())), ComputingJvm.output());
    }

    ChatCommand(Supplier<Chat> trained, BufferedReader in, PrintStream out) {
        this.trained = trained;
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (!ComputingJvm.here()) {
            return ComputingJvm.start(Home.find(), spec.commandLine().getParent().getParseResult().originalArgs());
        }
        Chat chat = trained.get();
        try {
            for (String line = read(); line != null; line = read()) {
                answer(chat, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the question", e);
        }
        out.println();
        return 0;
    }

    private String read() throws IOException {
        out.print("> ");
        out.flush();
        return in.readLine();
    }

    private void answer(Chat chat, String line) {
        if (line.isBlank()) {
            chat.forget();
            out.println("(a new dialogue)");
            return;
        }
        try {
            chat.say(line, piece -> {
                out.print(piece);
                out.flush();
            });
            out.println();
        } catch (IllegalArgumentException notUnderstood) {
            out.println("(" + notUnderstood.getMessage() + ")");
        }
    }
}
