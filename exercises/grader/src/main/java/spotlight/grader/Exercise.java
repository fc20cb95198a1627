package spotlight.grader;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the test class of one exercise. By convention {@code spotlight.ch02.OneWeightTest} tests the stub
 * {@code spotlight.ch02.OneWeight}; the class carries {@code @Tag("ch02")} too, so that {@code -Dgroups=ch02} runs one
 * chapter; {@code -Dgroups=exercise} runs all of them.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("exercise")
@ExtendWith(ExerciseExtension.class)
public @interface Exercise {
    /** Number and title, for instance {@code "2.1 One attention weight"}. */
    String value();

    /** Seconds each test method may take. */
    int seconds() default 10;
}
