package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ApartTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CALLS = 2000; // of a kernel in a round
    private static final long LITTLE = 1000; // bytes a call: it takes 100, and 10,000 or more where vectors are objects
    private static final double WARM = 0.7; // seconds until the JIT compiler has taken the caller as a whole
    private static final double LONGEST = 15; // on a busy machine it comes later

    private final float[] x = new float[256];
    private final float[] y = new float[256];

    @Test
    void runsWhatItIsGiven() {
        int[] calls = new int[1];
        Apart.run(() -> calls[0]++);
        assertEquals(1, calls[0]);
        assertEquals(2.5, Apart.get(() -> 2.5));
    }

    @Test
    void failuresPassAsTheyAre() {
        IllegalStateException failure = new IllegalStateException();
        assertSame(failure, assertThrows(IllegalStateException.class, () -> Apart.run(() -> {
            throw failure;
        })));
        assertSame(failure, assertThrows(IllegalStateException.class, () -> Apart.get(() -> {
            throw failure;
        })));
    }

    @Test
    void aKernelMakesNoObjectsOfVectorsHoweverDeepItsCallerIs() {
        Kernels kernels = Kernels.best();
        Arrays.fill(x, 0.5f);
        Runnable gelu = () -> kernels.gelu(x, y);
        settles("called from 2 methods", () -> a9(gelu));
        settles("called from 4 methods", () -> a7(gelu));
        settles("called from 6 methods", () -> a5(gelu));
        settles("called from 8 methods", () -> a3(gelu));
        settles("called from 10 methods", () -> a1(gelu));
    }

    private static void settles(String caller, Runnable kernel) {
        long start = System.nanoTime();
        long bytes = Long.MAX_VALUE;
        double seconds = 0;
        while (seconds < WARM || bytes > LITTLE && seconds < LONGEST) {
            bytes = bytesPerCall(kernel);
            seconds = (System.nanoTime() - start) / 1e9;
        }
        long last = bytes;
        assertTrue(last <= LITTLE, () -> caller + ": " + last + " bytes a call");
    }

    private static long bytesPerCall(Runnable kernel) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            kernel.run();
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS;
    }

    // Methods that do nothing but call: the compiler copies all of them, and what they call, into one.

    private static void a1(Runnable kernel) {
        a2(kernel);
    }

    private static void a2(Runnable kernel) {
        a3(kernel);
    }

    private static void a3(Runnable kernel) {
        a4(kernel);
    }

    private static void a4(Runnable kernel) {
        a5(kernel);
    }

    private static void a5(Runnable kernel) {
        a6(kernel);
    }

    private static void a6(Runnable kernel) {
        a7(kernel);
    }

    private static void a7(Runnable kernel) {
        a8(kernel);
    }

    private static void a8(Runnable kernel) {
        a9(kernel);
    }

    private static void a9(Runnable kernel) {
        kernel.run();
    }
}
