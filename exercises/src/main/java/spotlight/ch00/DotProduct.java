package spotlight.ch00;

import static spotlight.check.Check.todo;

/**
 * Exercise 0.1, your first right answer: the dot product, the most important sum of this course.
 *
 * <p>Two vectors of the same length, multiplied entry by entry, all products added up:
 *
 * <pre>{@code
 * a·b = a[0] b[0] + a[1] b[1] + … + a[n-1] b[n-1]
 * }</pre>
 *
 * <p>Tiny example: {@code [1, 2, 3]·[4, 5, 6] = 4 + 10 + 18 = 32}. The result is large when both vectors point the same way
 * and 0 when they have nothing in common, which is why attention uses it to compare words.
 */
public final class DotProduct {
    private DotProduct() {
    }

    /**
     * The dot product of two vectors.
     *
     * @param a n numbers; not modified
     * @param b n numbers; not modified
     */
    public static float dot(float[] a, float[] b) {
        return todo("0.1");
    }
}
