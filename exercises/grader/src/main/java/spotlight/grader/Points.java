package spotlight.grader;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What one test method of an {@link Exercise} is worth. A parameterised test earns its points once, if all rows pass. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Points {
    /** Points for passing, at least 1. */
    int value() default 1;

    /** One sentence that helps after a failure, without giving the answer away. */
    String hint();
}
