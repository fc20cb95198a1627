package spotlight.grader;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Runs a piece of the learner's code on another thread and gives up on it after a while. That thread is used again for the
 * next piece, unless it is stuck, and it is a daemon: one that cannot be stopped does not keep the program alive.
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

    private static final Executor THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

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
        Outcome<T> outcome = new Outcome<>(call);
        onAnotherThread(name, outcome);
        while (!outcome.isDoneWithin(millis)) {
            StackTraceElement[] where = outcome.where();
            if (where.length > 0 && !outcome.isDoneWithin(0)) {
                stop(outcome.thread, outcome.done);
                throw onTimeout.apply(new Stuck(where, !outcome.isDoneWithin(0)));
            }
        }
        return outcome.get();
    }

    /** Runs it on a thread that may have run others before. */
    static void onAnotherThread(String name, Runnable code) {
        THREADS.execute(() -> {
            Thread.currentThread().setName(name);
            Thread.currentThread().setPriority(Thread.NORM_PRIORITY);
            code.run();
        });
    }

    /** Asks politely, then, where the JDK still can (before 20), by force, so that a loop does not burn a core. */
    static void stop(Thread thread, CountDownLatch done) throws InterruptedException {
        thread.interrupt();
        if (!done.await(100, TimeUnit.MILLISECONDS)) {
            try {
                Thread.class.getMethod("stop").invoke(thread);
                done.await(100, TimeUnit.MILLISECONDS);
            } catch (ReflectiveOperationException unsupported) {
                thread.setPriority(Thread.MIN_PRIORITY);
            }
        }
    }

    private static final class Outcome<T> implements Runnable {
        private final Callable<T> call;
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile Thread thread;
        private T value;
        private Throwable thrown;

        Outcome(Callable<T> call) {
            this.call = call;
        }

        @Override
        public void run() {
            thread = Thread.currentThread();
            try {
                value = call.call();
            } catch (Throwable anything) {
                thrown = anything;
            } finally {
                done.countDown();
            }
        }

        boolean isDoneWithin(long millis) throws InterruptedException {
            return ProcessorTime.counts()
                    ? done.await(Math.min(millis, ProcessorTime.TICK), TimeUnit.MILLISECONDS)
                            || thread != null && ProcessorTime.await(done, () -> false, thread, millis)
                    : done.await(millis, TimeUnit.MILLISECONDS);
        }

        /** Its stack; empty if it has not begun. */
        StackTraceElement[] where() {
            return thread == null ? new StackTraceElement[0] : thread.getStackTrace();
        }

        T get() throws Throwable {
            if (thrown != null) {
                throw thrown;
            }
            return value;
        }
    }
}
