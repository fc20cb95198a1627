package spotlight.ch99;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;

/** Exercises whose tests are plain, and end in every way a test can end. */
public final class Plain {
    public static final List<Object> instances = new ArrayList<>();
    public static int ran;

    private static final Map<Class<?>, String> EXPECTED = Map.of(AllSorts.class, "✓✓✓", Untouched.class, "○○",
            Broken.class, "✗✗✗○✗", SomeRows.class, "✗○✗");

    private Plain() {
    }

    /** The symbol of each method, in the order of the source or of the names. */
    public static List<String> expected(Class<?> test, boolean strict) {
        String symbols = EXPECTED.get(test);
        return (strict ? symbols.replace('○', '✗') : symbols).chars().mapToObj(Character::toString).toList();
    }

    @Exercise(value = "99.1 All sorts", seconds = 7)
    public static class AllSorts {
        private final Object own = new Object();

        private void noTest() {
            instances.clear();
        }

        @Test
        @Points(value = 3, hint = "first")
        void first() {
            instances.add(own);
            ran++;
        }

        @ParameterizedTest(name = "{0} of {1}")
        @CsvSource({"a, 1, 0.5", "'b, c', -2, 1e-3"})
        @Points(value = 2, hint = "rows")
        void rows(String text, int number, float fraction) {
            instances.add(own);
            ran++;
            assertTrue(text.startsWith(number > 0 ? "a" : "b") && fraction < 1);
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2})
        @Points(hint = "values")
        void values(long value) {
            instances.add(own);
            ran++;
            assertTrue(value > 0);
        }
    }

    @Exercise("99.2 Untouched")
    public static class Untouched {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Points(hint = "")
        void rows(int row) {
            assertEquals(row, Learner.untouched());
        }

        @Test
        @Points(hint = "")
        void test() {
            assertEquals(1, Learner.untouched());
        }
    }

    @Exercise("99.3 Broken in many ways")
    public static class Broken {
        @Test
        @Points(hint = "outside")
        void a() {
            assertEquals(2, Learner.outside());
        }

        @Test
        @Points(hint = "no message")
        void b() {
            throw new AssertionError();
        }

        @Test
        @Points(hint = "recursion")
        void c() {
            assertEquals(2, Learner.recursive(0));
        }

        @Test
        @Points(hint = "assumption")
        void d() {
            Assumptions.assumeTrue(false, "only on Tuesdays");
        }

        @Test
        @Points(hint = "not compiled")
        void e() {
            assertEquals(2, Learner.broken());
        }
    }

    @Exercise("99.4 Some rows")
    public static class SomeRows {
        @ParameterizedTest
        @ValueSource(ints = {2, 3, 4})
        @Points(hint = "the second")
        void a(int row) {
            assertEquals(row, Learner.two());
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 3})
        @Points(hint = "skipped")
        void b(int row) {
            Assumptions.assumeTrue(row == 2);
        }

        @ParameterizedTest
        @CsvSource(value = {"x, 2", "NIL, 2"}, nullValues = "NIL")
        @Points(hint = "a null")
        void c(String text, int two) {
            assertEquals(two, text.length() + 1);
        }
    }

    @Exercise(value = "99.5 Endless", seconds = 2)
    public static class Endless {
        @Test
        @Points(hint = "")
        void a() {
            assertEquals(2, Learner.endless());
        }

        @Test
        @Points(hint = "")
        void b() {
            assertEquals(2, Learner.endless());
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 3, 4})
        @Points(hint = "")
        void c(int row) {
            assertEquals(row, Learner.endless());
        }
    }

    @Exercise("99.6 No instance")
    public static class NoInstance {
        private final int two = Learner.untouched();

        @Test
        @Points(hint = "")
        void test() {
            assertEquals(2, two);
        }
    }
}
