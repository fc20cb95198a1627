package spotlight.grader.batch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import spotlight.grader.Problem;
import spotlight.grader.Worker;

/** Compiles by a {@link CompileServer}, which is replaced when a source has brought it down. Not thread-safe. */
final class Compiler implements AutoCloseable {
    /** A whole submission takes about a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_ALONE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_IN_ALL = Duration.ofMinutes(5);

    private final Supplier<Worker> start;
    private Worker worker;

    /** @param start starts a server */
    Compiler(Supplier<Worker> start) {
        this.start = start;
        this.worker = start.get();
    }

    /** @param sources by the name of the class that each should declare */
    Compilation compile(SortedMap<String, String> sources) throws InterruptedException {
        Optional<Compilation> all = attempt(sources, PATIENCE);
        if (all.isPresent()) {
            return all.get();
        }
        Compilation alone = Compilation.empty();
        SortedMap<String, String> rest = new TreeMap<>(sources);
        long began = System.nanoTime();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            boolean timeLeft = System.nanoTime() - began < PATIENCE_IN_ALL.toNanos();
            Optional<Compilation> one = timeLeft
                    ? attempt(new TreeMap<>(Map.of(source.getKey(), source.getValue())), PATIENCE_ALONE)
                    : Optional.empty();
            if (one.isPresent()) {
                alone.add(one.get());
            } else {
                alone.broken().put(source.getKey(), List.of(crash(source.getKey(), timeLeft)));
                rest.remove(source.getKey());
            }
        }
        Optional<Compilation> together = rest.size() < sources.size() ? attempt(rest, PATIENCE) : Optional.empty();
        if (together.isEmpty()) {
            return alone; // only together do they bring it down
        }
        Compilation result = together.get();
        rest.keySet().forEach(alone.broken()::remove);
        result.broken().putAll(alone.broken());
        return result;
    }

    private static Problem crash(String source, boolean tried) {
        String file = source.substring(source.lastIndexOf('.') + 1) + ".java";
        return new Problem(file, 0, 0, tried
                ? "the compiler gave up on this file: is something nested far too deep, or far too long?"
                : "not compiled: other files of this submission have used up the compiler's time", "");
    }

    private Optional<Compilation> attempt(SortedMap<String, String> sources, Duration patience)
            throws InterruptedException {
        if (sources.isEmpty()) {
            return Optional.of(Compilation.empty());
        }
        Optional<byte[]> answer = Optional.empty();
        try {
            Jvms.awaitStart(worker);
            answer = worker.ask(CompileServer.request(sources), patience);
            return answer.map(Compilation::of);
        } finally {
            if (answer.isEmpty()) {
                worker.kill();
                worker = start.get();
            }
        }
    }

    @Override
    public void close() {
        worker.kill();
    }
}
