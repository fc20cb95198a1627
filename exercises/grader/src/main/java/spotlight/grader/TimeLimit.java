package spotlight.grader;

import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Runs a piece of the learner's code on a thread of its own and gives up on it after a while. The thread is a daemon:
 * one that cannot be stopped does not keep the program alive.
 */
public final class TimeLimit {
    /**
     * Code whose time is up.
     *
     * @param where   its stack, innermost frame first
     * @param running whether it could not be stopped and goes on
     */
    public record Stuck(StackTraceElement[] where, boolean running) {
    }

    private final long millis;

    /** @param millis how long the code may run */
    public TimeLimit(long millis) {
        this.millis = millis;
    }

    /**
     * The result of the call.
     *
     * @param name      of the thread
     * @param onTimeout makes the exception that is thrown when the time is up
     * @throws Throwable whatever the call throws
     */
    public <T> T call(String name, Callable<T> call, Function<Stuck, Throwable> onTimeout)
            throws Throwable {
        Outcome<T> outcome = new Outcome<>();
        Thread thread = new Thread(() -> outcome.run(call), name);
        thread.setDaemon(true);
        thread.start();
        if (ProcessorTime.counts()) {
            ProcessorTime.await(thread, millis);
        } else {
            thread.join(millis);
        }
        StackTraceElement[] where = thread.getStackTrace();
        if (thread.isAlive() && where.length > 0) {
            stop(thread);
            throw onTimeout.apply(new Stuck(where, thread.isAlive()));
        }
        thread.join();
        return outcome.get();
    }

    /** Asks politely, then, where the JDK still can (before 20), by force, so that a loop does not burn a core. */
    private static void stop(Thread thread) throws InterruptedException {
        thread.interrupt();
        thread.join(100);
        if (thread.isAlive()) {
            try {
                Thread.class.getMethod("stop").invoke(thread);
                thread.join(100);
            } catch (ReflectiveOperationException unsupported) {
                thread.setPriority(Thread.MIN_PRIORITY);
            }
        }
    }

    private static final class Outcome<T> {
        private T value;
        private Throwable thrown;

        void run(Callable<T> call) {
            try {
                value = call.call();
            } catch (Throwable anything) {
                thrown = anything;
            }
        }

        T get() throws Throwable {
            if (thrown != null) {
                throw thrown;
            }
            return value;
        }
    }
}
