package spotlight.grader.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.grader.MethodResult;
import spotlight.grader.Problem;
import spotlight.grader.Status;
import spotlight.grader.batch.ExerciseOutcome.Kind;

/** No fence here: what the fence would stop before it runs must be survived without one. */
class BatchTest {
    @TempDir
    static Path folder;
    private static TinyCourse course;
    private static final Map<String, SubmissionResult> RESULTS = new TreeMap<>();
    private static final List<String> PREPARED = new ArrayList<>();

    @BeforeAll
    static void gradeTheClass() throws Exception {
        course = new TinyCourse(folder).handIn("a-right", TinyCourse.RIGHT).handIn("b-half", "return n > 0 ? 6 : 1;")
                .handIn("c-square", "System.out.println(\"n=\" + n); return n * n;")
                .handIn("d-broken", "return 2 * m;")
                .handIn("e-loop", "while (n != 0) { n = n + 2 | 1; } return n;")
                .handIn("f-exit", "System.exit(0); return 6;")
                .handIn("g-memory", "java.util.List<int[]> all = new java.util.ArrayList<>(); "
                        + "while (true) { all.add(new int[1 << 20]); }")
                .handIn("h-flood", "for (int i = 0; i < 100_000; i++) { System.out.println(i); } return 2 * n;")
                .handIn("i-untouched", TinyCourse.todo("98.1")).handIn("j-recursive", "return twice(n + 1) + 1;");
        course.batch(folder.resolve("out"), TinyCourse.options()).run(course.all(), new BatchListener() {
            @Override
            public void prepares(String what) {
                PREPARED.add(what);
            }
        }).forEach(result -> RESULTS.put(result.submission().id(), result));
    }

    private static ExerciseOutcome twice(String id) {
        return RESULTS.get(id).exercises().get(0);
    }

    private static List<String> messages(String id) {
        return twice(id).result().methods().stream().map(MethodResult::message).toList();
    }

    @Test
    void everySubmissionIsThereAndItsOtherExerciseIsGraded() {
        assertEquals(10, RESULTS.size());
        RESULTS.forEach((id, result) -> {
            assertEquals(new MethodResult("halves six", 1, Status.PASSED, "", "Six is three and three."),
                    result.exercises().get(1).result().methods().get(0), id);
            assertEquals(4, result.max(), id);
            assertEquals("Name of " + id, result.submission().name());
        });
    }

    @Test
    void whatTakesSecondsBeforeIsAnnounced() {
        assertEquals(List.of("compiling the stubs and tests of the course",
                "rehearsing with the solutions, so that each submission starts sooner"), PREPARED);
    }

    @Test
    void theRightAnswerGetsAllPoints() {
        assertEquals(4, RESULTS.get("a-right").points());
        assertEquals(Kind.GRADED, twice("a-right").kind());
        assertEquals("98.1 Twice as much", twice("a-right").result().title());
    }

    @Test
    void halfTheAnswerGetsItsPointsAndTheMistakeIsNamed() {
        assertEquals(3, RESULTS.get("b-half").points());
        assertEquals(List.of("", "twice(-1): expected -2, got 1"), messages("b-half"));
    }

    @Test
    void aKnownMistakeIsNamedAndWhatWasPrintedIsThere() {
        assertEquals("twice(3): that is the square", messages("c-square").get(0));
        assertEquals("n=3\nn=-1\n", twice("c-square").printed().replace("\r\n", "\n"));
    }

    @Test
    void aFileThatDoesNotCompileCostsItsOwnPointsOnly() {
        assertEquals(new ExerciseOutcome(twice("i-untouched").result(), Kind.DOES_NOT_COMPILE,
                "Twice.java does not compile.",
                List.of(new Problem("Twice.java", 5, 20,
                        "cannot find symbol\n  symbol:   variable m\n  location: class Twice",
                        "        return 2 * m;")),
                ""), twice("d-broken"));
    }

    @Test
    void anEndlessLoopIsEndedAndNamed() {
        ExerciseOutcome loop = twice("e-loop");
        assertEquals(Kind.ENDED, loop.kind());
        assertEquals("98.1 Twice as much did not finish within 1 s: is there an endless loop? It was in Twice.twice",
                loop.reason());
        assertEquals(0, loop.result().points());
    }

    @Test
    void anExitEndsItsOwnExerciseOnly() {
        ExerciseOutcome exit = twice("f-exit");
        assertEquals(Kind.ENDED, exit.kind());
        assertEquals("It ended the program that tests it: is there a recursion or an array that takes all memory?",
                exit.reason());
        assertEquals(0, exit.result().points());
        assertEquals(3, exit.result().max());
    }

    @Test
    void fullMemoryIsNamed() {
        assertEquals("out of memory at Twice.java:5: which array or list grows without end?",
                messages("g-memory").get(0));
    }

    @Test
    void aFloodOfOutputIsCutAndGraded() {
        assertEquals(3, twice("h-flood").result().points());
        assertTrue(twice("h-flood").printed().endsWith("\n… and more\n"));
        assertTrue(twice("h-flood").printed().length() < 21_000);
    }

    @Test
    void anUntouchedStubIsNotRunAndItsMaximumIsKnown() {
        assertEquals(Kind.UNTOUCHED, twice("i-untouched").kind());
        assertEquals(3, twice("i-untouched").result().max());
    }

    @Test
    void endlessRecursionIsNamed() {
        assertEquals("endless recursion at Twice.java:5 (StackOverflowError): which case ends it?",
                messages("j-recursive").get(0));
    }

    @Test
    void aRunThatWasBrokenOffEndsInTheSameResults() throws Exception {
        Path out = folder.resolve("out of the broken run");
        List<String> graded = new ArrayList<>();
        BatchListener breaksOff = new BatchListener() {
            @Override
            public void graded(SubmissionResult result, boolean fromBefore) {
                graded.add(result.submission().id());
                if (graded.size() == 6) {
                    throw new IllegalStateException("as if somebody had pulled the plug");
                }
            }
        };
        assertThrows(IllegalStateException.class,
                () -> course.batch(out, TinyCourse.options()).run(course.all(), breaksOff));
        List<String> fromBefore = new ArrayList<>();
        course.batch(out, TinyCourse.options()).run(course.all(), new BatchListener() {
            @Override
            public void graded(SubmissionResult result, boolean before) {
                if (before) {
                    fromBefore.add(result.submission().id());
                }
            }
        });
        assertEquals(graded, fromBefore);
        assertEquals(files(folder.resolve("out")), files(out));
    }

    @Test
    void shardsAndMoreJobsGiveTheResultsOfOneRun() throws Exception {
        Map<String, String> merged = new TreeMap<>();
        for (int i = 1; i <= 2; i++) {
            Path out = folder.resolve("shard" + i);
            BatchOptions all = TinyCourse.options();
            BatchOptions two = new BatchOptions(2, all.only(), all.seconds(), all.memory(), all.minutes(), all.tests(),
                    all.seed(), all.exam(), new Shard(i, 2));
            course.batch(out, two).run(course.all(), BatchListener.silent());
            Map<String, String> part = files(out);
            assertEquals(5, part.size());
            merged.putAll(part);
        }
        assertEquals(files(folder.resolve("out")), merged);
    }

    static Map<String, String> files(Path out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var list = Files.list(out.resolve("results"))) {
            list.forEach(file -> files.put(file.getFileName().toString(), TinyCourse.read(file)));
        }
        return files;
    }
}
