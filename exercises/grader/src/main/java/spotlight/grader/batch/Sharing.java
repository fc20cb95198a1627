package spotlight.grader.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import spotlight.grader.ClassPath;
import spotlight.grader.Worker;

/**
 * Class data sharing: the classes of JUnit, lib and tests are loaded and linked once, in a rehearsal with the course's
 * solutions, and every JVM that runs a submission maps them into its memory instead of doing that again. It only saves
 * time: where the JVM cannot do it, or the solutions are not there, everything works as well without.
 */
final class Sharing {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Kit kit;
    private final BatchOptions options;
    private final Path archive;

    Sharing(Kit kit, BatchOptions options) {
        this.kit = kit;
        this.options = options;
        this.archive = kit.folder()
                .resolve("shared-" + Runtime.version().toString().replaceAll("[^\\w.+-]", "_") + ".jsa");
    }

    /** Options of a JVM that makes use of it. */
    List<String> use() {
        return isNew() ? List.of() : List.of("-XX:SharedArchiveFile=" + archive);
    }

    /** Whether it has not been rehearsed yet. */
    boolean isNew() {
        return !Files.exists(archive);
    }

    /** Rehearses. @param solutions source folder; it need not exist */
    void prepare(Path solutions) throws InterruptedException {
        Path unfinished = kit.folder().resolve("unfinished-" + ProcessHandle.current().pid() + ".jsa");
        Worker worker = Jvms.tests(kit.folder(), options, Fence.none(),
                List.of("-XX:ArchiveClassesAtExit=" + unfinished));
        try {
            Jvms.awaitStart(worker);
            worker.ask(TestServer.load(classes(solutions)), PATIENCE);
            for (ExercisePlan exercise : kit.exercises()) {
                worker.ask(TestServer.run(exercise.tests()), PATIENCE);
            }
            worker.ask("exit now", PATIENCE);
            worker.exitCode(PATIENCE);
            if (Files.exists(unfinished)) {
                move(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + kit.folder(), e);
        } finally {
            worker.kill();
        }
    }

    private void move(Path unfinished) throws IOException {
        try {
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, archive, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private SortedMap<String, byte[]> classes(Path solutions) throws InterruptedException {
        SortedMap<String, byte[]> classes = new TreeMap<>(kit.ownClasses());
        if (!Files.isDirectory(solutions)) {
            return classes;
        }
        List<Path> classPath = new ArrayList<>(ClassPath.ofStubs());
        try (Compiler compiler = new Compiler(() -> Jvms.compiler(classPath, List.of(), kit.folder()))) {
            Compilation compiled = compiler.compile(KitSources.sources(solutions, ""));
            compiled.classes().values().forEach(classes::putAll);
        }
        return classes;
    }
}
