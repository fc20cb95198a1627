package spotlight.ch03;

import static spotlight.check.Check.todo;

import spotlight.nn.Attention;
import spotlight.tensor.Tensor;

/**
 * Exercise 3.7 Find the bug: causal self-attention, written by a colleague in a hurry.
 *
 * <p>It runs. It throws nothing, the shapes are right, no weight is negative, and the weights above the diagonal are 0.
 * Yet there are <b>three</b> mistakes in it:
 *
 * <pre>{@code
 * Tensor q = x.matmul(wQuery);
 * Tensor k = x.matmul(wKey);
 * Tensor v = x.matmul(wValue);
 *
 * float scale = 1 / (float) Math.sqrt(x.size(-1));
 * Tensor scores = q.matmulNT(k).times(scale);
 *
 * Tensor hidden = Mask.causal(x.size(-2));                          // 0 visible, -infinity hidden
 * Tensor weights = scores.softmax(1).times(hidden.exp());           // exp(0) = 1 keeps, exp(-infinity) = 0 removes
 *
 * return new Attention.Result(weights.matmul(v), weights);
 * }</pre>
 *
 * <p>Copy the body, import {@code spotlight.nn.Mask}, and repair it. What it should compute:
 *
 * <pre>
 *   weights = softmax( q · kT / sqrt(K) + causal mask )      over the keys: every row of every sequence sums to 1
 *   output  = weights · v
 * </pre>
 *
 * <p>Run the check after each repair: each mistake has a test of its own. And ask yourself which of the three you would
 * have noticed from a falling training loss.
 */
public final class BuggyAttention {

    private BuggyAttention() {
    }

    /**
     * Causal scaled dot-product self-attention.
     *
     * @param x tokens [T,D] or [B,T,D]; not modified
     * @param wQuery [D,K]; K need not be D
     * @param wKey [D,K]
     * @param wValue [D,Dv]
     * @return output [..,T,Dv] and weights [..,T,T]
     */
    public static Attention.Result attend(Tensor x, Tensor wQuery, Tensor wKey, Tensor wValue) {
        return todo("3.7");
    }
}
