package spotlight.grader.sandbox;

/**
 * What one JVM of a submission may use, besides its heap, which {@code -Xmx} limits.
 *
 * @param cpuSeconds of all its threads together; the kernel ends it then
 * @param tasks      threads and processes together; a JVM alone needs about 30
 * @param megabytes  memory of the whole process; only a control group of systemd can hold it to that
 */
public record Limits(int cpuSeconds, int tasks, int megabytes) {
    /** All at least 1. */
    public Limits {
        if (cpuSeconds < 1 || tasks < 1 || megabytes < 1) {
            throw new IllegalArgumentException("limits: cpuSeconds " + cpuSeconds + ", tasks " + tasks
                    + " and megabytes " + megabytes + " must all be at least 1");
        }
    }
}
