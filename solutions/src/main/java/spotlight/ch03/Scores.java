package spotlight.ch03;

import spotlight.tensor.Tensor;

/** Solution of exercise 3.2: how well does each query match each key? */
public final class Scores {

    private Scores() {
    }

    /** Scaled dot products of queries [..,T,K] and keys [..,S,K]: [..,T,S]. */
    public static Tensor scores(Tensor q, Tensor k) {
        float scale = 1 / (float) Math.sqrt(q.size(-1));
        return q.matmulNT(k).times(scale);
    }
}
