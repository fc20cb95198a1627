package spotlight.grader.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import spotlight.grader.ClassPath;
import spotlight.grader.ExerciseNumber;
import spotlight.grader.ExerciseResult;
import spotlight.grader.MethodResult;
import spotlight.grader.SourceOrder;
import spotlight.grader.Wire;
import spotlight.grader.Worker;

/** Compiles what everybody is graded with, or finds it where an earlier run has left it. */
final class KitBuilder {
    private static final String PLAN = "plan";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BatchOptions options;
    private final Path home;
    private final Path work;
    private final BatchListener listener;
    private final KitSources sources;
    private final String key;

    /**
     * @param home the course folder
     * @param work where the class files are kept
     */
    KitBuilder(Path home, BatchOptions options, Path work, BatchListener listener) {
        this.options = options;
        this.listener = listener;
        this.home = home;
        this.work = work;
        this.sources = KitSources.read(home, options.tests());
        Fingerprint print = new Fingerprint().add(options.print()).add(sources.stubs()).add(sources.tests());
        ClassPath.ofTests().forEach(print::add);
        this.key = print.text();
    }

    /** @throws GradingException if the kit or the instructor's tests do not compile */
    Kit build() throws InterruptedException {
        Path folder = work.resolve("kit-" + key);
        try {
            if (!Files.exists(folder.resolve(PLAN))) {
                Files.createDirectories(work);
                forgetOthers(folder);
                listener.prepares("compiling the stubs and tests of the course");
                Path unfinished = Files.createTempDirectory(work, "unfinished-");
                compile(unfinished);
                move(unfinished, folder);
            }
            Kit kit = new Kit(folder, key, Wire.read(Files.readAllBytes(folder.resolve(PLAN)),
                    in -> Wire.list(in, from -> new ExercisePlan(Wire.text(from), Wire.text(from),
                            Wire.list(from, PlannedTest::read),
                            Wire.result(from)))));
            Sharing sharing = new Sharing(kit, options);
            if (sharing.isNew()) {
                listener.prepares("rehearsing with the solutions, so that each submission starts sooner");
                sharing.prepare(home.resolve("solutions/src/main/java"));
            }
            return kit;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + work + ": " + e.getMessage(), e);
        }
    }

    private void compile(Path folder) throws IOException, InterruptedException {
        Path stubs = folder.resolve(Kit.STUBS);
        write(compiled("the kit's stubs", sources.stubs(), ClassPath.ofStubs(), folder), stubs);
        List<Path> classPath = new ArrayList<>(List.of(stubs));
        classPath.addAll(ClassPath.ofTests());
        write(compiled("the tests", sources.tests(), classPath, folder), folder.resolve(Kit.TESTS));
        List<Path> folders = new ArrayList<>(List.of(folder.resolve(Kit.TESTS)));
        ClassPath.ofTests().stream().filter(Files::isDirectory).forEach(folders::add);
        Jar.write(folder.resolve(Kit.JAR), folders);
        List<String> order = sources.tests().entrySet().stream()
                .map(each -> each.getKey() + "=" + String.join(",", SourceOrder.of(each.getValue()))).toList();
        Files.write(folder.resolve(Kit.ORDER), order);
        Files.write(folder.resolve(PLAN), plan(folder));
    }

    private static Compilation compiled(String what, SortedMap<String, String> texts, List<Path> classPath,
            Path folder) throws InterruptedException {
        try (Compiler compiler = new Compiler(() -> Jvms.compiler(classPath, List.of(), folder))) {
            Compilation compiled = compiler.compile(texts);
            compiled.broken().values().stream().findFirst().ifPresent(problems -> {
                throw new GradingException(what + " do not compile: " + problems.get(0).text().lines().findFirst()
                        .orElse(""), "mend that file; git status shows what of the kit has changed");
            });
            compiled.refused().values().stream().findFirst().ifPresent(problems -> {
                throw new GradingException(problems.get(0).file() + ": " + problems.get(0).message(),
                        "a test file declares the class it is named after, and its helpers inside it");
            });
            return compiled;
        }
    }

    private static void write(Compilation compiled, Path folder) throws IOException {
        for (Map<String, byte[]> files : compiled.classes().values()) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey().replace('.', '/') + ".class");
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
        Files.createDirectories(folder);
    }

    private byte[] plan(Path folder) throws InterruptedException {
        Worker worker = Jvms.tests(folder, options, Fence.none(), List.of());
        try {
            Jvms.awaitStart(worker);
            worker.ask(TestServer.load(Kit.classesIn(folder.resolve(Kit.STUBS))), PATIENCE);
            List<ExercisePlan> plans = new ArrayList<>();
            for (Map.Entry<String, List<String>> each : sources.testsOf().entrySet()) {
                byte[] answer = worker.ask("plan " + String.join(",", each.getValue()), PATIENCE)
                        .orElseThrow(() -> new GradingException("the tests of " + each.getKey() + " cannot be listed",
                                "run them once: mvn -q test -pl exercises -am"));
                ExerciseResult nothing = Wire.checkResult(answer).result();
                if (nothing.max() == 0) {
                    throw new GradingException(each.getValue().get(0) + " has no test that is worth a point",
                            "give its methods @Points");
                }
                plans.add(new ExercisePlan(each.getKey(), sources.stubs().get(each.getKey()),
                        recorded(worker, each.getValue()),
                        options.exam() ? withoutHints(nothing) : nothing));
            }
            plans.sort(Comparator.comparing(plan -> ExerciseNumber.of(plan.nothing().title())));
            return bytes(plans);
        } finally {
            worker.kill();
        }
    }

    private static List<PlannedTest> recorded(Worker worker, List<String> tests) throws InterruptedException {
        List<PlannedTest> planned = new ArrayList<>();
        for (String test : tests) {
            planned.add(worker.ask("record " + test, PATIENCE).map(bytes -> Wire.read(bytes, PlannedTest::read))
                    .orElse(new PlannedTest(test, Optional.empty())));
        }
        return planned;
    }

    private static ExerciseResult withoutHints(ExerciseResult result) {
        return new ExerciseResult(result.title(), result.methods().stream()
                .map(one -> new MethodResult(one.name(), one.max(), one.status(), one.message(), "")).toList());
    }

    private static byte[] bytes(List<ExercisePlan> plans) {
        return Wire.write(out -> Wire.list(out, plans, (to, plan) -> {
            Wire.text(to, plan.stub());
            Wire.text(to, plan.source());
            Wire.list(to, plan.tests(), PlannedTest::write);
            Wire.result(to, plan.nothing());
        }));
    }

    /** What another kit or other options have left is not needed again. */
    private void forgetOthers(Path kept) throws IOException {
        try (Stream<Path> all = Files.list(work)) {
            for (Path each : all.filter(one -> !one.equals(kept)).toList()) {
                String name = each.getFileName().toString();
                if (name.startsWith("kit-") || name.startsWith("unfinished-")) {
                    delete(each);
                }
            }
        }
    }

    private static void move(Path unfinished, Path folder) throws IOException {
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
