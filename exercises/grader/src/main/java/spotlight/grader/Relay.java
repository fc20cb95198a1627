package spotlight.grader;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * Runs many short pieces of the learner's code, one after the other on one thread, each within its time: handing each to
 * a thread by {@link TimeLimit} takes longer than most of them. After one that hangs the next ones run on another thread.
 */
final class Relay {
    private final String name;
    private final int count;
    private final IntFunction<Runnable> piece;

    /**
     * @param name  of the thread
     * @param piece runs a piece, given its number, and returns what to do with its result; that is not done if it was late
     */
    Relay(String name, int count, IntFunction<Runnable> piece) {
        this.name = name;
        this.count = count;
        this.piece = piece;
    }

    /**
     * Runs them all.
     *
     * @param millis how long the next piece may take
     * @param late   hears of each that took longer
     * @throws IllegalStateException if a piece throws anything
     */
    void run(LongSupplier millis, BiConsumer<Integer, TimeLimit.Stuck> late) throws InterruptedException {
        Runner runner = new Runner(0);
        TimeLimit.onAnotherThread(name, runner);
        while (!runner.isDoneWithin(ProcessorTime.TICK)) {
            int at = runner.at;
            if (runner.isLate(at, millis.getAsLong())) {
                Thread thread = runner.thread;
                StackTraceElement[] where = thread.getStackTrace();
                if (runner.giveUp(at)) {
                    TimeLimit.stop(thread, runner.done);
                    late.accept(at, new TimeLimit.Stuck(where, !runner.isDoneWithin(0)));
                    runner = new Runner(at + 1);
                    TimeLimit.onAnotherThread(name, runner);
                }
            }
        }
        if (runner.broken != null) {
            throw new IllegalStateException(runner.broken);
        }
    }

    private final class Runner implements Runnable {
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile Thread thread;
        private volatile int at;
        private boolean givenUp;
        private Throwable broken;

        Runner(int first) {
            at = first;
        }

        @Override
        public void run() {
            thread = Thread.currentThread();
            try {
                for (boolean goOn = true; goOn && at < count;) {
                    Thread.interrupted(); // what one piece leaves must not reach the next
                    goOn = isTaken(piece.apply(at));
                }
            } catch (Throwable unexpected) {
                broken = unexpected;
            } finally {
                done.countDown();
            }
        }

        private synchronized boolean isTaken(Runnable result) {
            if (!givenUp) {
                result.run();
                at++;
            }
            return !givenUp;
        }

        /** @return false if the piece has just ended */
        synchronized boolean giveUp(int piece) {
            givenUp = at == piece;
            return givenUp;
        }

        boolean isDoneWithin(long millis) throws InterruptedException {
            return done.await(millis, TimeUnit.MILLISECONDS);
        }

        /** Waits for the end of a piece. @return whether it takes longer than this */
        boolean isLate(int piece, long millis) throws InterruptedException {
            return thread != null && !ProcessorTime.await(done, () -> at != piece, thread, millis);
        }
    }
}
