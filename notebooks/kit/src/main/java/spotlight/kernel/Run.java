package spotlight.kernel;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One statement of a cell at work: its thread, and then its value or its exception. */
final class Run {
    private final Callable<?> task;
    private final ClassLoader loader;
    private final Thread caller = Thread.currentThread();
    private Thread thread;
    private Object value;
    private Throwable failure;
    private boolean finished;

    Run(Callable<?> task, ClassLoader loader) {
        this.task = task;
        this.loader = loader;
    }

    /**
     * Starts the statement in a thread group below that of the calling thread, which is what a Stop reaches, and waits
     * for it.
     * {@code LocalExecutionControl} waits for every thread that it finds in the group at first: it must not find those
     * of the cell.
     */
    void startAndWait() throws InterruptedException {
        for (int i = 0; i < 1000 && caller.getState() != Thread.State.WAITING; i++) {
            Thread.sleep(0, 100_000);
        }
        Group group = new Group(Thread.currentThread().getThreadGroup());
        Thread worker = new Thread(group, this::work, "cell");
        worker.setContextClassLoader(loader);
        synchronized (this) {
            thread = worker;
            worker.start();
        }
        worker.join();
    }

    private void work() {
        Object result = null;
        Throwable thrown = null;
        try {
            result = task.call();
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
        } catch (Throwable e) {
            thrown = e;
        }
        if (thrown instanceof OutOfMemoryError) {
            MemoryReserve.release();
        }
        synchronized (this) {
            value = result;
            failure = thrown;
            finished = true;
        }
    }

    synchronized boolean ended() {
        return finished || thread == null || !thread.isAlive();
    }

    /** Waits for the end of the statement. */
    boolean await(long ms) throws InterruptedException {
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running != null) {
            running.join(ms);
        }
        return ended();
    }

    /** Whether the statement is calling {@code System.exit}. */
    boolean exits() {
        return isIn(frame -> frame.getClassName().equals("java.lang.Runtime") && frame.getMethodName().equals("exit"));
    }

    /** Whether the statement has just made a class, other than its own, begin its static initializer. */
    boolean initializesClass() {
        return isIn(frame -> frame.getMethodName().equals("<clinit>") && !frame.getClassName().startsWith("REPL."));
    }

    private boolean isIn(Predicate<StackTraceElement> call) {
        return Stream.of(stackTrace()).anyMatch(call);
    }

    /** Where the statement is, innermost call first; empty when it does not run. */
    synchronized StackTraceElement[] stackTrace() {
        return thread == null ? new StackTraceElement[0] : thread.getStackTrace();
    }

    /** @throws InvocationTargetException around what the statement threw */
    synchronized Object value() throws InvocationTargetException {
        if (!finished) {
            throw new InvocationTargetException(new OutOfMemoryError("Java heap space"));
        }
        if (failure != null) {
            throw new InvocationTargetException(failure);
        }
        Object taken = value;
        value = null; // who still knows this run must not keep the value alive
        return taken;
    }

    /** The threads of a cell. Holds no reference to the run: thread groups live long. */
    private static final class Group extends ThreadGroup {
        Group(ThreadGroup parent) {
            super(parent, "cell");
        }

        @Override
        public void uncaughtException(Thread thread, Throwable e) {
            if (e instanceof OutOfMemoryError) {
                MemoryReserve.release();
            }
            if (!(e instanceof ThreadDeath)) {
                System.err.print("Exception in thread \"" + thread.getName() + "\" ");
                e.printStackTrace();
            }
        }
    }
}
