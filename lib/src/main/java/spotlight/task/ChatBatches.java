package spotlight.task;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import spotlight.data.chat.Exchange;
import spotlight.grad.Var;
import spotlight.model.Gpt;
import spotlight.train.Shards;

/** Dialogues in batches, each used once before any is used again; only the answers are learned. */
public final class ChatBatches {
    private static final int PIECE = 4; // dialogues that go through the model together
    private static final int ROUND = 16; // few different lengths of rows, so that arrays can be used again

    private final List<ChatFormat.Example> examples;
    private final Shuffled order;

    /** @param run whose seed decides the order */
    public ChatBatches(Run run, ChatFormat format, List<List<Exchange>> dialogues) {
        examples = dialogues.stream().map(format::example).toList();
        order = new Shuffled(run, examples.size());
    }

    /** The mean loss of a step over all tokens of its answers; adds the gradients to those of the parameters. */
    public float backward(Gpt gpt, int step, int size) {
        List<ChatFormat.Example> batch = Arrays.stream(order.batch(step, size)).mapToObj(examples::get)
                .sorted(Comparator.comparingInt(example -> example.ids().length)).toList();
        int[] counted = batch.stream().mapToInt(ChatFormat.Example::counted).toArray();
        return Shards.backward(gpt.params(), counted, PIECE, (from, to) -> loss(gpt, batch.subList(from, to)));
    }

    /** The mean loss over the answers of these dialogues. */
    static Var loss(Gpt gpt, List<ChatFormat.Example> batch) {
        int longest = batch.stream().mapToInt(example -> example.ids().length).max().orElseThrow();
        int width = Math.min(gpt.config().context(), (longest + ROUND - 1) / ROUND * ROUND);
        int[] ids = new int[batch.size() * width];
        int[] targets = new int[ids.length];
        Arrays.fill(targets, Gpt.IGNORE);
        for (int row = 0; row < batch.size(); row++) {
            ChatFormat.Example example = batch.get(row);
            System.arraycopy(example.ids(), 0, ids, row * width, example.ids().length);
            System.arraycopy(example.targets(), 0, targets, row * width, example.targets().length);
        }
        return gpt.loss(ids, targets, batch.size());
    }
}
