package spotlight.notebook;

import java.util.Locale;

/** The progress line of {@link Show#progress}. */
final class Progress {
    private static final long PAUSE_NANOS = 250_000_000;

    private static String label = "";
    private static long start;
    private static long startDone;
    private static long lastPrint;
    private static int lastLength;

    private Progress() {
    }

    static synchronized void report(String newLabel, long done, long total) {
        long now = System.nanoTime();
        if (!newLabel.equals(label)) {
            label = newLabel;
            start = now;
            startDone = done;
            lastPrint = now - PAUSE_NANOS;
            lastLength = 0;
        }
        boolean finished = done >= total;
        if (!finished && now - lastPrint < PAUSE_NANOS) {
            return;
        }
        lastPrint = now;
        String line = line(label, done, total, done - startDone, (now - start) / 1e9);
        System.out.print("\r" + line + " ".repeat(Math.max(0, lastLength - line.length())) + (finished ? "\n" : ""));
        System.out.flush();
        lastLength = line.length();
        if (finished) {
            label = "";
        }
    }

    /** For example {@code training  300 of 1000   30 %   152/s   5 s left}. */
    static String line(String label, long done, long total, long since, double seconds) {
        StringBuilder line = new StringBuilder(label).append("  ").append(done).append(" of ").append(total);
        line.append(String.format(Locale.ROOT, "  %3d %%", total == 0 ? 100 : 100 * done / total));
        if (seconds > 0 && since > 0) {
            double rate = since / seconds;
            line.append(String.format(Locale.ROOT, rate < 10 ? "  %.1f/s" : "  %.0f/s", rate));
            line.append(done >= total ? "  in " : "  ")
                    .append(duration(done >= total ? seconds : (total - done) / rate));
            line.append(done >= total ? "" : " left");
        }
        return line.toString();
    }

    private static String duration(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return seconds < 120 ? Math.round(seconds) + " s" : Math.round(seconds / 60) + " min";
    }
}
