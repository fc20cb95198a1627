package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void taskIIsDoneOnceByWorkerIModuloCount(int workers) {
        try (Workers.Scope scope = Workers.use(workers)) {
            for (int round = 0; round < 200; round++) {
                int[] by = new int[10];
                AtomicIntegerArray times = new AtomicIntegerArray(10);
                Workers.run(10, i -> {
                    by[i] = Workers.index();
                    times.incrementAndGet(i);
                });
                for (int i = 0; i < 10; i++) {
                    assertEquals(i % workers, by[i]);
                    assertEquals(1, times.get(i));
                }
            }
        }
        assertEquals(0, Workers.index());
    }

    @Test
    void insideATaskEverythingRunsInItsOwnThread() {
        Thread[] threads = new Thread[6];
        try (Workers.Scope scope = Workers.use(2)) {
            Workers.run(2, i -> {
                threads[3 * i] = Thread.currentThread();
                Workers.run(2, j -> threads[3 * i + 1 + j] = Thread.currentThread());
            });
        }
        assertArrayEquals(new Thread[] {threads[0], threads[0], threads[0], threads[3], threads[3], threads[3]},
                threads);
    }

    @Test
    void theFirstFailureByTaskIsRethrownAndTheWorkersLiveOn() {
        try (Workers.Scope scope = Workers.use(3)) {
            for (int round = 0; round < 20; round++) {
                RuntimeException failure = assertThrows(IllegalStateException.class, () -> Workers.run(9, i -> {
                    if (i == 4 || i == 5 || i == 6) {
                        throw new IllegalStateException("task " + i);
                    }
                }));
                assertEquals("task 4", failure.getMessage());
            }
            int[] sum = new int[3];
            Workers.run(3, i -> sum[i] = i);
            assertArrayEquals(new int[] {0, 1, 2}, sum);
        }
    }

    @Test
    void aSleepingWorkerWakesUp() throws InterruptedException {
        try (Workers.Scope scope = Workers.use(2)) {
            for (int round = 0; round < 3; round++) {
                int[] done = new int[2];
                Workers.run(2, i -> done[i] = 1);
                assertArrayEquals(new int[] {1, 1}, done);
                Thread.sleep(20); // longer than it stays awake
            }
        }
    }

    @Test
    void numbersOfThreadsThatMakeNoSense() {
        assertEquals("-Dspotlight.threads=two is not a number of threads from 1 to 64",
                assertThrows(IllegalArgumentException.class, () -> Workers.requested("two")).getMessage());
        assertEquals("-Dspotlight.threads=65 is not a number of threads from 1 to 64",
                assertThrows(IllegalArgumentException.class, () -> Workers.requested("65")).getMessage());
        assertEquals("Workers.use(0) is not a number of threads from 1 to 64",
                assertThrows(IllegalArgumentException.class, () -> Workers.use(0)).getMessage());
        assertEquals(3, Workers.requested("3"));
    }
}
