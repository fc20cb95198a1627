package spotlight.grader;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an {@link Exercise}'s test class that measures how many times as fast the learner's code is as
 * something else: without parameters, and it returns a double. A check in a notebook calls it when all points are
 * earned, and shows the number beside them; {@code mvn test} does not know it. It decides nothing, and gets a second.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Measured {
    /** What the learner's code is compared with, for instance {@code "the three loops"}. */
    String value();
}
