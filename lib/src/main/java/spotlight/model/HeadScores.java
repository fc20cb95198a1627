package spotlight.model;

import java.util.Arrays;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * What the heads of a self-attention do, measured: for each head the mean share of its attention that goes to a certain
 * kind of token. A share is from 0 to 1; what a head without preference would give is in {@link #uniform}.
 *
 * <p>"In-context Learning and Induction Heads" (Olsson and others, 2022) defines the first and the third, "prefix
 * matching"; "Interpretability in the Wild" (Wang and others, 2022) finds heads of the second kind, "duplicate token
 * heads". With A the weights [T,S] of a head and x the ids, means being over all t for which there is such an s:
 *
 * <pre>{@code
 * previousToken = mean_t A[t, t-1]
 * sameToken     = mean_t sum_s A[t, s]    over s < t with x[s] = x[t]
 * induction     = mean_t sum_s A[t, s]    over s <= t with x[s-1] = x[t], s - 1 < t: what followed the same token before
 * }</pre>
 *
 * <p>Only earlier tokens are asked for, so that encoders, which see later ones too, compare with decoders.
 *
 * @param previousToken one share for each head
 * @param sameToken     one for each head; NaN if no token comes twice
 * @param induction     one for each head; NaN if no token comes twice
 */
public record HeadScores(double[] previousToken, double[] sameToken, double[] induction) {

    /**
     * The scores of each head of a layer.
     *
     * @param map     its weights [B,H,T,T], from {@link AttentionMaps}
     * @param ids     B sequences of T ids
     * @param padding the id of tokens that do not count, or -1 if all do
     * @throws IllegalArgumentException if map and ids do not belong together
     */
    public static HeadScores of(Tensor map, int[] ids, int padding) {
        Shapes.require(map.rank() == 4 && map.size(2) == map.size(3) && map.size(0) * map.size(2) == ids.length,
                () -> "head scores: map " + Shapes.format(map.shape()) + " is not [B,H,T,T] of " + ids.length + " ids");
        return new HeadScores(means(map, ids, padding, (x, t, s) -> s == t - 1),
                means(map, ids, padding, (x, t, s) -> s < t && x[s] == x[t]),
                means(map, ids, padding, (x, t, s) -> s > 0 && s <= t && x[s - 1] == x[t]));
    }

    /** The scores of one head that looks at all tokens up to its own alike: chance. */
    public static HeadScores uniform(int[] ids, int batch, int padding) {
        int tokens = ids.length / batch;
        Tensor map = Tensor.zeros(batch, 1, tokens, tokens);
        for (int row = 0; row < batch * tokens; row++) {
            int t = row % tokens;
            Arrays.fill(map.data(), row * tokens, row * tokens + t + 1, 1f / (t + 1));
        }
        return of(map, ids, padding);
    }

    /** Whether a head that does one thing would look from token t of the sequence x at token s. */
    private interface Pattern {
        boolean looks(int[] x, int t, int s);
    }

    private static double[] means(Tensor map, int[] ids, int padding, Pattern pattern) {
        int heads = map.size(1);
        int tokens = map.size(2);
        double[] sums = new double[heads];
        int queries = 0;
        for (int b = 0; b < map.size(0); b++) {
            int[] x = Arrays.copyOfRange(ids, b * tokens, (b + 1) * tokens);
            for (int t = 0; t < tokens; t++) {
                boolean any = false;
                for (int s = 0; s < tokens && x[t] != padding; s++) {
                    if (pattern.looks(x, t, s)) {
                        any = true;
                        for (int head = 0; head < heads; head++) {
                            sums[head] += map.at(b, head, t, s);
                        }
                    }
                }
                queries += any ? 1 : 0;
            }
        }
        int counted = queries;
        return Arrays.stream(sums).map(sum -> sum / counted).toArray();
    }
}
