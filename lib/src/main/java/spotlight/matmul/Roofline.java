package spotlight.matmul;

import static spotlight.matmul.Lanes.LANES;
import static spotlight.matmul.Lanes.SPECIES;

import java.util.stream.IntStream;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The two limits of a machine, and what they allow: a loop that does {@code x} operations for each byte it reads cannot
 * do more than {@code min(peak, x bandwidth)} (Williams, Waterman and Patterson 2009).
 *
 * @param peak      billions of floating-point operations in a second
 * @param bandwidth billions of bytes in a second
 */
public record Roofline(double peak, double bandwidth) {
    /** Short enough that the compiler, which counts calls, takes the method as a whole soon. */
    private static final int STEPS = 2000;
    /** So often each thread, so that there is more to do than to hand out. */
    private static final int ROUNDS = 100;
    private static final int BYTES_OF_A_FLOAT = 4;

    /** The most operations in a second, in billions, that a loop of this intensity can reach. @param intensity flops/byte */
    public double attainable(double intensity) {
        return Math.min(peak, intensity * bandwidth);
    }

    /** The intensity at which the slope meets the roof: below it the memory limits, above it the arithmetic. */
    public double ridge() {
        return peak / bandwidth;
    }

    /** Measures the peak of this machine's vectors, GFLOP/s on so many threads. @param seconds it may take, about */
    public static double vectorPeak(int threads, double seconds) {
        int chains = FmaChains.COUNTS[FmaChains.COUNTS.length - 1];
        int fewer = FmaChains.COUNTS[FmaChains.COUNTS.length - 2]; // sixteen do not fit into 16 registers
        return Math.max(vectorRate(chains, threads, seconds / 2), vectorRate(fewer, threads, seconds / 2));
    }

    /** GFLOP/s of so many chains of multiply-adds on vectors. */
    public static double vectorRate(int chains, int threads, double seconds) {
        Runnable work = () -> Stopwatch.keep(FmaChains.vectors(chains, STEPS));
        double flops = FmaChains.flops(chains, STEPS);
        return threads == 1
                ? Stopwatch.measure(seconds, work).gigaPerSecond(flops)
                : Stopwatch.measure(seconds, () -> onThreads(threads, work)).gigaPerSecond(threads * ROUNDS * flops);
    }

    /** Measures the peak without vectors, GFLOP/s on one thread. */
    public static double scalarPeak(double seconds) {
        return Stopwatch.measure(seconds, () -> Stopwatch.keep(FmaChains.scalars(STEPS))).gigaPerSecond(16.0 * STEPS);
    }

    /**
     * Measures how many gigabytes a second can be read, over and over, from an array of this size, on one thread.
     *
     * @throws IllegalArgumentException if no array has that size
     */
    public static double bandwidth(long bytes, double seconds) {
        if (bytes < BYTES_OF_A_FLOAT || bytes / BYTES_OF_A_FLOAT > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("bandwidth: " + bytes + " bytes are no array; an array has "
                    + BYTES_OF_A_FLOAT + " to " + (long) BYTES_OF_A_FLOAT * Integer.MAX_VALUE);
        }
        float[] numbers = new float[(int) (bytes / BYTES_OF_A_FLOAT)];
        return Stopwatch.measure(seconds, () -> Stopwatch.keep(sum(numbers))).gigaPerSecond(bytes);
    }

    private static void onThreads(int threads, Runnable work) {
        IntStream.range(0, threads).parallel().forEach(thread -> {
            for (int i = 0; i < ROUNDS; i++) {
                work.run();
            }
        });
    }

    /** Reads all numbers; eight sums, so that no addition waits for another. The order of the last ones is left open. */
    static float sum(float[] x) {
        FloatVector a = FloatVector.zero(SPECIES), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
        int i = 0;
        for (; i <= x.length - 8 * LANES; i += 8 * LANES) {
            a = a.add(FloatVector.fromArray(SPECIES, x, i));
            b = b.add(FloatVector.fromArray(SPECIES, x, i + LANES));
            c = c.add(FloatVector.fromArray(SPECIES, x, i + 2 * LANES));
            d = d.add(FloatVector.fromArray(SPECIES, x, i + 3 * LANES));
            e = e.add(FloatVector.fromArray(SPECIES, x, i + 4 * LANES));
            f = f.add(FloatVector.fromArray(SPECIES, x, i + 5 * LANES));
            g = g.add(FloatVector.fromArray(SPECIES, x, i + 6 * LANES));
            h = h.add(FloatVector.fromArray(SPECIES, x, i + 7 * LANES));
        }
        float rest = 0;
        for (; i < x.length; i++) {
            rest += x[i];
        }
        return a.add(b).add(c.add(d)).add(e.add(f)).add(g.add(h)).reduceLanes(VectorOperators.ADD) + rest;
    }
}
