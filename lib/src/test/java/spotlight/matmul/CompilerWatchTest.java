package spotlight.matmul;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CompilerWatchTest {
    @Test
    void nothingIsKnownBeforeTheFirstTenthOfASecond() {
        assertFalse(new CompilerWatch().hasWorked());
    }

    @Test
    void anotherThreadThatWorksIsNoticed() throws InterruptedException {
        Thread busy = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });
        busy.setDaemon(true);
        busy.start();
        CompilerWatch watch = new CompilerWatch();
        boolean noticed = false;
        for (long end = System.nanoTime() + 60_000_000_000L; !noticed && System.nanoTime() < end;) {
            Thread.sleep(200);
            noticed = watch.hasWorked();
        }
        busy.interrupt();
        assertTrue(noticed);
    }
}
