package spotlight.ch06;

import spotlight.tensor.Tensor;

/**
 * Exercise 6.6, ALiBi (Press et al. 2022): no encoding at all, only a penalty on distance added to the scores.
 *
 * <p>Head h of H, counted from 1, has the slope {@code m = 2^(-8h/H)}. Query t sees key s with
 *
 * <pre>{@code
 * bias = -m (t - s)    for s <= t
 * bias = -infinity     for s > t: the future is hidden
 * }</pre>
 *
 * <p>Tiny example, H = 8: head 1 has slope 1/2, head 8 has slope 1/256.
 */
public final class AlibiBias {
    private AlibiBias() {
    }

    /**
     * The bias to add to causal attention scores.
     *
     * @param heads  how many heads H
     * @param length how many tokens T
     * @return [H,T,T]: head, query, key
     */
    public static Tensor causal(int heads, int length) {
        float[] bias = new float[heads * length * length];
        for (int h = 0; h < heads; h++) {
            double slope = Math.pow(2, -8.0 * (h + 1) / heads);
            for (int t = 0; t < length; t++) {
                for (int s = 0; s < length; s++) {
                    bias[(h * length + t) * length + s] = s <= t ? (float) (-slope * (t - s)) : Float.NEGATIVE_INFINITY;
                }
            }
        }
        return Tensor.of(bias, heads, length, length);
    }
}
