package spotlight.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spotlight.chart.Chart;
import spotlight.grader.Standing;
import spotlight.tensor.Tensor;

class ExercisesTest {
    @TempDir
    static Path home;
    private static ExercisesCourse course;

    @BeforeAll
    static void start() throws IOException {
        course = new ExercisesCourse(home);
    }

    @AfterAll
    static void end() {
        course.runner.close();
    }

    @Test
    void anUntouchedStubShowsWhatToDo() throws IOException {
        assertEquals("""
                98.1 Twice as much: 0 of 3 points, 2 not attempted
                  ○ not attempted  0 of 2  doubles three
                  ○ not attempted  0 of 1  doubles a negative number
                Write your code in exercises/src/main/java/spotlight/ch98/Twice.java, save it and run this cell again.\
                """, checked(ExercisesCourse.TODO).plain());
    }

    @Test
    void aRightAnswerShowsAllPoints() throws IOException {
        assertEquals("""
                98.1 Twice as much: 3 of 3 points
                  ✓ passed         2 of 2  doubles three
                  ✓ passed         1 of 1  doubles a negative number
                Measured here, not graded: 2.5 times as fast as x < 2.
                Your code printed:
                  twice
                  twice
                All points. Your code: exercises/src/main/java/spotlight/ch98/Twice.java""",
                checked("System.out.println(\"twice\"); " + ExercisesCourse.RIGHT).plain());
        assertTrue(checked(ExercisesCourse.RIGHT).html()
                .contains(
                        "</table>\n<p>Measured here, not graded: 2.5 times as fast as x &lt; 2.</p>\n<p>All points."));
    }

    @Test
    void aWrongAnswerShowsTheMistakeAndAFoldedHint() throws IOException {
        ExercisesView view = checked("return x.plus(3);");
        assertEquals("""
                98.1 Twice as much: 2 of 3 points, 1 failed
                  ✓ passed         2 of 2  doubles three
                  ✗ failed         0 of 1  doubles a negative number
                      twice({-1}): expected -2, got 2
                      Hint: And of minus one?
                Change your code in exercises/src/main/java/spotlight/ch98/Twice.java, save it and run this cell again.\
                """, view.plain());
        assertTrue(view.html().contains("doubles a negative number<br><strong>twice({-1}): expected -2, got 2</strong>"
                + "<details><summary>Hint</summary>And of minus one?</details>"), view.html());
        assertTrue(
                view.html().contains("<a href=\"../exercises/src/main/java/spotlight/ch98/Twice.java\">Twice.java</a>"),
                view.html());
    }

    @Test
    void aCompileErrorShowsFileLineAndCaret() throws IOException {
        ExercisesView view = checked("return x.double(2);");
        assertEquals("""
                98.1 Twice as much: Twice.java does not compile
                    Twice.java:7: <identifier> expected
                            return x.double(2);
                                     ^
                Change your code in exercises/src/main/java/spotlight/ch98/Twice.java, save it and run this cell again.\
                """, view.plain());
        assertTrue(view.html().contains("Twice.java:7: &lt;identifier&gt; expected\n        return x.double(2);\n"
                + "                 ^</pre>"), view.html());
    }

    @Test
    void aChangedSignatureIsExplained() throws IOException {
        String plain = checked("return x; } static Tensor thrice(Tensor x) { return x;").plain();
        assertTrue(plain.startsWith("98.1 Twice as much: 0 of 3 points, 2 failed"), plain);
        course.save("package spotlight.ch98; class Twice { static int twice(int x) { return x; } }");
        assertEquals("""
                98.1 Twice as much: Twice.java does not compile together with its test
                    TwiceTest.java:12: incompatible types: Tensor cannot be converted to int
                            Verify.that("twice({3})", Twice.twice(Tensor.vector(3))).equalTo(Tensor.vector(6));
                                                                               ^
                    TwiceTest.java:18: incompatible types: Tensor cannot be converted to int
                            Verify.that("twice({-1})", Twice.twice(Tensor.vector(-1))).equalTo(Tensor.vector(-2));
                                                                                ^
                Has a name, a parameter or a return type changed? The test calls your class as the stub had it: \
                exercises/src/main/java/spotlight/ch98/Twice.java""",
                course.exercises.checked("98.1").plain());
    }

    @Test
    void ofManyCompileErrorsTheFirstAreShown() throws IOException {
        String plain = checked("a();\nb();\nc();\nd();\ne();\nf();\ng();").plain();
        assertTrue(plain.contains("    Twice.java:11: cannot find symbol\n"), plain);
        assertTrue(plain.contains("\n    … and 2 more errors\n"), plain);
    }

    @Test
    void anUnknownExerciseIsOneLine() {
        assertEquals("there is no exercise 98.2; chapter 98 has 98.1", course.exercises.checked("98.2").plain());
        assertEquals("exercise: \"two\" does not start with a number like 2.1",
                course.exercises.checked("two").plain());
    }

    @Test
    void theLearnersOwnCodeIsDrawn() throws IOException {
        course.answer(ExercisesCourse.RIGHT);
        assertEquals("half of 3 is 1.5", course.exercises.drawn("98.1", learner -> Chart
                .heatmap(learner.tensor("twice", Tensor.vector(1, 2)))
                .alt("half of 3 is " + learner.number("half", 3))).alt());
    }

    @Test
    void insteadOfAChartThereIsALineThatSaysWhatIsMissing() throws IOException {
        assertEquals("Exercise 98.1 Twice as much is not attempted yet: write "
                + "exercises/src/main/java/spotlight/ch98/Twice.java, save it and run this cell again to see yours here.",
                instead(ExercisesCourse.TODO));
        assertEquals("Exercise 98.1 Twice as much does not compile: Twice.java:7: ';' expected\n"
                + "        return x\n                ^", instead("return x"));
        assertEquals("Exercise 98.1 Twice as much: ArithmeticException at Twice.java:7: / by zero",
                instead("return x.times(1 / (x.size() - x.size()));"));
        assertEquals("Twice.twice returned null", instead("return null;"));
        assertEquals("there is no exercise 98.2; chapter 98 has 98.1", assertThrows(LearnerException.class,
                () -> course.exercises.drawn("98.2", learner -> Chart.lines())).getMessage());
    }

    @Test
    void anEndlessLoopEndsTheDrawing() throws IOException {
        course.answer("while (x.size() > 0) { Thread.onSpinWait(); } return x;");
        Exercises impatient = new Exercises(home, course.runner, 1000);
        String message = assertThrows(LearnerException.class,
                () -> impatient.drawn("98.1", learner -> Chart.heatmap(learner.tensor("twice", Tensor.vector(1)))))
                .getMessage();
        assertTrue(
                message.startsWith("Exercise 98.1 Twice as much did not finish within 1 s: is there an endless loop? "
                        + "It was at Twice.java:7"),
                message);
    }

    private static ExercisesView checked(String body) throws IOException {
        course.answer(body);
        return course.exercises.checked("98.1");
    }

    private static String instead(String body) throws IOException {
        course.answer(body);
        Function<Learner, Chart> drawing = learner -> Chart.heatmap(learner.tensor("twice", Tensor.vector(1, 2)));
        return assertThrows(LearnerException.class, () -> course.exercises.drawn("98.1", drawing)).getMessage();
    }

    @Test
    void progressKnowsWhatIsDoneTriedAndUntouched() throws Exception {
        course.answer(ExercisesCourse.TODO);
        assertEquals("UNTOUCHED 0 of 3", standing());
        course.answer("return x;");
        assertEquals("TRIED 0 of 3", standing());
        course.answer("return x"); // it does not compile: its worth is read from the test
        assertEquals("TRIED 0 of 3", standing());
        course.answer(ExercisesCourse.RIGHT);
        assertEquals("DONE 3 of 3", standing());
        assertEquals("DONE 3 of 3", standing()); // this time from memory
        assertTrue(Files.readString(home.resolve(".lab/progress")).contains("\tDONE\t3\t3\t98.1 Twice as much"));
        String html = StandingView.html(course.exercises.standing());
        assertTrue(html.contains("your progress: 3 of 3 points")
                && html.contains("<span title=\"98.1 Twice as much: done\">"
                        + "✓</span>"),
                html);
    }

    private static String standing() throws InterruptedException {
        Standing.Entry only = course.exercises.standing().exercises().get(0);
        return only.state() + " " + only.points() + " of " + only.max();
    }
}
