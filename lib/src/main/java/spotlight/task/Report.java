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
        return new Report() {
            @Override
            public void line(String text) {
            }

            @Override
            public void progress(String stage, Progress progress) {
            }
        };
    }

    /** Line by line. */
    static Report to(PrintStream out) {
        return new Report() {
            @Override
            public void line(String text) {
                out.println(text);
            }

            @Override
            public void progress(String stage, Progress progress) {
                out.println(stage + ": " + progress);
            }
        };
    }
}
