package spotlight.grader.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import spotlight.grader.ClassPath;
import spotlight.grader.handin.HandIn;
import spotlight.grader.handin.Submission;

/**
 * Grades a class, some submissions at a time, and keeps each result on disk before it goes on. What an earlier run with
 * the same kit, tests and options has graded is not graded again unless it has changed.
 */
public final class Batch {
    private final Path home;
    private final Path out;
    private final BatchOptions options;
    private final Fence fence;
    private final BiFunction<Submission, Set<String>, HandIn> intake;
    private final ResultStore store;

    /**
     * @param home   the course folder, as it was given to the class
     * @param out    where results are kept
     * @param fence  what keeps submissions in
     * @param intake opens a submission: it gets the names of the kit's stubs too
     */
    public Batch(Path home, Path out, BatchOptions options, Fence fence,
            BiFunction<Submission, Set<String>, HandIn> intake) {
        this.home = home;
        this.out = out;
        this.options = options;
        this.fence = fence;
        this.intake = intake;
        this.store = new ResultStore(out);
    }

    /**
     * Grades those of the shard.
     *
     * @param submissions all of the class, whatever the shard
     * @param listener    hears of each
     * @return the results, in the order of id, read from disk one by one
     * @throws GradingException         if this machine or the kit is in the way; results so far are kept
     * @throws IllegalArgumentException if {@code only} names something that is not there
     */
    public Iterable<SubmissionResult> run(List<Submission> submissions, BatchListener listener)
            throws InterruptedException {
        return run(submissions, false, listener);
    }

    /** As {@link #run(List, BatchListener)}. @param fresh whether what has not changed is graded again, too */
    public Iterable<SubmissionResult> run(List<Submission> submissions, boolean fresh, BatchListener listener)
            throws InterruptedException {
        List<Submission> part = options.shard()
                .part(submissions.stream().sorted(Comparator.comparing(Submission::id)).toList());
        try (FileChannel lock = lock()) {
            store.clean();
            store.putAside(submissions.stream().map(Submission::id).toList()).forEach(listener::left);
            if (fresh) {
                store.forget();
            }
            Kit kit = new KitBuilder(home, options, out.resolve(".work"), listener).build();
            kit.chosen(options.only());
            listener.begins(part.size());
            grade(kit, part, listener);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + out, e);
        }
        return store.of(part.stream().map(Submission::id).toList());
    }

    /** Two runs that write into one folder would tidy away what the other is at. */
    private FileChannel lock() throws IOException {
        FileChannel channel = FileChannel.open(Files.createDirectories(out.resolve(".work")).resolve("lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ourselves) {
            // as if another program had it
        }
        if (lock == null) {
            channel.close();
            throw new GradingException(out + " is in use by another ./lab grade",
                    "wait for its end, or give another folder by -o");
        }
        return channel;
    }

    private void grade(Kit kit, List<Submission> part, BatchListener listener) throws InterruptedException {
        Queue<Submission> waiting = new ConcurrentLinkedQueue<>(part);
        Family family = new Family();
        ExecutorService threads = Executors.newFixedThreadPool(options.jobs(), task -> new Thread(task, "grading"));
        Thread hook = new Thread(family::end, "end of the children");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int job = 0; job < Math.min(options.jobs(), part.size()); job++) {
                all.add(threads.submit(() -> {
                    gradeWaiting(kit, family, waiting, listener);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                await(each);
            }
        } finally {
            waiting.clear();
            threads.shutdownNow();
            family.close();
            threads.awaitTermination(1, TimeUnit.MINUTES);
            forget(hook);
        }
    }

    private static void await(Future<?> job) throws InterruptedException {
        try {
            job.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // it is at work at this moment
        }
    }

    private void gradeWaiting(Kit kit, Family family, Queue<Submission> waiting, BatchListener listener)
            throws InterruptedException {
        Optional<SubmissionGrader> grader = Optional.empty();
        try {
            for (Submission next = waiting.poll(); next != null; next = waiting.poll()) {
                HandIn handIn = open(next, kit.stubs());
                String key = new Fingerprint().add(kit.key()).add(handIn.stubs()).add(handIn.remarks()).text();
                Optional<SubmissionResult> before = store.find(next.id(), key);
                if (before.isEmpty() && grader.isEmpty()) {
                    grader = Optional.of(grader(kit, family));
                }
                SubmissionResult result = before.isPresent() ? before.get() : grader.orElseThrow().grade(handIn);
                if (before.isEmpty() || !bare(handIn.submission()).equals(result.submission())) {
                    result = new SubmissionResult(bare(handIn.submission()), result.exercises(), result.remarks());
                    family.check();
                    store.save(result, key);
                }
                synchronized (listener) {
                    listener.graded(result, before.isPresent());
                }
            }
        } finally {
            grader.ifPresent(SubmissionGrader::close);
        }
    }

    /** Without the folders it lies in: where that is on this machine is no part of a result. */
    private static Submission bare(Submission submission) {
        Path name = submission.place().getFileName();
        return new Submission(submission.id(), submission.name(), submission.platform(),
                name == null ? submission.place() : name, submission.handedIn());
    }

    /** What cannot be opened gets no points, and the instructor reads why. */
    private HandIn open(Submission submission, Set<String> stubs) {
        try {
            return intake.apply(submission, stubs);
        } catch (RuntimeException broken) {
            return new HandIn(submission, new TreeMap<>(), List.of("it could not be opened: " + broken));
        }
    }

    private SubmissionGrader grader(Kit kit, Family family) {
        Path stubs = kit.folder().resolve(Kit.STUBS);
        List<Path> classPath = new ArrayList<>(List.of(stubs));
        classPath.addAll(ClassPath.ofStubs());
        Compiler compiler = new Compiler(() -> family.start(() -> Jvms.compiler(classPath,
                List.of(stubs, kit.folder().resolve(Kit.TESTS)), kit.folder())));
        return new SubmissionGrader(kit, options, fence, compiler, () -> new TestJvm(
                family.start(() -> Jvms.tests(kit.folder(), options, fence, new Sharing(kit, options).use())),
                options));
    }
}
