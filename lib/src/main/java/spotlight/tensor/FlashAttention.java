package spotlight.tensor;

import java.util.Arrays;

/**
 * Scaled dot-product attention, forward and backward, without the T x S matrix of weights: keys are visited block by
 * block, and the softmax of each query is corrected as larger scores turn up; "FlashAttention-2: Faster Attention with
 * Better Parallelism and Work Partitioning" (Dao, 2023), algorithms 1 and 2. {@link FlashForward} and
 * {@link FlashBackward} say it in plain code.
 *
 * <p>The forward pass leaves two numbers per query behind, its largest score and the sum of its exponentials. With them
 * the backward pass computes any block of weights again. (The paper keeps the logarithm of the sum plus the largest
 * score; in float32 that is too coarse for scores in the thousands.) Scores are counted in bits, {@code score / ln 2},
 * because {@code 2^x} is cheaper than {@code e^x}; the weights are the same.
 *
 * @param q         queries [T,K] of each head; not modified
 * @param k         keys [S,K]; not modified
 * @param v         values [S,Dv], one per key; not modified
 * @param mask      added to the scaled scores [T,S], or {@link Matrices#NONE}; not modified
 * @param scale     factor of the scores, in the paper {@code 1 / sqrt(K)}
 * @param causal    whether query i sees keys {@code 0..i+S-T} only: the queries are the last of the tokens
 * @param out       the result [T,Dv]
 * @param largest   for {@link #backward}: for each query of each head a score none is much larger than, in bits
 * @param sums      for {@link #backward}: for each query of each head the sum of {@code 2^(score - largest)}
 */
public record FlashAttention(Matrices q, Matrices k, Matrices v, Matrices mask, float scale, boolean causal,
        Matrices out, float[] largest, float[] sums) {

    /** {@code log2 e}: a score times this is a score in bits. */
    static final float BITS = 1.44269504f;

    /**
     * Equally large matrices inside one array, one for each head of each sequence.
     *
     * @param data    the array
     * @param starts  where each matrix begins
     * @param rows    how many rows each has
     * @param columns and columns
     * @param down    from one row to the next; 0 if one row stands for all
     * @param right   from one column to the next: 1, or 0 if one column stands for all
     */
    public record Matrices(float[] data, int[] starts, int rows, int columns, int down, int right) {
        /** No mask. */
        public static final Matrices NONE = new Matrices(new float[0], new int[0], 0, 0, 0, 0);

        /** The last two dimensions of x, the others stretched to {@code batch}. */
        public static Matrices of(Tensor x, int... batch) {
            int[] shape = x.rank() < 2 ? new int[] {1, x.size()} : x.shape();
            int rows = shape[shape.length - 2];
            int columns = shape[shape.length - 1];
            int[] strides = Shapes.strides(Shapes.leading(shape, 2), batch);
            int[] starts = new int[Shapes.product(batch, 0, batch.length)];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = Products.offset(i, batch, strides) * rows * columns;
            }
            return new Matrices(x.data(), starts, rows, columns, rows == 1 ? 0 : columns, columns == 1 ? 0 : 1);
        }

        /** Heads side by side: [B,T,width], in which they begin at column {@code from}. */
        public static Matrices heads(float[] data, int batch, int tokens, int width, int from, int heads,
                int headDim) {
            int[] starts = new int[batch * heads];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = i / heads * tokens * width + from + i % heads * headDim;
            }
            return new Matrices(data, starts, tokens, headDim, width, 1);
        }

        /** Where a row of a matrix begins. */
        int at(int matrix, int row) {
            return starts[matrix] + row * down;
        }

        void clear() {
            for (int start : starts) {
                for (int i = 0; i < rows; i++) {
                    Arrays.fill(data, start + i * down, start + i * down + columns, 0);
                }
            }
        }
    }

    /**
     * How the loss changes with the output, and, to be computed, with the operands. None of the matrices overlap.
     *
     * @param out gradient of the output [T,Dv]; not modified
     * @param q   gradient of the queries [T,K]
     * @param k   gradient of the keys [S,K]
     * @param v   gradient of the values [S,Dv]
     */
    public record Gradients(Matrices out, Matrices q, Matrices k, Matrices v) {
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
                () -> operands + ", each needs at least 2 dimensions");
        int headDim = q[q.length - 1];
        int keys = k[k.length - 2];
        Shapes.require(headDim == k[k.length - 1], () -> operands + ", queries of size " + headDim
                + " and keys of size " + k[k.length - 1] + " do not match");
        Shapes.require(keys == v[v.length - 2],
                () -> operands + ", " + keys + " keys and " + v[v.length - 2] + " values do not match");
        int[] batch = Shapes.broadcast(operands + ", leading dimensions", Shapes.leading(q, 2), Shapes.leading(k, 2));
        batch = Shapes.broadcast(operands + ", leading dimensions", batch, Shapes.leading(v, 2));
        int[] scores = Shapes.append(batch, q[q.length - 2], keys);
        Shapes.require(Shapes.broadcastsTo(mask, scores), () -> "attention: mask " + Shapes.format(mask)
                + " does not stretch to scores " + Shapes.format(scores));
        return scores;
    }

    /** {@code out = softmax(Q KT scale + mask) V} for every head. A query that sees no key gets 0. */
    public void forward() {
        Kernels.active().attention(this);
    }

    /** The gradients of the operands, added to what is there if {@code add}; {@link #forward} has run before. */
    public void backward(Gradients gradients, boolean add) {
        Kernels.active().attentionBackward(this, gradients, add);
    }

    /** T, the number of queries. */
    int queries() {
        return q.rows;
    }

    /** S, the number of keys. */
    int keys() {
        return k.rows;
    }

    /** How many heads there are, in all sequences together. */
    int heads() {
        return out.starts.length;
    }

    /** How many of the keys query i may see. */
    int visible(int i) {
        return causal ? Math.max(0, Math.min(k.rows, i + 1 + k.rows - q.rows)) : k.rows;
    }

    boolean masked() {
        return mask != Matrices.NONE;
    }

    /** Where the numbers of query i of this head stand in {@link #largest} and {@link #sums}. */
    int index(int head, int i) {
        return head * q.rows + i;
    }
}
