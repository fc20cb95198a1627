package spotlight.tensor;

/** A function from one float to one float. */
@FunctionalInterface
public interface FloatOperator {
    /** The value of the function at x. */
    float apply(float x);
}
