package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import spotlight.grader.ExerciseResult;
import spotlight.grader.MethodResult;
import spotlight.grader.Status;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.ExerciseOutcome.Kind;
import spotlight.grader.batch.ResultStore;
import spotlight.grader.batch.SubmissionResult;
import spotlight.grader.handin.Submission;

class GradesCommandTest {
    @TempDir
    Path out;

    private String said = "";

    @BeforeEach
    void grade() {
        save(out, "s01", "Ada\u001B[2J", Status.PASSED);
        save(out, "s02", "Bob", Status.FAILED);
    }

    @Test
    void writeMakesTheGradebookAndSaysWhatToOpen() {
        assertEquals(0, run("write", out.toString()));
        assertEquals("2 students; nothing went wrong\nopen " + out.resolve("class.html") + "\n", said);
        assertTrue(Files.exists(out.resolve("feedback/s02.html")));
    }

    @Test
    void optionsStayUntilTheyAreGivenAgain() throws IOException {
        run("write", out.toString(), "--title", "Week 3", "--exam", "--anonymous", "--late", "20 %", "--grace", "5",
                "--deadline", "2026-12-01T23:59+01:00");
        run("write", out.toString(), "--no-exam");
        String settings = Files.readString(out.resolve("gradebook.json"));
        assertEquals("""
                {
                  "title": "Week 3",
                  "deadline": "2026-12-01T23:59+01:00",
                  "graceMinutes": 5,
                  "late": "20 %",
                  "outOf": 0,
                  "exam": false,
                  "anonymous": true
                }
                """, settings);
        run("write", out.toString(), "--deadline", "none", "--no-anonymous");
        assertFalse(Files.readString(out.resolve("gradebook.json")).contains("deadline"));
        assertTrue(Files.readString(out.resolve("gradebook.json")).contains("\"anonymous\": false"));
    }

    @Test
    void whatCannotBeUnderstoodIsNamedWithItsFix() throws IOException {
        assertEquals(1, run("write", out.toString(), "--late", "much"));
        assertEquals("lab: late rule: \"much\" is not like \"10 % a day, at most 50 %\"\n"
                + "  fix: see ./lab grades write --help for the forms of a rule\n", said);
        assertEquals(1, run("write", out.toString(), "--deadline", "tomorrow"));
        assertEquals("lab: --deadline \"tomorrow\" is not a date, a time and an offset\n"
                + "  fix: for instance --deadline 2026-12-01T23:59+01:00\n", said);
        assertEquals(1, run("write", out.toString(), "--grace", "-1"));
        assertEquals("lab: --grace and --out-of cannot be negative\n  fix: see ./lab grades write --help\n", said);
        Files.writeString(out.resolve("overrides.csv"), "id,exercise,points,reason\ns09,2.1,1,x\n");
        assertEquals(1, run("write", out.toString()));
        assertEquals("lab: overrides.csv:2: there is no student with the id s09\n"
                + "  fix: mend that and run the command again; no file has been changed\n", said);
    }

    @Test
    void aFolderWithoutResultsIsNamed() {
        Path empty = out.resolve("empty");
        assertEquals(1, run("write", empty.toString()));
        assertEquals("lab: " + empty + " has no results\n  fix: ./lab grade SUBMISSIONS -o " + empty + " makes them\n",
                said);
        assertEquals(1, run("show", empty.toString()));
        assertEquals("lab: " + empty.resolve("grades.json") + " is not there\n  fix: ./lab grades write " + empty
                + " makes it\n", said);
    }

    @Test
    void showPrintsATableWhereNothingMovesTheCursor() {
        run("write", out.toString());
        assertEquals(0, run("show", out.toString()));
        assertEquals("""
                id   name          of 5  ch02  remarks
                s01  Ada\\u001B[2J     5     5
                s02  Bob              0     0
                """, said);
    }

    @Test
    void showPrintsOneStudentExerciseByExercise() throws IOException {
        Files.writeString(out.resolve("overrides.csv"), "id,exercise,points,reason\ns02,2.1,4.5,well explained\n");
        run("write", out.toString());
        assertEquals(0, run("show", out.toString(), "s02"));
        assertEquals("""
                s02       Bob
                4.5 of 5  2.1 One attention weight  by hand
                0         taken off for lateness
                4.5 of 5  final
                2.1 set by hand from 0 to 4.5: well explained
                """, said);
        assertEquals(1, run("show", out.toString(), "s09"));
        assertEquals("lab: there is no student s09 in " + out + "\n  fix: ./lab grades show " + out + " names all\n",
                said);
    }

    @Test
    void showCanPutTheMostPointsFirst() {
        save(out, "s03", "Eve", Status.PASSED);
        run("write", out.toString());
        run("show", out.toString(), "--by-points");
        assertTrue(said.indexOf("s03") < said.indexOf("s02"), said);
    }

    @Test
    void mergeMakesOneGradebookOfSeveral() {
        Path part = out.resolve("part");
        save(part, "s03", "Eve", Status.PASSED);
        run("write", part.toString());
        run("write", out.toString());
        Path all = out.resolve("all");
        assertEquals(0, run("merge", out.toString(), part.toString(), "-o", all.toString()));
        assertEquals("3 students; nothing went wrong\nopen " + all.resolve("class.html") + "\n", said);
        assertEquals(List.of("s01", "s02", "s03"), new ResultStore(all).ids());
    }

    @Test
    void withoutACommandItSaysWhatThereIs() {
        assertEquals(2, run());
        assertTrue(said.contains("./lab grades merge part1 part2 -o OUT"), said);
    }

    private static void save(Path out, String id, String name, Status status) {
        MethodResult method = new MethodResult("weighs by hand", 5, status,
                status == Status.PASSED ? "" : "the scaling is missing", "Look.");
        ExerciseOutcome outcome = new ExerciseOutcome(new ExerciseResult("2.1 One attention weight", List.of(method)),
                Kind.GRADED, "", List.of(), "");
        new ResultStore(out).save(new SubmissionResult(
                new Submission(id, name, Map.of(), Path.of(id), Optional.empty()), List.of(outcome), List.of()), "key");
    }

    private int run(String... arguments) {
        StringWriter text = new StringWriter();
        CommandLine line = Lab.commandLine();
        line.setOut(new PrintWriter(text, true));
        line.setErr(new PrintWriter(text, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "grades";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int exit = line.execute(all);
        said = text.toString().replace("\r\n", "\n");
        return exit;
    }
}
