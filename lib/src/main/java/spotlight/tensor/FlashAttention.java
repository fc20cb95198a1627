package spotlight.tensor;

import java.util.Arrays;

/**
 * Scaled dot-product attention, forward and backward, without the T x S matrix of weights: keys are visited block by
 * block, and the softmax of each query is corrected as larger scores turn up; "FlashAttention-2: Faster Attention with
 * Better Parallelism and Work Partitioning" (Dao, 2023), algorithms 1 and 2.
 *
 * <p>The forward pass leaves one number per query behind, the logarithm of the sum of its exponentials. With it the
 * backward pass computes any block of weights again.
 *
 * @param queries  T
 * @param keys     S
 * @param headDim  K, the size of a query and of a key
 * @param valueDim the size of a value
 * @param scale    factor of the scores, in the paper {@code 1 / sqrt(K)}
 * @param causal   whether query i sees keys {@code 0..i+S-T} only: the queries are the last of the tokens
 */
public record FlashAttention(int queries, int keys, int headDim, int valueDim, float scale, boolean causal) {

    /**
     * Equally large matrices inside one array, one for each head of each sequence.
     *
     * @param data   the array
     * @param starts where each matrix begins
     * @param row    from one row to the next; 0 for a mask with one row for all
     * @param column from one column to the next: 1, or 0 for a mask with one column for all
     */
    public record Matrices(float[] data, int[] starts, int row, int column) {

        /** The last two dimensions of x, the others stretched to {@code batch}. */
        public static Matrices of(Tensor x, int... batch) {
            int rank = x.rank();
            int rows = rank < 2 ? 1 : x.size(-2);
            int columns = rank < 1 ? 1 : x.size(-1);
            int[] leading = Shapes.leading(x.shape(), Math.min(rank, 2));
            int[] strides = Shapes.strides(leading, batch);
            int[] starts = new int[Shapes.product(batch, 0, batch.length)];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = Products.offset(i, batch, strides) * rows * columns;
            }
            return new Matrices(x.data(), starts, rows == 1 ? 0 : columns, columns == 1 ? 0 : 1);
        }

        /** Heads side by side: [B,T,width], of which the heads take the columns from {@code from} on. */
        public static Matrices heads(float[] data, int batch, int tokens, int width, int from, int heads,
                int headDim) {
            int[] starts = new int[batch * heads];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = i / heads * tokens * width + from + i % heads * headDim;
            }
            return new Matrices(data, starts, width, 1);
        }

        /** How many there are. */
        int count() {
            return starts.length;
        }
    }

    /**
     * Checks operands and mask of attention.
     *
     * @param q    shape of the queries [..,T,K]
     * @param k    shape of the keys [..,S,K]
     * @param v    shape of the values [..,S,Dv]
     * @param mask shape of what is added to the scores
     * @return the shape of the scores, [..,T,S]
     * @throws IllegalArgumentException if the shapes do not fit each other
     */
    public static int[] scores(int[] q, int[] k, int[] v, int[] mask) {
        String operands = "attention: q " + Shapes.format(q) + ", k " + Shapes.format(k) + ", v " + Shapes.format(v);
        Shapes.require(q.length >= 2 && k.length >= 2 && v.length >= 2,
                operands + ", each needs at least 2 dimensions");
        int headDim = q[q.length - 1];
        int keys = k[k.length - 2];
        Shapes.require(headDim == k[k.length - 1],
                operands + ", queries of size " + headDim + " and keys of size " + k[k.length - 1] + " do not match");
        Shapes.require(keys == v[v.length - 2],
                operands + ", " + keys + " keys and " + v[v.length - 2] + " values do not match");
        int[] batch = Shapes.broadcast(operands + ", leading dimensions", Shapes.leading(q, 2), Shapes.leading(k, 2));
        batch = Shapes.broadcast(operands + ", leading dimensions", batch, Shapes.leading(v, 2));
        int[] scores = Shapes.append(batch, q[q.length - 2], keys);
        Shapes.require(Shapes.broadcastsTo(mask, scores), "attention: mask " + Shapes.format(mask)
                + " does not stretch to scores " + Shapes.format(scores));
        return scores;
    }

    /** How many keys query i may see. */
    int visible(int i) {
        return causal ? Math.max(0, Math.min(keys, i + 1 + keys - queries)) : keys;
    }

    /**
     * {@code out = softmax(Q KT scale + mask) V}, for every head. A query that sees no key gets 0.
     *
     * @param q         [T,K] each; not modified
     * @param k         [S,K] each; not modified
     * @param v         [S,Dv] each; not modified
     * @param mask      added to the scaled scores, [T,S] each; null adds nothing
     * @param out       [T,Dv] each
     * @param logSumExp per head and query, for {@link #backward}
     */
    public void forward(Matrices q, Matrices k, Matrices v, Matrices mask, Matrices out, float[] logSumExp) {
        FlashAttentionForward.run(this, q, k, v, mask, out, logSumExp);
    }

    /**
     * The gradients of q, k and v, given how the loss changes with the output; they are added to what is there if
     * {@code add}. They may lie side by side in one array, but no matrix over another.
     *
     * @param out       from {@link #forward}; not modified
     * @param logSumExp from {@link #forward}; not modified
     * @param dOut      gradient of the output; not modified
     */
    public void backward(Matrices q, Matrices k, Matrices v, Matrices mask, Matrices out, float[] logSumExp,
            Matrices dOut, boolean add, Matrices dq, Matrices dk, Matrices dv) {
        if (!add) {
            clear(dq, queries, headDim);
            clear(dk, keys, headDim);
            clear(dv, keys, valueDim);
        }
        FlashAttentionBackward.run(this, q, k, v, mask, out, logSumExp, dOut, dq, dk, dv);
    }

    private static void clear(Matrices x, int rows, int columns) {
        for (int start : x.starts) {
            for (int i = 0; i < rows; i++) {
                Arrays.fill(x.data, start + i * x.row, start + i * x.row + columns, 0);
            }
        }
    }
}
