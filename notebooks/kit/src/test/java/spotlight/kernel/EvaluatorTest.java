package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private final Evaluator evaluator = new Evaluator(Settings.ofEnvironment(Map.of()));

    @Test
    void aSemicolonKeepsTheValueFromBeingShown() throws Exception {
        assertEquals(3, evaluator.evaluate(1, "int three = 3;\nthree"));
        assertNull(evaluator.evaluate(2, "three;"));
        assertNull(evaluator.evaluate(3, "System.err.printf(\"\");\n"));
    }

    @Test
    void aSwitchThatYieldsDoesNotSwallowWhatFollows() throws Exception {
        Object value = evaluator.evaluate(1, """
                int twice(int n) {
                    return switch (n) {
                        case 0 -> 0;
                        default -> {
                            int m = 2 * n;
                            yield m;
                        }
                    };
                }
                int thrice(int n) {
                    return twice(n) + n;
                }
                thrice(5)""");
        assertEquals(15, value);
    }
}
