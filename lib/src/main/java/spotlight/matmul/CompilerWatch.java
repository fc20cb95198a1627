package spotlight.matmul;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/**
 * Notices whether HotSpot's compiler is at work: by the processor time that this program has used, but not the thread
 * that asks. Work with threads of its own looks the same.
 */
final class CompilerWatch {
    /** Looking more often would be in vain: systems count processor time in hundredths of a second. */
    private static final double PERIOD = 0.1;
    /** Share of a processor from which on somebody else is at work. */
    private static final double BUSY = 0.15;

    private long lookedAt = System.nanoTime();
    private double used = usedByOthers();

    /** Whether it has worked in the last tenth of a second; false in between. */
    boolean hasWorked() {
        long now = System.nanoTime();
        double period = (now - lookedAt) / 1e9;
        if (period < PERIOD) {
            return false;
        }
        double before = used;
        lookedAt = now;
        used = usedByOthers();
        return used - before > BUSY * period;
    }

    /** In seconds. */
    private static double usedByOthers() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return (system.getProcessCpuTime() - ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()) / 1e9;
    }
}
