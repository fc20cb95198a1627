package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ReaperTest {

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void noChildIsLeft() throws IOException, InterruptedException {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; wait").start();
        long id = Long.parseLong(parent.inputReader().readLine());
        ProcessHandle child = ProcessHandle.of(id).orElseThrow();
        Reaper.end(parent.toHandle(), Duration.ofSeconds(5));
        assertTrue(parent.waitFor(30, TimeUnit.SECONDS));
        for (int i = 0; i < 300 && child.isAlive(); i++) {
            Thread.sleep(100);
        }
        assertFalse(child.isAlive());
    }
}
