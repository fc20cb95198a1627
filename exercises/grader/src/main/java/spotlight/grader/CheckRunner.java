package spotlight.grader;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import spotlight.grader.SourceCompiler.Compiled;

/**
 * Checks exercises in another JVM, which is kept warm between checks and replaced when a learner's code has spoiled it.
 * Thread-safe; one check at a time.
 */
public final class CheckRunner {
    /** Longer than the time limits of any exercise's tests: only a JVM that is stuck takes this long. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path home;
    private final Duration patience;
    private CompletableFuture<CheckWorker> next;

    /** @param home the course folder */
    public CheckRunner(Path home) {
        this(home, PATIENCE);
    }

    CheckRunner(Path home, Duration patience) {
        this.home = home;
        this.patience = patience;
    }

    /** Starts the other JVM in the background, so that the first check need not wait for it. */
    public synchronized void start() {
        if (next == null) {
            next = CompletableFuture.supplyAsync(() -> new CheckWorker(home));
        }
    }

    /**
     * Compiles an exercise as saved and runs its test.
     *
     * @param number for instance {@code "2.1"}
     * @throws IllegalArgumentException if there is no such exercise
     */
    public synchronized CheckResult check(String number) throws InterruptedException {
        ExerciseFiles files = ExerciseFiles.find(home, number);
        try {
            CheckResult result = Wire.checkResult(ask("check " + files.number()));
            if (result.spoilsTheWorker()) {
                replace();
            }
            return result;
        } catch (NoAnswer ended) {
            return CheckResult.trouble(files.title(), ended.startProblem.orElse("The code of " + files.stubName()
                    + " ended the program that checks it, or left it without an answer: is there a System.exit, or an "
                    + "array that fills the memory?"));
        }
    }

    /** Where an exercise is. */
    public ExerciseFiles files(String number) {
        return ExerciseFiles.find(home, number);
    }

    /** The learner's class files, freshly compiled, or the compiler's problems. */
    public synchronized CompiledStub compile(String number) throws InterruptedException {
        ExerciseFiles files = ExerciseFiles.find(home, number);
        try {
            Compiled compiled = Wire.compiled(ask("compile " + files.number()));
            return new CompiledStub(files, compiled.classes(), compiled.problems());
        } catch (NoAnswer ended) {
            throw new IllegalStateException(ended.startProblem.orElse("The compiler did not answer: try again."));
        }
    }

    /** Ends the other JVM; the next check starts a new one. */
    public synchronized void close() {
        if (next != null) {
            next.thenAccept(CheckWorker::kill);
            next = null;
        }
    }

    private byte[] ask(String request) throws InterruptedException, NoAnswer {
        start();
        CheckWorker worker = next.join();
        Optional<byte[]> answer = Optional.empty();
        try {
            answer = worker.ask(request, patience);
            if (answer.isEmpty()) {
                throw new NoAnswer(worker.failedToStart()
                        .map(why -> "The program that checks exercises did not start:\n" + why));
            }
            return answer.get();
        } finally {
            if (answer.isEmpty()) {
                replace();
            }
        }
    }

    private static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Optional<String> startProblem;

        NoAnswer(Optional<String> startProblem) {
            this.startProblem = startProblem;
        }
    }

    private void replace() {
        close();
        start();
    }

    /**
     * A stub as compiled.
     *
     * @param classes  class files by class name; empty when there are problems
     * @param problems errors of the compiler
     */
    public record CompiledStub(ExerciseFiles files, Map<String, byte[]> classes, List<Problem> problems) {
    }
}
