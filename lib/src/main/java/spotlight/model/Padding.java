package spotlight.model;

import java.util.Arrays;
import java.util.List;
import spotlight.grad.Var;
import spotlight.nn.Mask;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** Sequences of different length in one batch: the shorter ones end in a padding id that nobody looks at. */
public final class Padding {
    private Padding() {
    }

    /** The sequences one after the other, each filled up with {@code pad} to the length of the longest. */
    public static int[] fill(int pad, List<int[]> sequences) {
        int longest = sequences.stream().mapToInt(sequence -> sequence.length).max().orElse(0);
        int[] ids = new int[sequences.size() * longest];
        Arrays.fill(ids, pad);
        for (int b = 0; b < sequences.size(); b++) {
            System.arraycopy(sequences.get(b), 0, ids, b * longest, sequences.get(b).length);
        }
        return ids;
    }

    /** How many tokens of each sequence are no padding. */
    public static int[] lengths(int pad, int[] ids, int batch) {
        int tokens = ids.length / batch;
        int[] lengths = new int[batch];
        for (int i = 0; i < ids.length; i++) {
            lengths[i / tokens] += ids[i] == pad ? 0 : 1;
        }
        return lengths;
    }

    /**
     * Hides padding from all queries: 0 or minus infinity for each key [B,1,1,S], {@link Mask#none()} if there is
     * nothing to hide.
     *
     * @param model whose input it is, the first word of an error
     * @throws IllegalArgumentException if a sequence is nothing but padding
     */
    public static Tensor mask(String model, int pad, int[] ids, int batch) {
        int[] lengths = lengths(pad, ids, batch);
        int keys = ids.length / batch;
        boolean any = false;
        for (int b = 0; b < batch; b++) {
            int sequence = b;
            Shapes.require(lengths[b] > 0, () -> model + ": sequence " + sequence + " is nothing but padding");
            any |= lengths[b] < keys;
        }
        if (!any) {
            return Mask.none();
        }
        Tensor mask = Tensor.zeros(batch, 1, 1, keys);
        for (int i = 0; i < ids.length; i++) {
            mask.data()[i] = ids[i] == pad ? Float.NEGATIVE_INFINITY : 0;
        }
        return mask;
    }

    /** The mean over the real tokens of each sequence, [B,T,D] to [B,D]. */
    static Var mean(Var x, int pad, int[] ids) {
        int batch = x.size(0);
        int tokens = x.size(1);
        int[] lengths = lengths(pad, ids, batch);
        Tensor shares = Tensor.zeros(batch, 1, tokens);
        for (int i = 0; i < ids.length; i++) {
            shares.data()[i] = ids[i] == pad ? 0 : 1f / lengths[i / tokens];
        }
        return Var.constant(shares).matmul(x).select(1, 0); // [B,1,T] x [B,T,D]
    }
}
