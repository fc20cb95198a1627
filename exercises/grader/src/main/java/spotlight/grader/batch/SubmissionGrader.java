package spotlight.grader.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import spotlight.grader.ExerciseResult;
import spotlight.grader.MethodResult;
import spotlight.grader.Problem;
import spotlight.grader.Status;
import spotlight.grader.batch.ExerciseOutcome.Kind;
import spotlight.grader.handin.HandIn;

/**
 * Grades one submission after the other: what was changed is compiled, looked through and run, exercise by exercise, in
 * a JVM that no other submission sees. Not thread-safe.
 */
final class SubmissionGrader implements AutoCloseable {
    private static final int LONGEST_TITLE = 300;

    private final Kit kit;
    private final BatchOptions options;
    private final Fence fence;
    private final Compiler compiler;
    private final Supplier<TestJvm> start;
    private final SortedMap<String, byte[]> own;
    private TestJvm spare;
    private Optional<TestJvm> current = Optional.empty();
    private long millisLeft;

    /** @param start starts a JVM for tests */
    SubmissionGrader(Kit kit, BatchOptions options, Fence fence, Compiler compiler, Supplier<TestJvm> start) {
        this.kit = kit;
        this.options = options;
        this.fence = fence;
        this.compiler = compiler;
        this.start = start;
        this.own = kit.ownClasses();
        this.spare = start.get();
    }

    /** Grades it. @throws GradingException if this machine does not let it be graded */
    SubmissionResult grade(HandIn handIn) throws InterruptedException {
        SortedMap<String, String> changed = new TreeMap<>();
        for (ExercisePlan exercise : kit.exercises()) {
            String source = handIn.stubs().get(exercise.stub());
            if (source != null && !exercise.isUntouched(source)) {
                changed.put(exercise.stub(), source);
            }
        }
        Compilation compiled = changed.isEmpty() ? Compilation.empty() : compiler.compile(changed);
        SortedMap<String, List<Problem>> refused = new TreeMap<>(compiled.refused());
        SortedMap<String, byte[]> classes = allowed(compiled, changed, refused);
        millisLeft = options.minutes() * 60_000L;
        List<ExerciseOutcome> outcomes = new ArrayList<>();
        try {
            for (ExercisePlan exercise : kit.chosen(options.only())) {
                String stub = exercise.stub();
                outcomes.add(!changed.containsKey(stub)
                        ? nothing(exercise, Kind.UNTOUCHED, "", List.of())
                        : compiled.broken().containsKey(stub)
                                ? nothing(exercise, Kind.DOES_NOT_COMPILE, exercise.file() + " does not compile.",
                                        compiled.broken().get(stub))
                                : refused.containsKey(stub)
                                        ? nothing(exercise, Kind.NOT_ALLOWED, exercise.file()
                                                + " uses what an exercise may not use; nothing of it was run.",
                                                refused.get(stub))
                                        : run(exercise, classes));
            }
        } finally {
            discard();
        }
        return new SubmissionResult(handIn.submission(), outcomes, handIn.remarks());
    }

    private SortedMap<String, byte[]> allowed(Compilation compiled, Map<String, String> sources,
            Map<String, List<Problem>> refused) {
        SortedMap<String, byte[]> allowed = new TreeMap<>(own);
        compiled.classes().forEach((stub, files) -> {
            List<Problem> problems = fence.check(files, sources);
            if (problems.isEmpty()) {
                allowed.keySet().removeIf(name -> name.equals(stub) || name.startsWith(stub + "$"));
                allowed.putAll(files);
            } else {
                refused.put(stub, problems.stream().map(CompileServer::cut).toList());
            }
        });
        return allowed;
    }

    /** Once more if the JVM died by itself: the machine may have been the reason, and the same input gets the same grade. */
    private ExerciseOutcome run(ExercisePlan exercise, Map<String, byte[]> classes) throws InterruptedException {
        if (millisLeft <= 0) {
            return nothing(exercise, Kind.NOT_RUN, "Not run: the exercises before it have used up the "
                    + options.minutes() + " minutes of this submission.", List.of());
        }
        String reason = "";
        for (int attempt = 0; attempt < 2; attempt++) {
            TestJvm jvm = jvm(classes);
            Optional<TestJvm.Tested> tested = jvm.run(exercise.tests());
            if (tested.isPresent()) {
                millisLeft -= tested.get().millis();
                if (tested.get().spoils()) {
                    discard();
                }
                return outcome(exercise, tested.get());
            }
            TestJvm.Ending ending = jvm.ending();
            reason = ending.reason();
            discard();
            if (ending.atLimit()) {
                millisLeft -= Jvms.hardLimit(options) * 1000L;
                break;
            }
        }
        return nothing(exercise, Kind.ENDED, reason, List.of());
    }

    private ExerciseOutcome outcome(ExercisePlan exercise, TestJvm.Tested tested) {
        ExerciseResult result = exercise.checked(tested.check().result());
        String printed = tested.check().printed().replaceFirst("\n… and \\d+ more bytes\n$", "\n… and more\n");
        Optional<MethodResult> hung = result.methods().stream().filter(one -> one.status() == Status.TIMED_OUT)
                .findFirst();
        return new ExerciseOutcome(result, hung.isPresent() ? Kind.ENDED : Kind.GRADED,
                hung.map(one -> Text.cut(one.message(), LONGEST_TITLE)).orElse(""), List.of(), printed);
    }

    private static ExerciseOutcome nothing(ExercisePlan exercise, Kind kind, String reason, List<Problem> problems) {
        return new ExerciseOutcome(exercise.nothing(), kind, reason, problems, "");
    }

    private TestJvm jvm(Map<String, byte[]> classes) throws InterruptedException {
        for (int attempt = 0; current.isEmpty(); attempt++) {
            TestJvm next = spare;
            spare = start.get();
            if (next.load(classes)) {
                current = Optional.of(next);
            } else {
                next.kill();
                if (attempt == 2) {
                    throw new GradingException("a JVM that should run tests ended three times",
                            "./lab doctor checks this machine; is there enough memory for --jobs of them?");
                }
            }
        }
        return current.get();
    }

    private void discard() {
        current.ifPresent(TestJvm::kill);
        current = Optional.empty();
    }

    @Override
    public void close() {
        discard();
        compiler.close();
        spare.kill();
    }
}
