package spotlight.task;

import java.util.List;
import spotlight.data.chat.Exchange;
import spotlight.model.Gpt;
import spotlight.random.TorchRandom;
import spotlight.train.AdamW;

/** A chat model for tests: it learns a few exchanges by heart in a moment. */
final class TinyChat {
    static final int CONTEXT = 52;
    static final List<List<Exchange>> DIALOGUES = List.of(
            List.of(new Exchange("name", "I am Anna.", "Hello, Anna."),
                    new Exchange("name", "Who am I?", "You are Anna.")),
            List.of(new Exchange("name", "I am Ben.", "Hello, Ben."),
                    new Exchange("name", "Who am I?", "You are Ben.")),
            List.of(new Exchange("polite", "Thanks.", "Welcome.")),
            List.of(new Exchange("name", "Who am I?", "I do not know.")));

    final ChatFormat format = ChatFormat.of(DIALOGUES);
    final Gpt gpt = Gpt.init(new Gpt.Config(format.vocab(), CONTEXT, 2, 2, 32).withRotary(), new TorchRandom(0));

    /** Trained until it knows them. */
    TinyChat() {
        ChatBatches batches = new ChatBatches(Run.full(0), format, DIALOGUES);
        AdamW optimizer = new AdamW(gpt.params(), 5e-3);
        for (int step = 0; step < 250; step++) {
            batches.backward(gpt, step, 4);
            optimizer.step();
            optimizer.clearGrad();
        }
    }
}
