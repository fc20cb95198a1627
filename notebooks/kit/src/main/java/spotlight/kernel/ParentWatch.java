package spotlight.kernel;

import java.util.Optional;

/** Ends the kernel when the Jupyter that started it is gone, however it went. */
final class ParentWatch {
    private static final long EVERY_MS = 1000;

    private ParentWatch() {
    }

    /**
     * @param parentPid what Jupyter says its process id is, null when it does not; on Windows it is another kind of
     * number
     */
    static void start(String parentPid) {
        if (parentPid == null || System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        long pid = Long.parseLong(parentPid.strip());
        boolean child = pid == currentParent();
        Survivor.thread(() -> watch(pid, child), "kernel-parent-watch").start();
    }

    private static void watch(long pid, boolean child) {
        while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && (!child || pid == currentParent())) {
            try {
                Thread.sleep(EVERY_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
        Runtime.getRuntime().halt(1);
    }

    private static long currentParent() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        return parent.map(ProcessHandle::pid).orElse(0L);
    }
}
