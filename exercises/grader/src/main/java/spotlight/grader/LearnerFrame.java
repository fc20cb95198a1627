package spotlight.grader;

import java.util.Arrays;
import java.util.Optional;

/** Finds the learner's line in a stack trace: the topmost frame in a chapter's package that is not a test's. */
final class LearnerFrame {
    private LearnerFrame() {
    }

    /** {@code "OneWeight.java:31"}, or empty when no frame is the learner's. */
    static Optional<String> find(StackTraceElement[] trace) {
        return Arrays.stream(trace).filter(LearnerFrame::isLearners).findFirst().map(LearnerFrame::text);
    }

    static Optional<String> find(Throwable thrown) {
        return find(thrown.getStackTrace());
    }

    static boolean isLearners(StackTraceElement frame) {
        return isChapter(frame) && !isTest(frame);
    }

    static boolean isChapter(StackTraceElement frame) {
        return frame.getClassName().matches("spotlight\\.ch\\d\\d\\..*");
    }

    private static boolean isTest(StackTraceElement frame) {
        return frame.getClassName().matches(".*Test(\\$.*)?");
    }

    static String text(StackTraceElement frame) {
        return frame.getFileName() + ":" + frame.getLineNumber();
    }
}
