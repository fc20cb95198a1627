package spotlight.ch01;

import static spotlight.check.Check.todo;

/**
 * Exercise 1.5, paths and costs: what attention gains and what it pays, in numbers. One layer reads T tokens, each a list
 * of d numbers.
 *
 * <pre>{@code
 * recurrent   each token:           a [d,d] matrix times the token, another [d,d] matrix times the state
 * attention   each pair of tokens:  a dot product of d numbers (how well do they match?),
 *                                   and d numbers times a weight (what one brings the other)
 * }</pre>
 *
 * <p>Every token looks at all T, itself among them. The matrices that a real attention layer has besides (chapter 03) are
 * left out here; they grow with T as those of the recurrent layer do.
 *
 * <p><b>Predict first</b>: the text gets ten times as long. By how much does each of the two costs grow?
 *
 * <p>Example: T = 3, d = 2. Recurrent: 3·(4 + 4) = 24 multiplications. Attention: 9·(2 + 2) = 36.
 */
public final class PathsAndCosts {
    private PathsAndCosts() {
    }

    /** Multiplications of the recurrent layer. Sizes can be large: mind the range of an int. */
    public static long recurrent(int tokens, int d) {
        return todo("1.5");
    }

    /** Multiplications of attention, matches and weighted sums. */
    public static long attention(int tokens, int d) {
        return todo("1.5");
    }

    /** The smallest number of tokens at which attention takes <b>more</b> multiplications than the recurrent layer. */
    public static int crossover(int d) {
        return todo("1.5");
    }

    /**
     * How many steps something has to go from one token to another, if in one step it can go up to {@code window} tokens
     * ahead. An RNN has a window of 1. Attention has one of T: nothing is farther than one step. Some models of long texts
     * are in between.
     *
     * <p>Examples: 10 tokens with a window of 4 take 3 steps (4 + 4 + 2); to itself it is no step.
     *
     * @param distance in tokens, 0 or more
     * @param window   1 or more
     */
    public static int steps(int distance, int window) {
        return todo("1.5");
    }
}
