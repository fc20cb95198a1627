package spotlight.ch06;

import static spotlight.check.Check.todo;

import spotlight.tensor.Tensor;

/**
 * Exercise 6.5, rotary positions (RoPE, Su et al. 2021): turn queries and keys instead of adding to the words.
 *
 * <p>Each pair {@code (x[2i], x[2i+1])} of the vector at position p is turned by the angle {@code a = p / 10000^(2i/K)}:
 *
 * <pre>{@code
 * y[2i]     = x[2i] cos a - x[2i+1] sin a
 * y[2i + 1] = x[2i] sin a + x[2i+1] cos a
 * }</pre>
 *
 * <p>The score of a turned query at p and a turned key at s then depends on p - s alone.
 */
public final class Rotary {
    private Rotary() {
    }

    /**
     * Turns each row of x by the angles of its position.
     *
     * @param x             queries or keys [T,K], K even; not modified
     * @param firstPosition the position of row 0; row t sits at firstPosition + t
     * @return [T,K]
     */
    public static Tensor rotate(Tensor x, int firstPosition) {
        return todo("6.5");
    }
}
