package spotlight.kernel;

import java.util.function.Supplier;

/**
 * Threads of the kernel that go on when a cell has used up all memory, where any thread may meet an OutOfMemoryError.
 */
final class Survivor {
    private static final int PAUSE_MS = 200;
    private static final int ATTEMPTS = 25;

    private Survivor() {
    }

    /** A daemon thread that runs {@code loop}, and again from the start whenever memory ran out in it. */
    static Thread thread(Runnable loop, String name) {
        Thread thread = new Thread(() -> run(loop), name);
        thread.setDaemon(true);
        return thread;
    }

    private static void run(Runnable loop) {
        while (true) {
            try {
                loop.run();
                return;
            } catch (OutOfMemoryError e) {
                pause();
            }
        }
    }

    /**
     * Takes a step that has to be taken, such as to answer: again, for a while, when memory runs out in it. Where the
     * variables of the learner leave no room at all, the kernel ends, which Jupyter reports.
     */
    static <T> T persist(Supplier<T> step) {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return step.get();
            } catch (OutOfMemoryError e) {
                MemoryReserve.release();
                pause();
            }
        }
        Runtime.getRuntime().halt(3);
        throw new AssertionError();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            // no one has a reason to interrupt these threads
        }
    }
}
