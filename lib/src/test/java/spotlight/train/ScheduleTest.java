package spotlight.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;

class ScheduleTest {
    private static final double EXACT = 1e-15;

    @Test
    void constantStaysConstant() {
        assertEquals(0.1, Schedule.constant(0.1).lr(0));
        assertEquals(0.1, Schedule.constant(0.1).lr(1_000_000));
    }

    @Test
    void cosineFallsFromTheTopToTheMinimum() {
        Schedule cosine = Schedule.cosine(1, 0.5, 4);
        assertEquals(1, cosine.lr(0));
        assertEquals(0.75, cosine.lr(2), EXACT);
        assertEquals(0.5, cosine.lr(4));
    }

    @Test
    void warmupBeginsAtZeroAsInHuggingFace() {
        Schedule schedule = Schedule.warmupCosine(1, 4, 8);
        assertEquals(0, schedule.lr(0));
        assertEquals(0.75, schedule.lr(3), EXACT);
        assertEquals(1, schedule.lr(4));
        assertEquals(0.5, schedule.lr(6), EXACT);
        assertEquals(0, schedule.lr(8), EXACT);
        assertEquals(0.5, schedule.lr(10), EXACT, "beyond the end it rises again");
        assertEquals(1, Schedule.warmupCosine(1, 0, 8).lr(0), "no warm-up");
    }

    @Test
    void warmupBeginsAboveZeroAsInNanoGpt() {
        Schedule schedule = Schedule.warmupCosine(1, 0.5, 3, 7);
        assertEquals(0.25, schedule.lr(0));
        assertEquals(0.75, schedule.lr(2));
        assertEquals(1, schedule.lr(3));
        assertEquals(0.75, schedule.lr(5), EXACT);
        assertEquals(0.5, schedule.lr(7));
        assertEquals(0.5, schedule.lr(100), "beyond the end it stays");
        assertEquals(0.5, Schedule.warmupCosine(1, 0.5, 3, 3).lr(3), "no time to fall");
    }

    @Test
    void noamRisesThenFallsWithTheRoot() {
        Schedule noam = Schedule.noam(4, 100);
        assertEquals(0, noam.lr(0));
        assertEquals(0.5 * 50 / 1000, noam.lr(50), EXACT);
        assertEquals(0.5 / 10, noam.lr(100), EXACT);
        assertEquals(0.5 / 20, noam.lr(400), EXACT);
    }

    @Test
    void errors() {
        Expect.error("cosine: total 0 is not positive", () -> Schedule.cosine(1, 0, 0));
        Expect.error("warmupCosine: warmup 5 is not between 0 and total 4", () -> Schedule.warmupCosine(1, 5, 4));
        Expect.error("warmupCosine: warmup -1 is not between 0 and total 4",
                () -> Schedule.warmupCosine(1, 0.1, -1, 4));
        Expect.error("noam: dModel 0 is not positive", () -> Schedule.noam(0, 1));
        Expect.error("noam: warmup 0 is not positive", () -> Schedule.noam(1, 0));
    }
}
