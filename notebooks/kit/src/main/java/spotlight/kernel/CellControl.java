package spotlight.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jshell.execution.LocalExecutionControl;

/**
 * Runs the code of cells in this JVM, one statement at a time, and stops it. Stopping is the JDK's own: up to JDK 19
 * {@code Thread.stop}, which {@link StopGuard} lets no cell catch, from JDK 20 on a check that
 * {@link LocalExecutionControl} weaves into every loop and method of a cell. Around it this class gives each statement a
 * thread in a group of its own, keeps the value as an object (the idea is IJava's), and does not wait for ever for code
 * that no check can reach.
 */
final class CellControl extends LocalExecutionControl {
    private static final long GRACE_MS = 1000;
    private static final long INITIALIZER_MS = 5000;
    /** Whether this JDK still has {@code Thread.stop}, which reaches library code too. */
    static final boolean STOPS_THREADS = Runtime.version().feature() < 20;
    private static final int VOLLEY = STOPS_THREADS ? 100 : 1;
    private static final InheritableThreadLocal<Run> NEXT = new InheritableThreadLocal<>();
    private static final Method DISPATCH = dispatchMethod();

    private final ClassLoader loader;
    private final Duration timeout;
    private Object value;
    private volatile Stop stop = Stop.NO;
    private volatile Run current;
    private volatile StackTraceElement[] stuckAt = {};

    /** Why the cell was stopped and whether that worked. */
    enum Stop {
        NO, REQUESTED, TIMEOUT, FAILED
    }

    /** @param timeout longest time of one statement, zero for none */
    CellControl(Duration timeout) {
        this.timeout = timeout;
        Thread creator = Thread.currentThread();
        this.loader = creator.getContextClassLoader();
        creator.setContextClassLoader(CellControl.class.getClassLoader());
    }

    /** Forgets an earlier Stop: a new cell begins. */
    void begin() {
        stop = Stop.NO;
    }

    Stop stopped() {
        return stop;
    }

    /** Where the cell was when it could not be stopped. */
    StackTraceElement[] stuckAt() {
        return stuckAt;
    }

    /** The value of the last statement, which is then forgotten. */
    Object takeValue() {
        Object taken = value;
        value = null;
        return taken;
    }

    /** Ends the running cell. Callable from any thread; returns at once. */
    void requestStop(Stop reason) {
        if (stop == Stop.NO) {
            stop = reason;
        }
        awaitClassInitialized();
        stopNow();
    }

    /** Whether the cell is calling {@code System.exit}. */
    boolean exits() {
        Run run = current;
        return run != null && run.exits();
    }

    /**
     * Runs kernel work that calls code of the learner, such as a {@code toString}, so that it can be stopped like a
     * cell.
     */
    Object call(Callable<?> task) throws Exception {
        clientCodeEnter();
        try {
            return run(task);
        } finally {
            clientCodeLeave();
        }
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(STOPS_THREADS ? guarded(classes) : classes);
    }

    private static ClassBytecodes[] guarded(ClassBytecodes[] classes) {
        return Stream.of(classes).map(type -> new ClassBytecodes(type.name(), StopGuard.guard(type.bytecodes())))
                .toArray(ClassBytecodes[]::new);
    }

    @Override
    protected String invoke(Method body) throws Exception {
        value = run(() -> body.invoke(null));
        return "";
    }

    private Object run(Callable<?> task) throws Exception {
        Run run = new Run(() -> stop == Stop.NO ? task.call() : null, loader);
        current = run;
        if (!timeout.isZero()) {
            CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS).execute(() -> {
                if (!run.ended()) {
                    requestStop(Stop.TIMEOUT);
                }
            });
        }
        NEXT.set(run);
        try {
            super.invoke(DISPATCH);
        } catch (StoppedException | InvocationTargetException interrupted) {
            // the thread that waits for the cell was stopped; how the cell itself ended is looked at below
        } finally {
            NEXT.remove();
        }
        return result(run);
    }

    private Object result(Run run) throws Exception {
        long deadline = System.nanoTime() + GRACE_MS * 1_000_000;
        while (!run.await(50)) {
            if (System.nanoTime() > deadline) {
                stuckAt = run.stackTrace();
                stop = Stop.FAILED;
                throw new StoppedException();
            }
            stopAgain(run);
        }
        if (stop != Stop.NO) {
            throw new StoppedException();
        }
        return run.value();
    }

    /**
     * Stops library code that caught the first stop. If it catches everything in a loop it is outside its try for a
     * moment only, just after a catch: the next stop must come within microseconds, so nothing is done between two.
     */
    private void stopAgain(Run run) {
        awaitClassInitialized();
        for (int i = 0; i < VOLLEY && !run.ended(); i++) {
            stopNow();
        }
    }

    private void stopNow() {
        try {
            super.stop();
        } catch (Exception nothingToStop) {
            // no statement runs right now: the request is remembered and seen before the next one starts
        }
    }

    /** {@code Thread.stop} in the middle of a class's static initializer would make that class unusable for good. */
    private void awaitClassInitialized() {
        Run run = current;
        try {
            for (int ms = 0; run != null && STOPS_THREADS && ms < INITIALIZER_MS && run.initializesClass(); ms += 10) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs in the thread that {@link LocalExecutionControl} made, after it has begun to wait for that thread. */
    @SuppressWarnings("unused") // called as DISPATCH
    private static void dispatch() throws Exception {
        Run run = NEXT.get();
        NEXT.remove();
        run.startAndWait();
    }

    private static Method dispatchMethod() {
        try {
            Method dispatch = CellControl.class.getDeclaredMethod("dispatch");
            dispatch.setAccessible(true);
            return dispatch;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
