package spotlight.grader.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spotlight.grader.CheckResult;
import spotlight.grader.ExerciseResult;
import spotlight.grader.ExerciseRun;
import spotlight.grader.MethodResult;
import spotlight.grader.Printed;
import spotlight.grader.Requests;
import spotlight.grader.Wire;

/**
 * The program that runs the tests of one submission, and nothing of another. Its class path holds the tests; {@code load}
 * brings the stubs' classes, {@code run} brings the {@link PlannedTest}s of one exercise, {@code plan} lists the methods of
 * test classes, {@code record} what JUnit would do with one, and {@code exit} ends it in good order.
 */
public final class TestServer {
    private static final int LONGEST_MESSAGE = 2_000;

    private Optional<ExerciseRun> run = Optional.empty();
    private final Deadline deadline;
    private final Defining defining;

    private TestServer(Deadline deadline, Defining defining) {
        this.deadline = deadline;
        this.defining = defining;
    }

    /** Answers requests. @param args seconds of processor time for one exercise, and a list of the tests */
    public static void main(String[] args) throws IOException, InterruptedException {
        Requests requests = Requests.open();
        TestServer server = new TestServer(new Deadline(Integer.parseInt(args[0])),
                new Defining(Files.readAllLines(Path.of(args[1])).stream().map(line -> line.replaceFirst("=.*", ""))
                        .toList()));
        while (true) {
            Requests.Request request = requests.next();
            requests.answer(request, server.answer(request.text()));
        }
    }

    private byte[] answer(String request) {
        int space = request.indexOf(' ');
        String what = request.substring(space + 1);
        switch (request.substring(0, space)) {
            case "load" :
                defining.define(Wire.read(Base64.getDecoder().decode(what), in -> Compilation.map(in, Wire::block)));
                return new byte[0];
            case "exit" :
                System.exit(0);
                return new byte[0];
            case "plan" :
                return Wire.bytes(new CheckResult(List.of(), plan(what), "", "", List.of()));
            case "record" :
                return Wire.write(out -> PlannedTest.write(out, new PlannedTest(what, junit().record(classOf(what)))));
            default :
                return timed(what);
        }
    }

    /** A request that brings classes. */
    static String load(Map<String, byte[]> classes) {
        return "load " + Base64.getEncoder()
                .encodeToString(Wire.write(out -> Compilation.map(out, classes, Wire::block)));
    }

    /** A request that runs the tests of one exercise. */
    static String run(List<PlannedTest> tests) {
        return "run " + Base64.getEncoder()
                .encodeToString(Wire.write(out -> Wire.list(out, tests, PlannedTest::write)));
    }

    private byte[] timed(String request) {
        List<PlannedTest> tests = Wire.read(Base64.getDecoder().decode(request),
                in -> Wire.list(in, PlannedTest::read));
        deadline.start();
        CheckResult result = runAll(tests);
        long millis = deadline.stop();
        return Wire.write(out -> {
            out.writeLong(millis);
            Wire.block(out, Wire.bytes(result));
        });
    }

    private ExerciseResult plan(String tests) {
        List<ExerciseResult> results = new ArrayList<>();
        for (String test : tests.split(",")) {
            results.addAll(junit().plan(classOf(test)));
        }
        return together(results);
    }

    private CheckResult runAll(List<PlannedTest> tests) {
        try (Printed printed = Printed.capture()) {
            List<ExerciseResult> results = new ArrayList<>();
            for (PlannedTest test : tests) {
                Class<?> loaded = classOf(test.name());
                results.addAll(test.script().map(script -> List.of(ExerciseRun.replay(loaded, script)))
                        .orElseGet(() -> junit().run(loaded)));
            }
            return new CheckResult(List.of(), cut(together(results)), printed.text(), "", List.of());
        }
    }

    /** Started only for what needs it. */
    private ExerciseRun junit() {
        run = run.or(() -> Optional.of(new ExerciseRun()));
        return run.get();
    }

    private static Class<?> classOf(String test) {
        try {
            return Class.forName(test, false, TestServer.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ExerciseResult together(List<ExerciseResult> results) {
        List<MethodResult> methods = new ArrayList<>();
        results.forEach(result -> methods.addAll(result.methods()));
        return new ExerciseResult(results.isEmpty() ? "" : results.get(0).title(), methods);
    }

    private static ExerciseResult cut(ExerciseResult result) {
        return new ExerciseResult(result.title(), result.methods().stream().map(one -> new MethodResult(one.name(),
                one.max(), one.status(), Text.cut(one.message(), LONGEST_MESSAGE), one.hint())).toList());
    }
}
