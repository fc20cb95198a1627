package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.model.Gpt;
import spotlight.random.TorchRandom;

class ChatBatchesTest {
    private final ChatFormat format = ChatFormat.of(TinyChat.DIALOGUES);
    private final Gpt gpt = Gpt.init(new Gpt.Config(format.vocab(), 21, 1, 2, 8), new TorchRandom(0));

    /** Padding and the user's words change nothing: the loss is that of the answers alone. */
    @Test
    void everyTokenOfEveryAnswerCountsAlike() {
        List<ChatFormat.Example> examples = TinyChat.DIALOGUES.stream().map(format::example).toList();
        double sum = 0;
        int tokens = 0;
        for (ChatFormat.Example example : examples) {
            sum += example.counted() * gpt.loss(example.ids(), example.targets(), 1).item();
            tokens += example.counted();
        }
        assertEquals(sum / tokens, ChatBatches.loss(gpt, examples).item(), 1e-5);
        float step = new ChatBatches(Run.full(0), format, TinyChat.DIALOGUES).backward(gpt, 0, 4);
        assertEquals(sum / tokens, step, 1e-5);
        assertTrue(gpt.params().get(0).grad().data()[0] != 0, "gradients are there");
    }

    @Test
    void aBatchDependsOnSeedAndStepAlone() {
        ChatBatches batches = new ChatBatches(Run.full(0), format, TinyChat.DIALOGUES);
        float late = batches.backward(gpt, 5, 2);
        batches.backward(gpt, 1, 2);
        assertEquals(late, batches.backward(gpt, 5, 2));
        assertEquals(late, new ChatBatches(Run.full(0), format, TinyChat.DIALOGUES).backward(gpt, 5, 2));
    }

    /** Rows are filled up to a multiple of 16, but never beyond the context. */
    @Test
    void aLongDialogueStillFitsTheContext() {
        ChatFormat.Example longest = format.example(TinyChat.DIALOGUES.get(0));
        assertEquals(21, longest.ids().length);
        assertTrue(ChatBatches.loss(gpt, List.of(longest)).item() > 0);
    }
}
