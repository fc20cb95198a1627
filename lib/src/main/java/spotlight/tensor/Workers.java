package spotlight.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * The threads that share the work: as many as the machine has processors, or {@code -Dspotlight.threads=N}. Which
 * worker does which task depends on nothing but the numbers of both, so that sums kept per worker come out the same in
 * every run.
 */
public final class Workers {
    /** The most workers there can be. */
    public static final int MOST = 64;

    private static final String PROPERTY = "spotlight.threads";
    private static final int SPINS = 20_000; // some 100 microseconds: the next piece of work mostly comes sooner

    private static final List<Worker> others = new ArrayList<>(); // workers 1, 2, ...; worker 0 is the caller
    private static final ReentrantLock oneAtATime = new ReentrantLock();
    private static volatile int count = requested(System.getProperty(PROPERTY));

    private Workers() {
    }

    /** How many workers there are. */
    public static int count() {
        return count;
    }

    /** The number of the worker that runs this code; 0 in any other thread. */
    public static int index() {
        return Thread.currentThread() instanceof Worker worker ? worker.index : 0;
    }

    /**
     * Runs {@code task} for 0, 1, ..., tasks-1, task i on worker {@code i % count}, and returns when all are done. The
     * caller is worker 0. Inside a task everything further runs in its own thread, one after the other.
     *
     * @throws RuntimeException whatever the first failing task threw, by task number; an Error likewise
     */
    public static void run(int tasks, IntConsumer task) {
        int workers = Math.min(count, tasks);
        if (workers <= 1 || oneAtATime.isHeldByCurrentThread() || Thread.currentThread() instanceof Worker) {
            for (int i = 0; i < tasks; i++) {
                task.accept(i);
            }
            return;
        }
        oneAtATime.lock();
        try {
            Job job = new Job(task, tasks, workers);
            for (int w = 1; w < workers; w++) {
                worker(w).give(job);
            }
            job.work(0);
            job.awaitOthers();
            job.rethrow();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Another number of workers until the scope is closed; to compare them. */
    public static Scope use(int workers) {
        check("Workers.use(" + workers + ")", workers);
        int before = count;
        count = workers;
        return () -> count = before;
    }

    /** Ends the use of a number of workers. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    static int requested(String text) {
        if (text == null) {
            return Math.min(MOST, Runtime.getRuntime().availableProcessors());
        }
        int workers = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        check("-D" + PROPERTY + "=" + text, workers);
        return workers;
    }

    private static void check(String what, int workers) {
        Shapes.require(workers >= 1 && workers <= MOST, () -> what + " is not a number of threads from 1 to " + MOST);
    }

    private static Worker worker(int index) {
        while (others.size() < index) {
            Worker worker = new Worker(others.size() + 1);
            others.add(worker);
            worker.start();
        }
        return others.get(index - 1);
    }

    /** One call of {@link #run}. */
    private static final class Job {
        final IntConsumer task;
        final int tasks;
        final int workers;
        final Thread caller = Thread.currentThread();
        final AtomicInteger busy;
        final Throwable[] failures;
        final int[] failedTasks;

        Job(IntConsumer task, int tasks, int workers) {
            this.task = task;
            this.tasks = tasks;
            this.workers = workers;
            busy = new AtomicInteger(workers - 1);
            failures = new Throwable[workers];
            failedTasks = new int[workers];
        }

        void work(int worker) {
            for (int i = worker; i < tasks; i += workers) {
                try {
                    task.accept(i);
                } catch (Throwable failure) { // rethrown in the caller's thread
                    failures[worker] = failure;
                    failedTasks[worker] = i;
                    return;
                }
            }
        }

        void finish() {
            if (busy.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }

        void awaitOthers() {
            for (int spin = 0; busy.get() > 0; spin++) {
                if (spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
        }

        void rethrow() {
            int first = -1;
            for (int w = 0; w < workers; w++) {
                if (failures[w] != null && (first < 0 || failedTasks[w] < failedTasks[first])) {
                    first = w;
                }
            }
            if (first >= 0) {
                Workers.<RuntimeException>sneak(failures[first]);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    /** A thread that waits for jobs: awake for a moment after each, then asleep. */
    private static final class Worker extends Thread {
        final int index;
        private volatile Job job;

        Worker(int index) {
            super("spotlight-worker-" + index);
            this.index = index;
            setDaemon(true);
        }

        void give(Job next) {
            while (job != null) {
                Thread.onSpinWait(); // it is just leaving the last one
            }
            job = next;
            LockSupport.unpark(this);
        }

        @Override
        public void run() {
            for (int spin = 0;; spin++) {
                Job next = job;
                if (next != null) {
                    next.work(index);
                    job = null;
                    next.finish();
                    spin = 0;
                } else if (spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
        }
    }
}
