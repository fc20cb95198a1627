package spotlight.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** The JVM's own counter of allocated bytes. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {
    }

    /** What all living threads have allocated on the heap since they began. */
    static long bytes() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }

    /** What a computation allocates on a thread that never ran it before, and so has none of its scratch arrays yet. */
    static long ofFreshThread(Runnable computation) {
        long[] bytes = new long[1];
        Thread thread = new Thread(() -> {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            computation.run();
            bytes[0] = THREADS.getCurrentThreadAllocatedBytes() - before;
        });
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return bytes[0];
    }
}
