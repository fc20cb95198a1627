package spotlight.grader;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /** {@code "OneWeight.weight"}, the learner's method that the test has called: always the same for the same loop. */
    static Optional<String> outermost(StackTraceElement[] trace) {
        return Arrays.stream(trace).filter(LearnerFrame::isLearners).reduce((inner, outer) -> outer)
                .map(frame -> frame.getClassName().replaceFirst(".*\\.", "").replace('$', '.') + '.'
                        + frame.getMethodName().replace("<init>", "new").replace("<clinit>", "static"));
    }

    /** The line that a recursion goes through again and again, as {@link #find}; of several the first in the file. */
    static Optional<String> mostFrequent(StackTraceElement[] trace) {
        Map<String, Long> counts = Arrays.stream(trace).filter(LearnerFrame::isLearners)
                .collect(Collectors.groupingBy(LearnerFrame::text, TreeMap::new, Collectors.counting()));
        long most = counts.values().stream().mapToLong(count -> count).max().orElse(0);
        return counts.entrySet().stream().filter(entry -> entry.getValue() >= most - 1)
                .map(Map.Entry::getKey).findFirst();
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
