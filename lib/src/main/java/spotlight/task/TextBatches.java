package spotlight.task;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import spotlight.model.Gpt;

/**
 * Texts of different length for a model that predicts each token from those before it: inputs without the last token,
 * targets without the first, short rows filled up with what does not count.
 */
public final class TextBatches {
    private static final int ROUND = 16; // few different lengths of rows, so that arrays can be used again

    private final int[][] texts;
    private int[] order = {};
    private long ordered = -1;

    /** @param texts to be read; where they are predicted, of two tokens at least */
    public TextBatches(List<int[]> texts) {
        this.texts = texts.toArray(int[][]::new);
    }

    /** The texts of a step: each is used once before any is used again, every time in another order. */
    public int[] of(Run run, int step, int size) {
        int[] batch = new int[size];
        for (int i = 0; i < size; i++) {
            long number = (long) step * size + i;
            batch[i] = order(run, number / texts.length)[(int) (number % texts.length)];
        }
        return byLength(batch);
    }

    private int[] order(Run run, long round) {
        if (ordered != round) {
            SplittableRandom random = run.random("order of texts", round);
            order = IntStream.range(0, texts.length).toArray();
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int text = order[i];
                order[i] = order[other];
                order[other] = text;
            }
            ordered = round;
        }
        return order;
    }

    /** Neighbours of similar length need little filling. */
    private int[] byLength(int[] batch) {
        return Arrays.stream(batch).boxed().sorted(Comparator.comparingInt(text -> texts[text].length))
                .mapToInt(text -> text).toArray();
    }

    /** How many tokens of each text are predicted. */
    public int[] predictions(int[] batch) {
        return Arrays.stream(batch).map(text -> texts[text].length - 1).toArray();
    }

    /** What the model reads of the texts {@code from..to-1} of a batch. */
    public int[] inputs(int[] batch, int from, int to) {
        return rows(batch, from, to, 0, -1, 0);
    }

    /** What it is to predict; {@link Gpt#IGNORE} behind the end of a text. */
    public int[] targets(int[] batch, int from, int to) {
        return rows(batch, from, to, 1, 0, Gpt.IGNORE);
    }

    /** Whole texts, for a model that sees all of them. */
    int[] whole(int[] batch, int padding) {
        return rows(batch, 0, batch.length, 0, 0, padding);
    }

    /** Texts without their first so many tokens, or with {@code last = -1} without the last one. */
    private int[] rows(int[] batch, int from, int to, int first, int last, int filling) {
        int longest = IntStream.range(from, to).map(i -> texts[batch[i]].length - first + last).max().orElseThrow();
        int width = (longest + ROUND - 1) / ROUND * ROUND;
        int[] rows = new int[(to - from) * width];
        Arrays.fill(rows, filling);
        for (int i = from; i < to; i++) {
            int[] text = texts[batch[i]];
            System.arraycopy(text, first, rows, (i - from) * width, text.length - first + last);
        }
        return rows;
    }
}
