package spotlight.grader.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.grader.ExerciseResult;
import spotlight.grader.MethodResult;
import spotlight.grader.Status;
import spotlight.grader.batch.ExerciseOutcome.Kind;
import spotlight.grader.handin.HandIn;

/** What makes a difference to a second run, and what of the instructor's own. */
class BatchAgainTest {
    @TempDir
    Path folder;
    private TinyCourse course;

    @BeforeEach
    void someHandIn() {
        course = new TinyCourse(folder).handIn("ann", TinyCourse.RIGHT).handIn("bob", TinyCourse.RIGHT);
    }

    private List<SubmissionResult> grade(BatchOptions options, List<String> anew) throws InterruptedException {
        List<SubmissionResult> results = new ArrayList<>();
        course.batch(folder.resolve("out"), options).run(course.all(), new BatchListener() {
            @Override
            public void graded(SubmissionResult result, boolean fromBefore) {
                if (!fromBefore) {
                    anew.add(result.submission().id());
                }
            }
        }).forEach(results::add);
        return results;
    }

    @Test
    void onlyWhatHasChangedIsGradedAgain() throws Exception {
        List<String> anew = new ArrayList<>();
        grade(TinyCourse.options(), anew);
        grade(TinyCourse.options(), anew);
        assertEquals(List.of("ann", "bob"), anew);
        course.handIn("bob", "return n + 3;").handIn("cy", TinyCourse.RIGHT);
        assertEquals(List.of(4, 3, 4),
                grade(TinyCourse.options(), anew).stream().map(SubmissionResult::points).toList());
        assertEquals(List.of("ann", "bob", "bob", "cy"), anew);
        grade(TinyCourse.options().withExam(0, true), anew);
        assertEquals(7, anew.size());
    }

    @Test
    void whoHasLeftIsNamedAndFreshGradesAllAgain() throws Exception {
        grade(TinyCourse.options(), new ArrayList<>());
        List<String> heard = new ArrayList<>();
        course.batch(folder.resolve("out"), TinyCourse.options()).run(course.all().subList(0, 1), true,
                new BatchListener() {
                    @Override
                    public void left(String id) {
                        heard.add("left " + id);
                    }

                    @Override
                    public void graded(SubmissionResult result, boolean fromBefore) {
                        heard.add((fromBefore ? "kept " : "graded ") + result.submission().id());
                    }
                });
        assertEquals(List.of("left bob", "graded ann"), heard);
        assertEquals(List.of("ann"), new ResultStore(folder.resolve("out")).ids());
    }

    @Test
    void theInstructorsTestsReplaceAndAddAndHintsStayAway() throws Exception {
        Path hidden = folder.resolve("hidden");
        TinyCourse.save(hidden, "ch98.HalfTest", """
                package spotlight.ch98;
                import org.junit.jupiter.api.Test;
                import spotlight.grader.*;
                @Exercise("98.2 Half as much, harder")
                class HalfTest {
                    @Test @Points(value = 5, hint = "Think of two.")
                    void halvesManyNumbers() {
                        int n = 2 * Variation.random("98.2").nextInt(1000);
                        Verify.that("half", Half.half(n)).equalTo(n / 2);
                        Verify.that("seed", Variation.seed()).equalTo(7);
                    }
                }
                """);
        TinyCourse.save(hidden, "ch98.HiddenTest", """
                package spotlight.ch98;
                import org.junit.jupiter.api.Test;
                import spotlight.grader.*;
                @Exercise("98.1 Twice as much")
                class HiddenTest {
                    @Test @Points(value = 10, hint = "Zero is a number.")
                    void doublesZero() {
                        Verify.that("twice(0)", Twice.twice(0)).equalTo(1);
                    }
                }
                """);
        SubmissionResult ann = grade(TinyCourse.options().withTests(Optional.of(hidden)).withExam(7, true),
                new ArrayList<>()).get(0);
        ExerciseResult twice = ann.exercises().get(0).result();
        assertEquals(List.of("doubles three", "doubles a negative number", "doubles zero"),
                twice.methods().stream().map(one -> one.name()).toList());
        assertEquals(3, twice.points());
        assertEquals(13, twice.max());
        assertEquals("twice(0): expected 1, got 0", twice.methods().get(2).message());
        assertEquals(List.of("", "", ""), twice.methods().stream().map(one -> one.hint()).toList());
        ExerciseResult half = ann.exercises().get(1).result();
        assertEquals("98.2 Half as much, harder", half.title());
        assertEquals(5, half.points());
    }

    /** JUnit runs it itself: what is prepared before each test and tests that are made are not known beforehand. */
    @Test
    void hiddenTestsMayUseAllOfJUnit() throws Exception {
        Path hidden = folder.resolve("hidden");
        TinyCourse.save(hidden, "ch98.HiddenTest", """
                package spotlight.ch98;
                import java.util.stream.Stream;
                import org.junit.jupiter.api.*;
                import spotlight.grader.*;
                @Exercise("98.1 Twice as much")
                class HiddenTest {
                    private int four;
                    @BeforeEach void prepare() { four = 4; }
                    @Test @Points(value = 3, hint = "Four and four.")
                    void doublesWhatWasPrepared() {
                        Verify.that("twice(4)", Twice.twice(four)).equalTo(8);
                    }
                    @TestFactory @Points(value = 5, hint = "Zero is a number.")
                    Stream<DynamicTest> doublesWhatIsMade() {
                        return Stream.of(1, 0).map(n -> DynamicTest.dynamicTest("of " + n,
                                () -> Verify.that("twice(" + n + ")", Twice.twice(n)).equalTo(2 * n + 1 - n)));
                    }
                }
                """);
        ExerciseResult twice = grade(TinyCourse.options().withTests(Optional.of(hidden)), new ArrayList<>()).get(0)
                .exercises().get(0).result();
        assertEquals(List.of(Status.PASSED, Status.PASSED, Status.PASSED, Status.FAILED),
                twice.methods().stream().map(MethodResult::status).toList());
        assertEquals(List.of(2, 1, 3, 5), twice.methods().stream().map(MethodResult::max).toList());
        assertEquals("twice(0): expected 1, got 0", twice.methods().get(3).message());
    }

    @Test
    void onlyTheChosenExercisesAreGraded() throws Exception {
        SubmissionResult ann = grade(TinyCourse.options().withOnly(List.of("98.2")), new ArrayList<>()).get(0);
        assertEquals(List.of("98.2 Half as much"),
                ann.exercises().stream().map(each -> each.result().title()).toList());
        assertEquals("there is no exercise and no chapter 97.1: 2.1 is an exercise, ch02 a chapter",
                assertThrows(IllegalArgumentException.class,
                        () -> grade(TinyCourse.options().withOnly(List.of("97.1")), new ArrayList<>())).getMessage());
    }

    @Test
    void whatCannotBeOpenedIsARemark() throws Exception {
        Batch batch = new Batch(course.home, folder.resolve("out"), TinyCourse.options(), Fence.none(),
                (submission, stubs) -> {
                    if (submission.id().equals("bob")) {
                        throw new IllegalStateException("half a zip");
                    }
                    return new HandIn(submission, new java.util.TreeMap<>(), List.of());
                });
        List<SubmissionResult> results = new ArrayList<>();
        batch.run(course.all(), BatchListener.silent()).forEach(results::add);
        assertEquals(List.of("it could not be opened: java.lang.IllegalStateException: half a zip"),
                results.get(1).remarks());
        assertEquals(Kind.UNTOUCHED, results.get(1).exercises().get(0).kind());
        assertEquals(List.of(), results.get(0).remarks());
    }

    @Test
    void testsThatAreWrongStopEverythingAndAreNamed() {
        Path hidden = folder.resolve("hidden");
        TinyCourse.save(hidden, "ch98.HiddenTest", "@Exercise(\"97.1 Nothing\") class HiddenTest { }");
        assertEquals("--tests " + hidden + ": spotlight.ch98.HiddenTest is for exercise \"97.1 Nothing\", which the "
                + "course does not have", trouble(hidden));
        TinyCourse.save(hidden, "ch98.HiddenTest", "package spotlight.ch98;\nclass HiddenTest { int n = m; }\n");
        assertEquals("the tests do not compile: HiddenTest.java:2: cannot find symbol", trouble(hidden));
        assertEquals("--tests nowhere: there is no such folder", trouble(Path.of("nowhere")));
    }

    private String trouble(Path tests) {
        return assertThrows(GradingException.class,
                () -> grade(TinyCourse.options().withTests(Optional.of(tests)), new ArrayList<>())).getMessage();
    }
}
