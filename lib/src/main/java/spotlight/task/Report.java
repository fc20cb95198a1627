package spotlight.task;

import java.io.PrintStream;
import spotlight.train.Progress;

/** Who hears how a training goes. */
public interface Report {

    /** A line about something that was done. */
    void line(String text);

    /** How far a stage has come: after its first step, once a second, and after its last. */
    void progress(String stage, Progress progress);

    /** Nobody. */
    static Report silent() {
        return new Lines(new PrintStream(PrintStream.nullOutputStream()), false);
    }

    /** Line after line, for a file. */
    static Report lines(PrintStream out) {
        return new Lines(out, false);
    }

    /** Progress in one line that is written over, for a terminal or a notebook. */
    static Report rewriting(PrintStream out) {
        return new Lines(out, true);
    }

    /** Both of them. */
    final class Lines implements Report {
        private final PrintStream out;
        private final boolean rewriting;
        private int shown; // how many characters of a line that may be written over

        private Lines(PrintStream out, boolean rewriting) {
            this.out = out;
            this.rewriting = rewriting;
        }

        @Override
        public synchronized void line(String text) {
            print(text, true);
        }

        @Override
        public synchronized void progress(String stage, Progress progress) {
            print(stage + ": " + progress, !rewriting || progress.step() == progress.steps());
        }

        /** Blanks, not a control sequence, wipe what is left of a longer line: notebooks understand them, too. */
        private void print(String text, boolean last) {
            out.print((shown > 0 ? "\r" : "") + text + " ".repeat(Math.max(0, shown - text.length())));
            shown = last ? 0 : text.length();
            if (last) {
                out.println();
            }
            out.flush();
        }
    }
}
