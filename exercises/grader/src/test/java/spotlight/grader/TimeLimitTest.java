package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class TimeLimitTest {
    @Test
    void passesOnTheResultAndWhatIsThrown() throws Throwable {
        TimeLimit limit = new TimeLimit(60_000);
        assertEquals(3, limit.call("three", () -> 3, stuck -> new AssertionError("late")));
        assertEquals("no", assertThrows(IllegalStateException.class, () -> limit.call("throws", () -> {
            throw new IllegalStateException("no");
        }, stuck -> new AssertionError("late"))).getMessage());
    }

    @Test
    void interruptsWhatTakesTooLongAndSaysWhereItWas() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        AssertionError late = assertThrows(AssertionError.class, () -> new TimeLimit(50).call("sleeps", () -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException asked) {
                interrupted.countDown();
            }
            return null;
        }, stuck -> new AssertionError(stuck.where()[0].getClassName())));
        assertEquals("java.lang.Thread", late.getMessage());
        assertTrue(interrupted.await(60, TimeUnit.SECONDS));
    }
}
