package spotlight.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import spotlight.tensor.Shapes;
import spotlight.tensor.Workers;

/**
 * Writes with a {@link Gpt}, token by token, each being read again to choose the next.
 *
 * <pre>{@code
 * int[] answer = new Generator(gpt).stop(newline).generate(question, 40, Sampler.greedy());
 * }</pre>
 *
 * @param gpt     the model
 * @param stop    the token that ends a text and is not part of it; -1 if there is none
 * @param sliding what happens when the context is full. Otherwise an error before any work; if sliding, the older half
 *                is forgotten, the newer half read again, and the text goes on.
 */
public record Generator(Gpt gpt, int stop, boolean sliding) {
    private static final int SIDE_BY_SIDE = 32; // texts that take each step together: large enough products
    private static final IntConsumer NOBODY = id -> {
    };

    /** Without a token that ends texts, within the context. */
    public Generator(Gpt gpt) {
        this(gpt, -1, false);
    }

    /** Texts end before this token. */
    public Generator stop(int id) {
        return new Generator(gpt, id, sliding);
    }

    /** Texts may be longer than the context. */
    public Generator slide() {
        return new Generator(gpt, stop, true);
    }

    /** {@link #generate(int[], int, Sampler, IntConsumer)} without telling of each token. */
    public int[] generate(int[] prompt, int n, Sampler sampler) {
        return generate(prompt, n, sampler, NOBODY);
    }

    /**
     * Goes on with a text.
     *
     * @param prompt  the tokens so far, at least one; not modified
     * @param n       at most how many tokens to add
     * @param sampler chooses each token
     * @param each    is told of each token as soon as it is chosen
     * @return the new tokens
     * @throws IllegalArgumentException if prompt and text do not fit the context, or a token is outside the vocabulary
     */
    public int[] generate(int[] prompt, int n, Sampler sampler, IntConsumer each) {
        check("", prompt, n);
        int context = gpt.config().context();
        int[] text = prompt.clone();
        int length = text.length;
        GptCache cache = gpt.cache();
        int[] unread = Arrays.copyOfRange(text, Math.max(0, length - context), length);
        for (int i = 0; i < n; i++) {
            if (cache.length() + unread.length > context) {
                cache.keep(0);
                unread = Arrays.copyOfRange(text, length - (context + 1) / 2, length);
            }
            int id = sampler.next(cache.step.last(unread, cache), 0, gpt.config().vocab());
            if (id == stop) {
                break;
            }
            text = length < text.length ? text : Arrays.copyOf(text, 2 * length);
            text[length++] = id;
            each.accept(id);
            unread = new int[] {id};
        }
        return Arrays.copyOfRange(text, prompt.length, length);
    }

    /**
     * Goes on with many texts at once, which is many times faster than one after the other. The result does not depend
     * on the number of threads.
     *
     * @param prompts the texts so far, each at least one token, of different lengths; not modified
     * @param n       at most how many tokens to add to each
     * @param sampler text i is written by {@link Sampler#forText sampler.forText(i)}
     * @return the new tokens of each text
     * @throws IllegalArgumentException as for a single text; and if texts are to slide
     */
    public int[][] generate(int[][] prompts, int n, Sampler sampler) {
        Shapes.require(!sliding, () -> "generate: only a single text can slide");
        for (int i = 0; i < prompts.length; i++) {
            check("text " + i + ": ", prompts[i], n);
        }
        int[][] texts = new int[prompts.length][];
        int[] byLength = IntStream.range(0, prompts.length).boxed()
                .sorted(Comparator.comparingInt(i -> prompts[i].length)).mapToInt(i -> i).toArray();
        Workers.run((prompts.length + SIDE_BY_SIDE - 1) / SIDE_BY_SIDE, group -> {
            int from = group * SIDE_BY_SIDE;
            int[] members = Arrays.copyOfRange(byLength, from, Math.min(from + SIDE_BY_SIDE, prompts.length));
            write(prompts, members, n, sampler, texts);
        });
        return texts;
    }

    private void check(String which, int[] prompt, int n) {
        int context = gpt.config().context();
        Shapes.require(prompt.length > 0, () -> "generate: " + which + "the prompt is empty");
        Shapes.require(n >= 0, () -> "generate: " + n + " tokens are to be added, that is negative");
        Shapes.require(sliding || n <= context - prompt.length + 1,
                () -> "generate: " + which + "a prompt of " + prompt.length + " tokens and " + n
                        + " more do not fit the context of " + context);
        Ids.check("gpt", prompt, 1, gpt.config().vocab(), Integer.MAX_VALUE);
    }

    private static final class Text {
        final GptCache cache;
        final Sampler sampler;
        final int[] ids; // the new ones
        int length;

        Text(Generator generator, int n, Sampler sampler) {
            cache = generator.gpt.cache();
            this.sampler = sampler;
            ids = new int[n];
        }
    }

    /** Writes some texts side by side; those that are done leave. */
    private void write(int[][] prompts, int[] members, int n, Sampler sampler, int[][] texts) {
        Text[] all = new Text[members.length];
        List<Text> running = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            all[i] = new Text(this, n, sampler.forText(members[i]));
            if (n > 0 && goesOn(all[i], all[i].cache.step.last(prompts[members[i]], all[i].cache), 0)) {
                running.add(all[i]);
            }
        }
        while (!running.isEmpty()) {
            int[] ids = running.stream().mapToInt(text -> text.ids[text.length - 1]).toArray();
            GptCache[] caches = running.stream().map(text -> text.cache).toArray(GptCache[]::new);
            float[] logits = all[0].cache.step.each(ids, caches);
            List<Text> now = running;
            running = IntStream.range(0, now.size()).filter(row -> goesOn(now.get(row), logits, row))
                    .mapToObj(now::get).toList();
        }
        for (int i = 0; i < all.length; i++) {
            texts[members[i]] = Arrays.copyOf(all[i].ids, all[i].length);
        }
    }

    /** Chooses the next token of a text; false if that was the last. */
    private boolean goesOn(Text text, float[] logits, int row) {
        int id = text.sampler.next(logits, row * gpt.config().vocab(), gpt.config().vocab());
        if (id == stop) {
            return false;
        }
        text.ids[text.length++] = id;
        return text.length < text.ids.length;
    }
}
