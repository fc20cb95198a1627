package spotlight.ch10;

/**
 * Exercise 10.2, teacher forcing: one target sentence becomes two rows, what the decoder reads and what it should say
 * next.
 *
 * <pre>{@code
 *   target   <s>   我    爱    你   </s>      T + 1 tokens
 *   input    <s>   我    爱    你             all but the last
 *   label    我    爱    你   </s>            all but the first
 * }</pre>
 *
 * Under every input token stands the token that comes after it. If it were the token itself, the model would only have
 * to copy; the notebook shows what becomes of that.
 *
 * <p>Batches come as one array, sentence after sentence, the shorter ones filled up. Example with the ids 0 for padding,
 * 1 for {@code <s>} and 2 for {@code </s>}:
 *
 * <pre>{@code
 *   targets       1 7 8 2   1 9 2 0      batch = 2
 *   inputs        1 7 8     1 9 2
 *   labels        7 8 2     9 2 0
 *   predictions   3         2
 * }</pre>
 */
public final class ShiftTargets {
    private ShiftTargets() {
    }

    /**
     * What the decoder reads: every sentence without its last token.
     *
     * @param targets B sentences of T + 1 ids, one after the other; not modified
     * @param batch   B
     * @return B rows of T ids, one after the other
     */
    public static int[] inputs(int[] targets, int batch) {
        return rows(targets, batch, 0);
    }

    /**
     * What it should say next: every sentence without its first token.
     *
     * @param targets B sentences of T + 1 ids, one after the other; not modified
     * @param batch   B
     * @return B rows of T ids, one after the other
     */
    public static int[] labels(int[] targets, int batch) {
        return rows(targets, batch, 1);
    }

    /**
     * How many predictions of each sentence count: all labels that are no padding. {@code </s>} is one of them, since
     * where to stop has to be learned as well.
     *
     * @param labels B rows of T ids, one after the other; not modified
     * @param batch  B
     * @param pad    the id that fills up
     * @return B numbers
     */
    public static int[] predictions(int[] labels, int batch, int pad) {
        int tokens = labels.length / batch;
        int[] counts = new int[batch];
        for (int i = 0; i < labels.length; i++) {
            counts[i / tokens] += labels[i] == pad ? 0 : 1;
        }
        return counts;
    }

    private static int[] rows(int[] targets, int batch, int first) {
        int width = targets.length / batch;
        int[] rows = new int[targets.length - batch];
        for (int b = 0; b < batch; b++) {
            System.arraycopy(targets, b * width + first, rows, b * (width - 1), width - 1);
        }
        return rows;
    }
}
