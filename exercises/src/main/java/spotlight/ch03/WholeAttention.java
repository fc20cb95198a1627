package spotlight.ch03;

import static spotlight.check.Check.todo;

import spotlight.nn.Attention;
import spotlight.tensor.Tensor;

/**
 * Exercise 3.3 Self-attention, whole: all the steps in one method.
 *
 * <pre>
 *   q = x · wQuery,   k = x · wKey,   v = x · wValue
 *   weights = softmax( q · kT / sqrt(K) )         one softmax per query: every row sums to 1
 *   output  = weights · v
 * </pre>
 *
 * <p>("Attention Is All You Need", section 3.2.1, equation 1, with queries, keys and values made from the same x.)
 *
 * <p>Shapes: x [T,D] or [B,T,D]; weights [..,T,T]; output [..,T,Dv]. Note that the output has Dv numbers per token,
 * which need not be D.
 *
 * <p>Smallest example, one token: there is only one place to look at, so weights = [[1]] and output = v.
 *
 * <p>Build it from {@link Tensor#matmul}, {@link Tensor#transpose()} (or {@link Tensor#matmulNT}) and
 * {@link Tensor#softmax()}. The library's own {@code SelfAttention} would pass the tests too, but then you have learnt
 * to call a method.
 */
public final class WholeAttention {

    private WholeAttention() {
    }

    /**
     * Scaled dot-product self-attention without a mask.
     *
     * @param x tokens [T,D] or [B,T,D]; not modified
     * @param wQuery [D,K]
     * @param wKey [D,K]
     * @param wValue [D,Dv]
     * @return output [..,T,Dv] and weights [..,T,T]: {@code new Attention.Result(output, weights)}
     */
    public static Attention.Result attend(Tensor x, Tensor wQuery, Tensor wKey, Tensor wValue) {
        return todo("3.3");
    }
}
