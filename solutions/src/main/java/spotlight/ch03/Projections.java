package spotlight.ch03;

import spotlight.tensor.Tensor;

/** Solution of exercise 3.1: from tokens to queries, keys and values. */
public final class Projections {

    private Projections() {
    }

    /** What a token sends out: q and k are [.., T, K], v is [.., T, Dv]. */
    public record Projected(Tensor q, Tensor k, Tensor v) {
    }

    /** One token times one matrix [D,K], in plain loops. */
    public static double[] projectToken(double[] token, double[][] w) {
        double[] result = new double[w[0].length];
        for (int j = 0; j < result.length; j++) {
            for (int d = 0; d < token.length; d++) {
                result[j] += token[d] * w[d][j];
            }
        }
        return result;
    }

    /** All tokens [T,D] or [B,T,D] at once. */
    public static Projected project(Tensor x, Tensor wQuery, Tensor wKey, Tensor wValue) {
        Tensor q = x.matmul(wQuery);
        Tensor k = x.matmul(wKey);
        Tensor v = x.matmul(wValue);
        return new Projected(q, k, v);
    }
}
