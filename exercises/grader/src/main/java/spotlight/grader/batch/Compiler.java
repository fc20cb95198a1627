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
    /** The server ends itself when it has computed for long enough: this is for one that does not even compute. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** How many sources of a submission may bring a compiler down before the others are left alone. */
    private static final int MOST_CRASHES = 5;

    private final Supplier<Worker> start;
    private Worker worker;

    /** @param start starts a server */
    Compiler(Supplier<Worker> start) {
        this.start = start;
        this.worker = start.get();
    }

    /** @param sources by the name of the class that each should declare */
    Compilation compile(SortedMap<String, String> sources) throws InterruptedException {
        Optional<Compilation> all = attempt(sources);
        if (all.isPresent()) {
            return all.get();
        }
        Compilation alone = Compilation.empty();
        SortedMap<String, String> rest = new TreeMap<>(sources);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            boolean tried = sources.size() - rest.size() < MOST_CRASHES;
            Optional<Compilation> one = tried
                    ? attempt(new TreeMap<>(Map.of(source.getKey(), source.getValue())))
                    : Optional.empty();
            if (one.isPresent()) {
                alone.add(one.get());
            } else {
                alone.broken().put(source.getKey(), List.of(crash(source.getKey(), tried)));
                rest.remove(source.getKey());
            }
        }
        Optional<Compilation> together = attempt(rest); // also when nobody was to blame: it may have been the machine
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
                : "not compiled: too many files of this submission bring the compiler down", "");
    }

    private Optional<Compilation> attempt(SortedMap<String, String> sources) throws InterruptedException {
        if (sources.isEmpty()) {
            return Optional.of(Compilation.empty());
        }
        Optional<byte[]> answer = Optional.empty();
        try {
            Jvms.awaitStart(worker);
            answer = worker.ask(CompileServer.request(sources), PATIENCE);
            return answer.map(Compilation::of);
        } finally {
            if (answer.isEmpty()) {
                Jvms.checkEnd(worker);
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
