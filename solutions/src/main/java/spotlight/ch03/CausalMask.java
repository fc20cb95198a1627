package spotlight.ch03;

import spotlight.tensor.Tensor;

/** Solution of exercise 3.4: nobody looks into the future. */
public final class CausalMask {

    private CausalMask() {
    }

    /** An additive mask [T,S]: 0 visible, -infinity hidden; the queries are the last rows. */
    public static Tensor mask(int queries, int keys) {
        float[] mask = new float[queries * keys];
        for (int query = 0; query < queries; query++) {
            int position = query + keys - queries;
            for (int key = position + 1; key < keys; key++) {
                mask[query * keys + key] = Float.NEGATIVE_INFINITY;
            }
        }
        return Tensor.of(mask, queries, keys);
    }
}
