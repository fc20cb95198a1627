package spotlight.ch07;

import static spotlight.check.Check.todo;

import java.util.List;
import java.util.function.UnaryOperator;

import spotlight.tensor.Tensor;

/**
 * Exercise 7.5, the block. Attention and feed-forward each read the stream of tokens and <b>add</b> to it. Where the
 * norms are is the only difference between the block of 2017 and that of nearly every model since GPT-2:
 *
 * <pre>{@code
 *   post-norm   y = norm1(x + attention(x))         "Attention Is All You Need", section 3.1
 *               z = norm2(y + feedForward(y))
 *
 *   pre-norm    y = x + attention(norm1(x))         "On Layer Normalization in the Transformer Architecture"
 *               z = y + feedForward(norm2(y))
 * }</pre>
 *
 * With norms before the parts, nothing ever shortens the stream itself: a pre-norm <b>stack</b> needs one more norm
 * behind its last block.
 *
 * <p>Example with numbers instead of tensors: attention adds 1 to what it is given, feed-forward doubles it, norm1
 * subtracts 1, norm2 halves. For x = 3, post-norm: y = (3 + 4) - 1 = 6 and z = (6 + 12) / 2 = 9. Pre-norm: y = 3 + (2 + 1)
 * = 6 and z = 6 + 3 · 2 = 12.
 */
public final class Block {
    private Block() {
    }

    /** The block of 2017. @param x tokens [..,D]; not modified */
    public static Tensor postNorm(Tensor x, UnaryOperator<Tensor> attention, UnaryOperator<Tensor> norm1,
            UnaryOperator<Tensor> feedForward, UnaryOperator<Tensor> norm2) {
        return todo("7.5");
    }

    /** The block with its norms before the parts. @param x tokens [..,D]; not modified */
    public static Tensor preNorm(Tensor x, UnaryOperator<Tensor> attention, UnaryOperator<Tensor> norm1,
            UnaryOperator<Tensor> feedForward, UnaryOperator<Tensor> norm2) {
        return todo("7.5");
    }

    /**
     * Pre-norm blocks one after the other, and what has to follow them.
     *
     * @param x         tokens [..,D]; not modified
     * @param blocks    the first one first; may be empty
     * @param finalNorm of the whole stack
     */
    public static Tensor preNormStack(Tensor x, List<UnaryOperator<Tensor>> blocks, UnaryOperator<Tensor> finalNorm) {
        return todo("7.5");
    }
}
