package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spotlight.grader.CheckRunner.CompiledStub;

class CheckRunnerTest {
    @TempDir
    static Path folder;
    private static SampleCourse course;
    private static CheckRunner runner;

    @BeforeAll
    static void start() throws IOException {
        course = new SampleCourse(folder, 60);
        runner = new CheckRunner(course.home);
    }

    @AfterAll
    static void end() {
        runner.close();
    }

    @Test
    void anUntouchedStubIsNotAttempted() throws Exception {
        CheckResult check = check("return spotlight.check.Check.todo(\"98.1\");");
        assertEquals(new ExerciseResult("98.1 Twice as much", List.of(
                new MethodResult("doubles three", 2, Status.NOT_ATTEMPTED, "", "What is the double of three?"),
                new MethodResult("doubles a negative number", 1, Status.NOT_ATTEMPTED, "", "And of minus one?"))),
                check.result());
        assertEquals("", check.printed());
    }

    @Test
    void theFileIsCheckedAsItWasSavedLast() throws Exception {
        assertEquals(3, check("return 2 * n;").result().points());
        CheckResult wrong = check("return n + 3;");
        assertEquals(2, wrong.result().points());
        assertEquals("twice(-1): expected -2, got 2", wrong.result().methods().get(1).message());
    }

    @Test
    void whatTheCodePrintsIsPartOfTheResultWhateverItLooksLike() throws Exception {
        CheckResult check = check("System.out.println(\"n = \" + n + \" 河\"); System.err.print(\"!\"); return 2 * n;");
        assertEquals("n = 3 河\n!n = -1 河\n!", check.printed().replace("\r\n", "\n"));
        assertEquals(3, check.result().points());
    }

    @Test
    void writingToTheRawStandardOutputDisturbsNothing() throws Exception {
        assertEquals(3, check("try { new java.io.FileOutputStream(java.io.FileDescriptor.out).write(\"half a line\""
                + ".getBytes()); } catch (java.io.IOException e) { } return 2 * n;").result().points());
    }

    @Test
    void onlyTheRightAnswerIsMeasured() throws Exception {
        assertEquals(List.of(new Measurement("adding", 2.5, "")), check("return 2 * n;").measured());
        assertEquals(List.of(), check("return n + 3;").measured());
        assertEquals(List.of(), check("return spotlight.check.Check.todo(\"98.1\");").measured());
    }

    @Test
    void aMeasurementThatGoesWrongCostsNothingAndTheNextCheckWorks() throws Exception {
        CheckResult hung = check("System.out.println(n); while (n == 100) { Thread.onSpinWait(); } return 2 * n;");
        assertEquals(3, hung.result().points());
        assertEquals("3\n-1\n", hung.printed().replace("\r\n", "\n"));
        assertTrue(hung.measured().get(0).text().startsWith("Not measured: 98.1 Twice as much did not finish within "
                + "1 s: is there an endless loop? It was at Twice.java:5"), hung.measured().toString());
        CheckResult thrown = check("return n == 100 ? n / (n - n) : 2 * n;");
        assertEquals(3, thrown.result().points());
        assertEquals("Not measured: ArithmeticException at Twice.java:5: / by zero",
                thrown.measured().get(0).text());
        assertEquals(1, check("return 2 * n;").measured().size());
    }

    @Test
    void aCompileErrorHasItsPlaceAndItsLine() throws Exception {
        CheckResult check = check("int half = \"n\"; return 2 * n;");
        assertEquals(List.of(new Problem("Twice.java", 5, 20, "incompatible types: String cannot be converted to int",
                "        int half = \"n\"; return 2 * n;")), check.problems());
        assertEquals(0, check.result().max());
    }

    @Test
    void anEndlessLoopEndsAndTheNextCheckWorks() throws Exception {
        new SampleCourse(folder, 1);
        CheckResult check = check("while (n != 0) { n = n + 2 | 1; } return n;");
        assertEquals("98.1 Twice as much did not finish within 1 s: is there an endless loop? It was at Twice.java:5",
                check.result().methods().get(0).message());
        assertEquals(Status.TIMED_OUT, check.result().methods().get(1).status());
        new SampleCourse(folder, 60);
        assertEquals(3, check("return 2 * n;").result().points());
    }

    @Test
    void fullMemoryIsNamedAndTheNextCheckWorks() throws Exception {
        CheckResult check = check("java.util.List<int[]> all = new java.util.ArrayList<>(); "
                + "while (true) { all.add(new int[1 << 24]); }");
        assertEquals("out of memory at Twice.java:5: which array or list grows without end?",
                check.result().methods().get(0).message());
        assertEquals(3, check("return 2 * n;").result().points());
    }

    @Test
    void anExitIsNamedAndTheNextCheckWorks() throws Exception {
        CheckResult check = check("System.exit(0); return n;");
        assertEquals("The code of Twice.java ended the program that checks it, or left it without an answer: is there "
                + "a System.exit, or an array that fills the memory?", check.trouble());
        assertEquals(3, check("return 2 * n;").result().points());
    }

    @Test
    void aMissingStubIsNamedWithTheFix() throws Exception {
        Files.delete(course.stub());
        assertEquals("exercises/src/main/java/spotlight/ch98/Twice.java is missing: "
                + "git checkout exercises/src/main/java/spotlight/ch98/Twice.java brings the stub back",
                runner.check("98.1").trouble());
    }

    @Test
    void anUnknownExerciseIsRefusedWithThoseThatAreThere() {
        assertEquals("there is no exercise 98.7; chapter 98 has 98.1",
                assertThrows(IllegalArgumentException.class, () -> runner.check("98.7")).getMessage());
        assertEquals("there is no exercise 97.1; chapter 97 has none",
                assertThrows(IllegalArgumentException.class, () -> runner.check("97.1")).getMessage());
    }

    @Test
    void theLearnersClassesCanBeHadForDrawing() throws Exception {
        course.answer("record Pair(int a, int b) { } return new Pair(n, n).a() + n;");
        CompiledStub stub = runner.compile("98.1");
        assertEquals(Set.of("spotlight.ch98.Twice", "spotlight.ch98.Twice$1Pair"), stub.classes().keySet());
        Class<?> twice = new IsolatedLoader(stub.classes(), getClass().getClassLoader())
                .loadClass(stub.files().className());
        assertEquals(8, twice.getMethod("twice", int.class).invoke(null, 4));
    }

    @Test
    void aProgramThatDoesNotAnswerIsGivenUp() throws Exception {
        CheckRunner impatient = new CheckRunner(course.home, Duration.ofMillis(1));
        assertTrue(impatient.check("98.1").trouble().startsWith("The code of Twice.java ended the program"));
        impatient.close();
    }

    @Test
    void aProgramThatCannotStartSaysWhy() throws Exception {
        CheckWorker broken = new CheckWorker(course.home, List.of("-XX:NoSuchOption"));
        assertEquals(Optional.empty(), broken.ask("check 98.1", Duration.ofMinutes(1)));
        broken.handle().onExit().join();
        assertTrue(broken.failedToStart().orElseThrow().contains("NoSuchOption"), broken.failedToStart().get());
    }

    @Test
    void aClosedProgramEnds() {
        CheckWorker worker = new CheckWorker(course.home);
        assertTrue(worker.handle().isAlive());
        worker.kill();
        worker.handle().onExit().join();
    }

    private static CheckResult check(String body) throws IOException, InterruptedException {
        course.answer(body);
        return runner.check("98.1");
    }
}
