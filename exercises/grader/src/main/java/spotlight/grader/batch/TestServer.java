package spotlight.grader.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import spotlight.grader.CheckResult;
import spotlight.grader.ExerciseResult;
import spotlight.grader.ExerciseRun;
import spotlight.grader.IsolatedLoader;
import spotlight.grader.MethodResult;
import spotlight.grader.Printed;
import spotlight.grader.Requests;
import spotlight.grader.Wire;

/**
 * The program that runs the tests of one submission, and nothing of another. Its class path holds the kit's stubs and
 * tests; {@code load} brings the submission's classes, {@code run} names the test classes of one exercise. Each exercise
 * has a class loader of its own, so none sees what another has left in a static field.
 */
public final class TestServer {
    private static final int LONGEST_MESSAGE = 2_000;

    private final ExerciseRun run = new ExerciseRun();
    private final Deadline deadline;
    private Map<String, byte[]> classes = Map.of();

    private TestServer(Deadline deadline) {
        this.deadline = deadline;
    }

    /** Answers requests. @param args seconds of processor time for one exercise */
    public static void main(String[] args) throws IOException, InterruptedException {
        Requests requests = Requests.open();
        TestServer server = new TestServer(new Deadline(Integer.parseInt(args[0])));
        server.warmUp();
        while (true) {
            Requests.Request request = requests.next();
            requests.answer(request, server.answer(request.text()));
        }
    }

    private void warmUp() {
        for (String each : System.getProperty("spotlight.warmUp", "").split(",")) {
            if (!each.isEmpty()) {
                run(each);
            }
        }
    }

    private byte[] answer(String request) {
        int space = request.indexOf(' ');
        String what = request.substring(space + 1);
        switch (request.substring(0, space)) {
            case "load" :
                classes = Wire.read(Base64.getDecoder().decode(what), in -> Compilation.map(in, Wire::block));
                return new byte[0];
            case "plan" :
                return Wire.bytes(new CheckResult(List.of(), plan(what), "", "", List.of()));
            default :
                return timed(what);
        }
    }

    /** A request that brings classes. */
    static String load(Map<String, byte[]> classes) {
        return "load " + Base64.getEncoder()
                .encodeToString(Wire.write(out -> Compilation.map(out, classes, Wire::block)));
    }

    private byte[] timed(String tests) {
        deadline.start();
        CheckResult result = run(tests);
        long millis = deadline.stop();
        return Wire.write(out -> {
            out.writeLong(millis);
            Wire.block(out, Wire.bytes(result));
        });
    }

    private ExerciseResult plan(String tests) {
        List<ExerciseResult> results = new ArrayList<>();
        for (Class<?> test : classes(tests)) {
            results.addAll(run.plan(test));
        }
        return together(results);
    }

    private CheckResult run(String tests) {
        try (Printed printed = Printed.capture()) {
            List<ExerciseResult> results = new ArrayList<>();
            for (Class<?> test : classes(tests)) {
                results.addAll(run.run(test));
            }
            return new CheckResult(List.of(), cut(together(results)), printed.text(), "", List.of());
        }
    }

    private List<Class<?>> classes(String tests) {
        IsolatedLoader loader = new IsolatedLoader(classes, TestServer.class.getClassLoader(),
                name -> name.startsWith("spotlight.ch"));
        List<Class<?>> loaded = new ArrayList<>();
        for (String name : tests.split(",")) {
            try {
                loaded.add(Class.forName(name, false, loader));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return loaded;
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
