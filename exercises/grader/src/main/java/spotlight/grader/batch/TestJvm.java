package spotlight.grader.batch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spotlight.grader.CheckResult;
import spotlight.grader.Status;
import spotlight.grader.Wire;
import spotlight.grader.Worker;

/** One JVM that runs the tests of one submission, until it is spoiled. */
final class TestJvm {
    /**
     * What the tests of one exercise found.
     *
     * @param millis processor time
     */
    record Tested(CheckResult check, long millis) {
        /** Whether the JVM may have been left in a bad state: a thread that still runs, memory or stack used up. */
        boolean spoils() {
            return check.result().methods().stream().anyMatch(method -> method.status() == Status.TIMED_OUT
                    || method.message().startsWith("out of memory")
                    || method.message().startsWith("endless recursion"));
        }
    }

    /**
     * Why there was no answer.
     *
     * @param reason  as the student reads it
     * @param atLimit whether a limit of time ended it, which would end it again
     */
    record Ending(String reason, boolean atLimit) {
    }

    /** SIGXCPU, sent by a system that limits processor time itself. */
    private static final int KILLED_BY_KERNEL = 128 + 24;

    private final Worker worker;
    private final BatchOptions options;
    private final Duration patience;

    TestJvm(Worker worker, BatchOptions options) {
        this.worker = worker;
        this.options = options;
        this.patience = Duration.ofSeconds(10L * Jvms.hardLimit(options) + 60);
    }

    /** Brings it the classes of a submission. @return false if it is gone */
    boolean load(Map<String, byte[]> classes) throws InterruptedException {
        Jvms.awaitStart(worker);
        return worker.ask(TestServer.load(classes), patience).isPresent();
    }

    /** Runs test classes; empty if it hung or died. */
    Optional<Tested> run(List<PlannedTest> tests) throws InterruptedException {
        return worker.ask(TestServer.run(tests), patience).map(bytes -> Wire.read(bytes, in -> {
            long millis = in.readLong();
            return new Tested(Wire.checkResult(Wire.block(in)), millis);
        }));
    }

    /** Why it did not answer. @throws GradingException if it was ended from outside */
    Ending ending() throws InterruptedException {
        Optional<Integer> code = Jvms.checkEnd(worker);
        if (code.isEmpty()) {
            return new Ending("It was ended after " + patience.toSeconds()
                    + " s without an answer: does it wait for something?", true);
        }
        if (code.get() == Deadline.OUT_OF_TIME || code.get() == KILLED_BY_KERNEL) {
            return new Ending("It was ended after " + Jvms.hardLimit(options)
                    + " s of processor time: is there an endless loop?", true);
        }
        return new Ending("It ended the program that tests it: is there a recursion or an array that takes all memory?",
                false);
    }

    void kill() {
        worker.kill();
    }
}
