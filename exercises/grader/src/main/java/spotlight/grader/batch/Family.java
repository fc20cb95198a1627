package spotlight.grader.batch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import spotlight.grader.Worker;

/** The JVMs that run for this program now: none of them outlives it. */
final class Family {
    private static final Set<Worker> ALIVE = ConcurrentHashMap.newKeySet();
    private static volatile boolean ended;

    private Family() {
    }

    static Worker add(Worker worker) {
        ALIVE.add(worker);
        worker.handle().onExit().thenRun(() -> ALIVE.remove(worker));
        if (ended) {
            worker.kill();
        }
        return worker;
    }

    /** Ends them all, at once, and those that are still to come. */
    static void end() {
        ended = true;
        ALIVE.forEach(Worker::kill);
    }
}
