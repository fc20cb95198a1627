package spotlight.lab;

import java.io.PrintStream;
import java.util.Locale;
import spotlight.grader.batch.BatchListener;
import spotlight.grader.batch.SubmissionResult;

/** One line that says how far the grading is, how fast it goes and how long it will take. */
final class GradeProgress implements BatchListener {
    private static final long SECOND = 1_000_000_000L;

    private final PrintStream out;
    private final boolean rewritable;
    private long began;
    private long told;
    private int total;
    private int graded;
    private int fromBefore;

    /** @param rewritable whether the line can be written over */
    GradeProgress(PrintStream out, boolean rewritable) {
        this.out = out;
        this.rewritable = rewritable;
    }

    @Override
    public synchronized void prepares(String what) {
        line(what + " …", false);
    }

    @Override
    public synchronized void begins(int submissions) {
        began = System.nanoTime();
        told = began;
        total = submissions;
    }

    @Override
    public synchronized void left(String id) {
        remark(id + " is no longer among the submissions; the result is kept in results/left");
    }

    @Override
    public synchronized void graded(SubmissionResult result, boolean before) {
        fromBefore += before ? 1 : 0;
        graded += before ? 0 : 1;
        long now = System.nanoTime();
        if (now - told > (rewritable ? 1 : 30) * SECOND) {
            told = now;
            line(text(graded, fromBefore, total, (now - began) / 1e9), false);
        }
    }

    /** Something to look at, in a line of its own. */
    synchronized void remark(String text) {
        line("note: " + text, true);
    }

    /** The last word. */
    synchronized void ends() {
        double seconds = (System.nanoTime() - began) / 1e9;
        line(String.format(Locale.ROOT, "%s graded in %.0f s%s%s", GradeSummary.count(graded, "submission"), seconds,
                graded == 0 ? "" : String.format(Locale.ROOT, ", %.0f a minute", graded * 60 / seconds),
                fromBefore == 0 ? "" : "; " + fromBefore + " had been graded before"), true);
    }

    /** Takes the last line away where that can be done. */
    synchronized void done() {
        if (rewritable) {
            out.print("\r\033[K");
            out.flush();
        }
    }

    static String text(int graded, int fromBefore, int total, double seconds) {
        int done = graded + fromBefore;
        String text = done + " of " + total + " submissions";
        if (graded > 0) {
            text += String.format(Locale.ROOT, ", %.0f a minute, %s left", graded * 60 / seconds,
                    duration((total - done) * seconds / graded));
        }
        return text;
    }

    private static String duration(double seconds) {
        return seconds < 90
                ? Math.round(seconds) + " s"
                : seconds < 5400 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 360) / 10.0 + " h";
    }

    private void line(String text, boolean last) {
        if (rewritable) {
            out.print("\r\033[K  " + text + (last ? System.lineSeparator() : ""));
        } else {
            out.println("  " + text);
        }
        out.flush();
    }
}
