package spotlight.grader.batch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import spotlight.grader.Worker;

/**
 * The JVMs that run for one batch: none of them outlives it. All are started by one thread that does, because bubblewrap
 * ends its process together with the thread that started it.
 */
final class Family implements AutoCloseable {
    private final Set<Worker> alive = ConcurrentHashMap.newKeySet();
    private final ExecutorService starter = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "starter");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean ended;

    /** Starts one more. */
    Worker start(Supplier<Worker> jvm) {
        try {
            return starter.submit(() -> {
                check();
                Worker worker = jvm.get();
                alive.add(worker);
                worker.handle().onExit().thenRun(() -> alive.remove(worker));
                return worker;
            }).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    /** @throws GradingException if they were ended: what a JVM has not answered since then says nothing */
    void check() {
        if (ended) {
            throw new GradingException("the grading was broken off",
                    "give the same command again: what is graded is kept");
        }
    }

    /** Ends them all, at once. */
    void end() {
        ended = true;
        alive.forEach(Worker::kill);
    }

    @Override
    public void close() {
        end();
        starter.shutdown();
    }
}
