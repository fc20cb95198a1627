package spotlight.matmul;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures how long a piece of work takes: many short samples after a warm-up, because the first calls run in the
 * interpreter, and because other programs only ever make a sample longer. What the work computes must end up somewhere,
 * in an array or by {@link #keep}, or the compiler leaves it out.
 */
public final class Stopwatch {
    private static final double SHORTEST_SAMPLE = 200e-6;
    private static final int FEWEST_SAMPLES = 3;
    private static final double CLEARLY = 0.8;
    private static final double MOST_PATIENCE = 5;
    private static volatile float kept;

    private Stopwatch() {
    }

    /**
     * What was measured.
     *
     * @param seconds of one call, a number for each sample
     */
    public record Times(double[] seconds) {
        /** The quickest sample: what the machine can do when nobody disturbs it. */
        public double best() {
            return Arrays.stream(seconds).min().orElseThrow();
        }

        /** The sample in the middle: what a call takes usually. */
        public double median() {
            double[] sorted = seconds.clone();
            Arrays.sort(sorted);
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        /** Billions of operations in a second, by the quickest sample. @param operations of one call */
        public double gigaPerSecond(double operations) {
            return operations / best() / 1e9;
        }
    }

    /**
     * Measures until, for so many seconds, neither the times have fallen clearly nor the compiler has worked: what came
     * before was warm-up. It gives up waiting after five times as long. A sample of very short work is many calls.
     */
    public static Times measure(double seconds, Runnable work) {
        List<Double> samples = new ArrayList<>();
        CompilerWatch compiler = new CompilerWatch();
        long begin = System.nanoTime();
        double best = Double.POSITIVE_INFINITY;
        double warmUp = 0;
        int calls = 1;
        while (samples.size() < FEWEST_SAMPLES
                || since(begin) < Math.min(MOST_PATIENCE * seconds, warmUp + seconds)) {
            double sample = sample(calls, work);
            boolean fell = sample < CLEARLY * best;
            if (fell) {
                samples.clear();
            }
            if (compiler.hasWorked() || fell) {
                warmUp = since(begin);
            }
            best = Math.min(best, sample);
            samples.add(sample);
            calls = sample * calls < SHORTEST_SAMPLE ? 2 * calls : calls;
        }
        return new Times(samples.stream().mapToDouble(each -> each).toArray());
    }

    /** Times of the very first calls, in order, without any warm-up. */
    public static Times firstCalls(int count, Runnable work) {
        double[] seconds = new double[count];
        for (int i = 0; i < count; i++) {
            seconds[i] = sample(1, work);
        }
        return new Times(seconds);
    }

    /**
     * How many times as fast the work is as the baseline, by the quickest samples. Both take turns, so that a busy
     * machine slows both.
     *
     * @param seconds for all of it, less when the compiler is done soon; at least one sample of each
     * @return NaN if the compiler was still at work in the end: then a number would say nothing
     */
    public static double speedup(double seconds, Runnable baseline, Runnable work) {
        CompilerWatch compiler = new CompilerWatch();
        long begin = System.nanoTime();
        double slow = Double.POSITIVE_INFINITY;
        double fast = Double.POSITIVE_INFINITY;
        double warmUp = 0;
        double now;
        do {
            slow = Math.min(slow, sample(1, baseline));
            double sample = sample(1, work);
            now = since(begin);
            if (compiler.hasWorked() || sample < CLEARLY * fast) {
                warmUp = now;
            }
            fast = Math.min(fast, sample);
        } while (now < Math.min(seconds, warmUp + seconds / 2));
        return now - warmUp < seconds / 8 ? Double.NaN : slow / fast;
    }

    /** Takes a result, so that the compiler cannot leave out the work behind it. */
    public static void keep(float result) {
        kept = result;
    }

    /** What was handed over last. */
    static float kept() {
        return kept;
    }

    /** Seconds of one call, by so many calls. */
    private static double sample(int calls, Runnable work) {
        long begin = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            work.run();
        }
        return since(begin) / calls;
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
