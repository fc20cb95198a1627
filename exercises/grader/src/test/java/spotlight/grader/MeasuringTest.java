package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import spotlight.ch99.Learner;

class MeasuringTest {
    private static final String TITLE = "99.1 Fast";

    @AfterEach
    void asBefore() throws InterruptedException {
        Learner.end();
    }

    /** Says how fast. */
    static final class Fine {
        @Measured("the three loops")
        double a() {
            return 3.14159;
        }

        @Measured("one chain")
        private static double b() {
            return 2;
        }

        double notMeasured() {
            throw new IllegalStateException("nobody asked");
        }
    }

    /** Everything that can go wrong. */
    static final class Bad {
        @Measured("zero")
        double a() {
            return 0;
        }

        @Measured("nothing")
        double b() {
            return Double.POSITIVE_INFINITY;
        }

        @Measured("the array")
        double c() {
            return Learner.outside();
        }

        @Measured("words")
        String d() {
            return "fast";
        }
    }

    /** Does not come back. */
    static final class Endless {
        @Measured("the end")
        double speed() {
            return Learner.endless();
        }
    }

    @Test
    void eachMarkedMethodGivesALine() {
        assertEquals(List.of("Measured here, not graded: 3.1 times as fast as the three loops.",
                "Measured here, not graded: 2.0 times as fast as one chain."), lines(Fine.class));
    }

    @Test
    void codeThatIsNotCompiledYetHasNoNumber() {
        assertEquals("Measured here, not graded: 0.1 times as fast as one sum.",
                new Measurement("one sum", 0.06, "").text());
        for (double times : new double[] {0.01, Double.NaN}) {
            assertEquals("Not measured: the compiler was not done with your code in time. Run the cell again when the "
                    + "machine is less busy.", new Measurement("one sum", times, "").text());
        }
    }

    @Test
    void withoutMarkedMethodsThereIsNothing() {
        assertEquals(List.of(), lines(MeasuringTest.class));
    }

    @Test
    void whatGoesWrongIsASentence() {
        List<String> lines = lines(Bad.class);
        assertEquals("Not measured: a returned 0.0", lines.get(0));
        assertEquals("Not measured: b returned Infinity", lines.get(1));
        assertTrue(lines.get(2).matches("Not measured: ArrayIndexOutOfBoundsException at Learner.java:\\d+: .*"),
                lines.get(2));
        assertTrue(lines.get(3).startsWith("Not measured: ClassCastException"), lines.get(3));
    }

    @Test
    void anEndlessLoopEndsAtTheTimeLimit() {
        String line = new Measuring(100).of(TITLE, Endless.class).get(0).text();
        assertTrue(line.startsWith("Not measured: 99.1 Fast did not finish within 100 ms: is there an endless loop? "
                + "It was at Learner.java:"), line);
    }

    private static List<String> lines(Class<?> testClass) {
        return new Measuring(60_000).of(TITLE, testClass).stream().map(Measurement::text).toList();
    }
}
