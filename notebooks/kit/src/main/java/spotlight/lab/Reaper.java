package spotlight.lab;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Sees to it that no program the launcher started outlives it: Ctrl-C ends Jupyter and every kernel under it. */
final class Reaper {

    static final Duration GRACE = Duration.ofSeconds(10);

    private Reaper() {
    }

    /** Ends this process, with all below it, should this program be ended first. */
    static Thread watch(Process process) {
        Thread hook = new Thread(() -> end(process.toHandle(), GRACE), "reaper");
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    /** The process has ended by itself. */
    static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // the hook is at work at this moment
        }
    }

    /**
     * Asks the process to end, waits, and ends by force what is left of it and of the processes it had started.
     *
     * @param grace how long the process may take to end in its own way
     */
    static void end(ProcessHandle process, Duration grace) {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process)).toList();
        if (!grace.isZero()) {
            process.destroy();
            try {
                process.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                // what did not go is ended below
            }
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
