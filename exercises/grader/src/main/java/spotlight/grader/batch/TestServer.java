package spotlight.grader.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import spotlight.grader.CheckResult;
import spotlight.grader.ExerciseResult;
import spotlight.grader.ExerciseRun;
import spotlight.grader.MethodResult;
import spotlight.grader.Printed;
import spotlight.grader.Requests;
import spotlight.grader.Wire;

/**
 * The program that runs the tests of one submission, and nothing of another. Its class path holds the tests; {@code load}
 * brings the stubs' classes, {@code run} names the test classes of one exercise, {@code plan} lists their methods, and
 * {@code exit} ends it in good order.
 */
public final class TestServer {
    private static final int LONGEST_MESSAGE = 2_000;

    private final ExerciseRun run = new ExerciseRun();
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
        List<Class<?>> loaded = new ArrayList<>();
        for (String name : tests.split(",")) {
            try {
                loaded.add(Class.forName(name, false, TestServer.class.getClassLoader()));
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
