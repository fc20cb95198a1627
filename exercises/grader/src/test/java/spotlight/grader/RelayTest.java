package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class RelayTest {
    private final List<String> results = new ArrayList<>();

    private void run(int count, java.util.function.IntUnaryOperator piece, long millis) throws InterruptedException {
        new Relay("pieces", count, i -> {
            int result = piece.applyAsInt(i);
            return () -> results.add(i + " is " + result);
        }).run(() -> millis, (i, stuck) -> results.add(i + " is late" + where(stuck)));
    }

    private static String where(TimeLimit.Stuck stuck) {
        return Arrays.stream(stuck.where()).anyMatch(frame -> frame.getMethodName().equals("forever"))
                ? " in forever"
                : " elsewhere";
    }

    @Test
    void allPiecesRunInOrderOnOneThreadThatIsAnother() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        run(1000, i -> {
            threads.add(Thread.currentThread());
            return 2 * i;
        }, 60_000);
        assertEquals(IntStream.range(0, 1000).mapToObj(i -> i + " is " + 2 * i).toList(), results);
        assertEquals(1, threads.size());
        assertNotEquals(Set.of(Thread.currentThread()), threads);
    }

    @Test
    void aPieceThatInterruptsItselfDoesNotReachTheNext() throws InterruptedException {
        run(2, i -> {
            int before = Thread.currentThread().isInterrupted() ? 1 : 0;
            Thread.currentThread().interrupt();
            return before;
        }, 60_000);
        assertEquals(List.of("0 is 0", "1 is 0"), results);
    }

    @Test
    void nothingToDoIsDone() throws InterruptedException {
        run(0, i -> i, 60_000);
        assertEquals(List.of(), results);
    }

    @Test
    void allTogetherMayTakeLongerThanOneMay() throws InterruptedException {
        run(5, i -> {
            busy(500_000_000L);
            return i;
        }, 2_000);
        assertEquals(List.of("0 is 0", "1 is 1", "2 is 2", "3 is 3", "4 is 4"), results);
    }

    private static void busy(long nanos) {
        for (long began = System.nanoTime(); System.nanoTime() - began < nanos;) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatIsLateIsReportedTheOthersRunAndItsResultIsForgotten() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(2);
        run(4, i -> {
            if (i % 2 == 1) {
                forever(ended);
            }
            return i;
        }, 1_000);
        assertEquals(List.of("0 is 0", "1 is late in forever", "2 is 2", "3 is late in forever"), results);
        ended.await();
        assertEquals(4, results.size());
    }

    private static void forever(CountDownLatch ended) {
        while (!Thread.currentThread().isInterrupted()) {
            Math.sqrt(2);
        }
        ended.countDown();
    }

    @Test
    void whatAPieceThrowsIsNotLost() {
        IllegalStateException thrown = assertThrows(IllegalStateException.class,
                () -> run(3, i -> 1 / (i - 1), 60_000));
        assertTrue(thrown.getCause() instanceof ArithmeticException, thrown.toString());
        assertEquals(List.of("0 is -1"), results);
    }
}
