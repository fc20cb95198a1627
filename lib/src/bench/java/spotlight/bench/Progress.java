package spotlight.bench;

/** Says on stderr what runs, and about how long it all will take. */
final class Progress {
    private final long start = System.nanoTime();
    private double planned;
    private double done;
    private double current;

    /** Adds so many seconds, guessed on a machine like the one this was written on. */
    void plan(double seconds) {
        planned += seconds;
    }

    /** Begins something that was planned to take so many seconds; what ran before is done. */
    void begin(String what, double seconds) {
        done += current;
        current = seconds;
        double elapsed = (System.nanoTime() - start) / 1e9;
        double pace = done < 20 ? 1 : elapsed / done;
        double left = Math.max(0, planned - done) * pace;
        System.err.printf("%3d:%02d  about %d min left  %s%n", (int) elapsed / 60, (int) elapsed % 60,
                (int) Math.ceil(left / 60), what);
    }
}
