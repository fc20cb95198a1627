package spotlight.grader;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The processor time of this JVM. With {@code -Dspotlight.limit=cpu} the time limits of tests count it instead of the
 * time on the wall, so that a busy machine fails nobody; a test that waits without computing may do so for as long.
 * Messages then say nothing that differs from run to run.
 */
public final class ProcessorTime {
    /** Milliseconds between two looks at what runs. */
    static final int TICK = 100;
    private static final boolean COUNTS = "cpu".equals(System.getProperty("spotlight.limit"));
    private static final int SECONDS = Integer.getInteger("spotlight.seconds", Integer.MAX_VALUE);

    private ProcessorTime() {
    }

    /** Whether it decides. */
    static boolean counts() {
        return COUNTS;
    }

    /** The limit of a test method, which is lower than the exercise's own if {@code -Dspotlight.seconds} says so. */
    static long limit(int seconds) {
        return Math.min(seconds, SECONDS) * 1000L;
    }

    /** Milliseconds that this JVM has computed since its start, on all cores together. */
    public static long millis() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis)
                .orElseGet(() -> System.nanoTime() / 1_000_000);
    }

    /**
     * Waits until it is done or over, or until its time is up.
     *
     * @param over asked from time to time
     * @param by   the thread that does it
     * @return false if its time is up
     */
    static boolean await(CountDownLatch done, BooleanSupplier over, Thread by, long millis)
            throws InterruptedException {
        long began = spent();
        long waited = 0; // in looks at it, not by the clock: on a busy machine there are fewer of them
        while (!over.getAsBoolean() && spent() - began < millis && waited < millis) {
            if (done.await(TICK, TimeUnit.MILLISECONDS)) {
                return true;
            }
            waited += by.getState() == Thread.State.RUNNABLE ? 0 : TICK;
        }
        return over.getAsBoolean() || done.getCount() == 0;
    }

    private static long spent() {
        return COUNTS ? millis() : System.nanoTime() / 1_000_000;
    }
}
