package spotlight.lab;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** One line for each thing the launcher does, with its time; a long one shows that it is alive. */
final class Progress {

    private final PrintStream out;
    private final boolean terminal;
    private volatile String news = "";

    /**
     * @param terminal true if a line can be drawn over
     */
    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Progress onTerminal() {
        return new Progress(System.err, System.console() != null && System.getenv("CI") == null);
    }

    /** Says nothing. */
    static Progress silent() {
        return new Progress(new PrintStream(java.io.OutputStream.nullOutputStream()), false);
    }

    /**
     * Does something and says so.
     *
     * @param what the thing, as it stands at the start of the line
     * @param work does it; may report what it is at, in a few words, to what it is given
     * @param result what to say at the end of the line
     */
    <T> T step(String what, Function<Consumer<String>, T> work, Function<T, String> result) {
        long began = System.nanoTime();
        news = "";
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        int period = terminal ? 1 : 10;
        ticker.scheduleAtFixedRate(() -> alive(what, seconds(began)), period, period, TimeUnit.SECONDS);
        try {
            T value = work.apply(text -> news = text.isEmpty() ? news : text);
            stop(ticker);
            line(what + ": " + result.apply(value) + " (" + seconds(began) + ")");
            return value;
        } catch (RuntimeException e) {
            stop(ticker);
            line(what + ": did not work (" + seconds(began) + ")");
            throw e;
        }
    }

    /** A line of its own. */
    void line(String text) {
        out.println((terminal ? "\r\033[K" : "") + "  " + text);
        out.flush();
    }

    private void alive(String what, String seconds) {
        String text = "  " + what + " … " + seconds + (news.isEmpty() ? "" : ", " + news);
        if (terminal) {
            out.print("\r\033[K" + text.substring(0, Math.min(text.length(), 100)));
        } else {
            out.println(text);
        }
        out.flush();
    }

    private static void stop(ScheduledExecutorService ticker) {
        ticker.shutdownNow();
        try {
            ticker.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String seconds(long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        return String.format(java.util.Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }
}
