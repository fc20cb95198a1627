package spotlight.nn;

import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * Attention by several heads at once, each on its own part of the projected vectors; "Attention Is All You Need",
 * section 3.2.2: {@code MultiHead(Q, K, V) = Concat(head_1, ..., head_H) WO}.
 *
 * @param heads  H
 * @param query  projection of the queries to H K numbers; head h owns columns {@code h K .. (h+1) K - 1}
 * @param key    projection of the keys to H K numbers
 * @param value  projection of the values to H Kv numbers
 * @param output projection of the joined heads
 */
public record MultiHeadAttention(int heads, Linear query, Linear key, Linear value, Linear output) {

    /** @throws IllegalArgumentException if the heads do not divide the projections evenly, or sizes do not match */
    public MultiHeadAttention {
        require(heads > 0, "attention: heads " + heads + " must be at least 1");
        require(query.out() % heads == 0,
                "attention: dModel " + query.out() + " is not a multiple of heads " + heads);
        require(value.out() % heads == 0,
                "attention: values of size " + value.out() + " are not a multiple of heads " + heads);
        require(query.out() == key.out(), "attention: queries of size " + query.out() + " and keys of size "
                + key.out() + " do not match");
        require(value.out() == output.in(), "attention: heads give " + value.out()
                + " numbers, the output projection takes " + output.in());
    }

    /**
     * From the parameters of PyTorch's {@code nn.MultiheadAttention}.
     *
     * @param inProjWeight rows of WQ, then WK, then WV [3D,D]
     * @param inProjBias   [3D]
     * @param outWeight    [D,D]
     * @param outBias      [D]
     */
    public static MultiHeadAttention fromTorch(int heads, Tensor inProjWeight, Tensor inProjBias, Tensor outWeight,
            Tensor outBias) {
        Linear all = new Linear(inProjWeight, inProjBias);
        int d = all.in();
        require(all.out() == 3 * d, "attention: inProjWeight " + Shapes.format(inProjWeight.shape())
                + " is not [3D,D], three square matrices");
        return new MultiHeadAttention(heads, rows(all, 0, d), rows(all, d, 2 * d), rows(all, 2 * d, 3 * d),
                new Linear(outWeight, outBias));
    }

    /**
     * As PyTorch initialises {@code nn.MultiheadAttention}: the output projection like a linear layer but its bias 0,
     * then the three others together, uniform in {@code +-sqrt(6 / 4D)} (Xavier), with bias 0.
     *
     * @param random source of the numbers; with PyTorch's seed they are PyTorch's
     */
    public static MultiHeadAttention init(int dModel, int heads, TorchRandom random) {
        Tensor outWeight = Linear.init(dModel, dModel, random).weight();
        float bound = (float) Math.sqrt(6.0 / (4 * dModel));
        Tensor inWeight = random.uniform(-bound, bound, 3 * dModel, dModel);
        return fromTorch(heads, inWeight, Tensor.zeros(3 * dModel), outWeight, Tensor.zeros(dModel));
    }

    /** {@link #apply(Tensor, Tensor, Tensor, Tensor)} of the tokens with themselves, without a mask. */
    public Attention.Result apply(Tensor x) {
        return apply(x, Mask.none());
    }

    /** {@link #apply(Tensor, Tensor, Tensor, Tensor)} of the tokens with themselves. */
    public Attention.Result apply(Tensor x, Tensor mask) {
        return apply(x, x, x, mask);
    }

    /**
     * {@code Concat(head_1, ..., head_H) WO} with {@code head_h = Attention(Q WQ_h, K WK_h, V WV_h)}.
     *
     * <p>The result of a query that may see no key at all is NaN, as from {@code nn.MultiheadAttention} when it returns
     * weights: a sequence of nothing but padding is a mistake that should show.
     *
     * @param query tokens that look [B,T,D], or [T,D] for one sequence; not modified
     * @param key   tokens that are looked at [B,S,D]; not modified
     * @param value what they give [B,S,D]; not modified
     * @param mask  added to the scores; either the same for all heads, then it stretches to [B,T,S], or of its own for
     *              each, then it has four dimensions and stretches to [B,H,T,S]
     * @return output [B,T,D] and weights of each head [B,H,T,S]; without B for one sequence
     * @throws IllegalArgumentException if the shapes do not fit each other
     */
    public Attention.Result apply(Tensor query, Tensor key, Tensor value, Tensor mask) {
        if (query.rank() == 2 && key.rank() == 2 && value.rank() == 2) {
            Attention.Result batch = apply(query.unsqueeze(0), key.unsqueeze(0), value.unsqueeze(0), mask);
            return new Attention.Result(batch.output().select(0, 0), batch.weights().select(0, 0));
        }
        checkShapes(query, key, value, mask);
        Tensor q = split(this.query.apply(query)); // [B,H,T,K]
        Tensor k = split(this.key.apply(key)); // [B,H,S,K]
        Tensor v = split(this.value.apply(value)); // [B,H,S,Kv]
        Tensor perHead = mask.rank() == 3 ? mask.unsqueeze(1) : mask; // [B,T,S] to [B,1,T,S]
        Tensor weights = Attention.weights(q, k, v, perHead); // [B,H,T,S]
        Tensor heads = join(weights.matmul(v)); // [B,H,T,Kv] to [B,T,H*Kv]
        return new Attention.Result(output.apply(heads), weights);
    }

    private static void checkShapes(Tensor query, Tensor key, Tensor value, Tensor mask) {
        require(query.rank() == 3 && key.rank() == 3 && value.rank() == 3,
                "attention: query " + Shapes.format(query.shape()) + ", key " + Shapes.format(key.shape()) + ", value "
                        + Shapes.format(value.shape()) + ", all must be [B,T,D] or all [T,D]");
        int[] scores = {query.size(0), query.size(1), key.size(1)};
        require(mask.rank() != 3 || Shapes.broadcastsTo(mask.shape(), scores),
                "attention: mask " + Shapes.format(mask.shape()) + " does not stretch to [B,T,S] = "
                        + Shapes.format(scores) + "; one mask per head has 4 dimensions, [B,H,T,S]");
    }

    /** [B,T,H*K] to [B,H,T,K]. */
    private Tensor split(Tensor x) {
        return x.reshape(x.size(0), x.size(1), heads, x.size(2) / heads).transpose(1, 2);
    }

    /** [B,H,T,K] to [B,T,H*K]. */
    private Tensor join(Tensor x) {
        return x.transpose(1, 2).reshape(x.size(0), x.size(2), heads * x.size(3));
    }

    private static Linear rows(Linear all, int from, int to) {
        return new Linear(all.weight().slice(0, from, to), all.bias().slice(0, from, to));
    }

    private static void require(boolean ok, String message) {
        if (!ok) {
            throw new IllegalArgumentException(message);
        }
    }
}
