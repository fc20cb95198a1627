package spotlight.grader.batch;

import spotlight.grader.ProcessorTime;

/** Ends this program when a piece of work has used up its processor time, whatever it is at. */
final class Deadline {
    /** The exit code. */
    static final int OUT_OF_TIME = 97;

    private final long limit;
    private volatile long began = Long.MAX_VALUE;
    private long latest = ProcessorTime.millis();

    /** @param seconds of processor time for each piece of work */
    Deadline(int seconds) {
        limit = seconds * 1000L;
        Thread thread = new Thread(this::watch, "deadline");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    /** From the end of the piece before, for between the two nearly nothing is computed and asking the system takes time. */
    void start() {
        began = latest;
    }

    /** Milliseconds of processor time since the start. */
    long stop() {
        latest = ProcessorTime.millis();
        long used = latest - began;
        began = Long.MAX_VALUE;
        return used;
    }

    private void watch() {
        while (true) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException ignored) {
                continue;
            }
            long since = began;
            if (since != Long.MAX_VALUE && ProcessorTime.millis() - since > limit) {
                Runtime.getRuntime().halt(OUT_OF_TIME);
            }
        }
    }
}
