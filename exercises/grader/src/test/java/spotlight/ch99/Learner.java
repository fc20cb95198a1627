package spotlight.ch99;

import java.util.Arrays;

import spotlight.check.NotAttempted;

/** What a learner may have written. */
public final class Learner {
    private static volatile int ends;

    private Learner() {
    }

    public static int untouched() {
        throw new NotAttempted("99.1");
    }

    public static int two() {
        return 2;
    }

    public static int endless() {
        int i = ends;
        while (i == ends) {
            Math.sqrt(2);
        }
        return i;
    }

    public static int recursive(int n) {
        return recursive(n + 1) + 1;
    }

    public static int hungry() {
        long[] more = new long[Integer.MAX_VALUE];
        return more.length;
    }

    public static int outside() {
        int[] scores = {1, 2};
        return scores[two()];
    }

    /** As the Eclipse compiler leaves a method it could not compile. */
    public static int broken() {
        throw new Error("Unresolved compilation problems: \n\tType mismatch: cannot convert from String to int\n"
                + "\ty cannot be resolved to a variable\n");
    }

    /** Ends all that is endless, as no JDK can from 20 on: loops that were left behind made later tests four times slower. */
    public static void end() throws InterruptedException {
        ends++;
        while (Thread.getAllStackTraces().values().stream().flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getMethodName().equals("endless"))) {
            Thread.sleep(1);
        }
    }
}
