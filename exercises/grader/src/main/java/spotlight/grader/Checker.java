package spotlight.grader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import spotlight.grader.SourceCompiler.Compiled;
import spotlight.grader.SourceCompiler.Source;

/** Compiles an exercise as saved on disk, and runs its test in a class loader of its own. */
final class Checker {
    private final Path home;
    private final SourceCompiler compiler;
    private final ExerciseRun run = new ExerciseRun();
    private final Measuring measuring = new Measuring(1000);

    Checker(Path home) {
        this.home = home;
        this.compiler = new SourceCompiler(ClassPath.ofTests(),
                List.of(home.resolve("exercises/src/main/java"), home.resolve("exercises/src/test/java")));
    }

    CheckResult check(String number) {
        ExerciseFiles files = ExerciseFiles.find(home, number);
        if (!Files.exists(files.stub())) {
            return CheckResult.trouble(files.title(), files.stubPath() + " is missing: git checkout " + files.stubPath()
                    + " brings the stub back");
        }
        return check(files.title(), stub(files),
                new Source(files.className() + "Test", ExerciseFiles.read(files.test())));
    }

    CheckResult check(String title, Source stub, Source test) {
        Compiled compiled = compiler.compile(stub, test);
        if (!compiled.problems().isEmpty()) {
            return CheckResult.doesNotCompile(title, compiled.problems());
        }
        try (Printed printed = Printed.capture()) {
            Class<?> testClass = Class.forName(test.className(), false,
                    new IsolatedLoader(compiled.classes(), Checker.class.getClassLoader()));
            ExerciseResult result = run.run(testClass).stream().findFirst()
                    .orElseGet(() -> new ExerciseResult(title, List.of()));
            String text = printed.text(); // not what it prints a thousand times while it is measured
            boolean right = result.max() > 0 && result.points() == result.max();
            return new CheckResult(List.of(), result, text, "", right ? measuring.of(title, testClass) : List.of());
        } catch (ClassNotFoundException e) {
            return CheckResult.trouble(title, e.getMessage() + " is not the class that its file declares");
        }
    }

    /** The learner's class alone, for use outside the test. */
    Compiled compile(String number) {
        return compiler.compile(stub(ExerciseFiles.find(home, number)));
    }

    private static Source stub(ExerciseFiles files) {
        return new Source(files.className(), ExerciseFiles.read(files.stub()));
    }
}
