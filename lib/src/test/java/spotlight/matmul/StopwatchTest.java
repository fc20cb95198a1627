package spotlight.matmul;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import spotlight.matmul.Stopwatch.Times;

class StopwatchTest {
    @Test
    void bestIsTheQuickestAndMedianTheMiddle() {
        double[] seconds = {5, 1, 4};
        Times odd = new Times(seconds);
        assertEquals(1, odd.best());
        assertEquals(4, odd.median());
        assertEquals(3, new Times(new double[] {5, 1, 4, 2}).median());
        assertArrayEquals(new double[] {5, 1, 4}, seconds);
    }

    @Test
    void theRateIsByTheQuickestSample() {
        assertEquals(3, new Times(new double[] {2, 1}).gigaPerSecond(3e9));
    }

    @Test
    void shortWorkIsCalledManyTimesASample() {
        AtomicInteger calls = new AtomicInteger();
        Times times = Stopwatch.measure(0.02, calls::incrementAndGet);
        assertTrue(calls.get() > 10 * times.seconds().length, calls + " calls, " + times.seconds().length + " samples");
    }

    @Test
    void evenWithoutTimeThereAreThreeSamples() {
        assertTrue(Stopwatch.measure(0, () -> Stopwatch.keep(1)).seconds().length >= 3);
    }

    @Test
    void theFirstCallsAreTimedOneByOne() {
        AtomicInteger calls = new AtomicInteger();
        assertEquals(5, Stopwatch.firstCalls(5, calls::incrementAndGet).seconds().length);
        assertEquals(5, calls.get());
    }

    @Test
    void aComparisonTakesTurns() {
        StringBuilder order = new StringBuilder();
        double ratio = Stopwatch.speedup(0, () -> order.append('a'), () -> order.append('b'));
        assertEquals("ab", order.toString());
        assertTrue(ratio > 0, "ratio " + ratio);
    }
}
