package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private final Score accuracy = Score.atLeast("accuracy", 97, "%", 97).beside("coin", 50).beside("always 1", 49.5);
    private final Score entropy = Score.atMost("entropy", 1.25, "bits per character", 1.5);
    private final Score seconds = Score.measured("time", 12, "");

    @Test
    void theGoalItselfIsReached() {
        assertTrue(accuracy.reached());
        assertFalse(Score.atLeast("accuracy", 96.999, "%", 97).reached());
        assertTrue(entropy.reached());
        assertFalse(Score.atMost("entropy", 1.501, "", 1.5).reached());
        assertTrue(seconds.reached());
    }

    @Test
    void aValueThatIsNoNumberMissesEveryGoal() {
        assertFalse(Score.atLeast("accuracy", Double.NaN, "%", 0).reached());
        assertFalse(Score.atMost("entropy", Double.NaN, "", 9).reached());
    }

    @Test
    void textsCarryTheUnit() {
        assertEquals("97.00 %", accuracy.valueText());
        assertEquals(">= 97 %", accuracy.goalText());
        assertEquals("1.2500 bits per character", entropy.valueText());
        assertEquals("<= 1.5 bits per character", entropy.goalText());
        assertEquals("12.0000", seconds.valueText());
        assertEquals("", seconds.goalText());
        assertEquals("<= 100", Score.atMost("steps", 3, "", 100).goalText());
    }

    @Test
    void baselinesKeepTheirOrder() {
        assertEquals(List.of("coin", "always 1"), List.copyOf(accuracy.baselines().keySet()));
        assertEquals(49.5, accuracy.baselines().get("always 1"));
    }
}
