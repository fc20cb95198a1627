package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.grader.batch.SubmissionResult;

class GradebookTest {
    private static final List<String> FILES = List.of("grades.csv", "grades.json", "class.html", "log.txt",
            "feedback/s01.html", "feedback/s02.html");

    @TempDir
    Path out;

    private GradebookOptions options = GradebookOptions.standard();

    @Test
    void theTableHasExercisesChaptersTotalAndRemarks() throws IOException {
        write(SampleClass.right("s01"), SampleClass.half("s02"));
        assertEquals("""
                \uFEFF"id","name","handed in","2.1 One attention weight","2.10 Many weights","3.1 A mask","chapter 02",\
                "chapter 03","total","maximum","late deduction","final","remarks"
                "s01","s01","","5","3","2","8","2","10","10","0","10",""
                "s02","s02","","3","0","0","3","0","3","10","0","3","does not compile: 2.10"
                """.replace("\n", "\r\n"), read("grades.csv"));
    }

    @Test
    void theSameResultsGiveTheSameBytes() throws IOException {
        write(SampleClass.right("s01"), SampleClass.half("s02"));
        List<byte[]> first = bytes();
        write(SampleClass.right("s01"), SampleClass.half("s02"));
        List<byte[]> second = bytes();
        for (int i = 0; i < FILES.size(); i++) {
            assertArrayEquals(first.get(i), second.get(i), FILES.get(i));
        }
    }

    @Test
    void noFileNamesAPlaceOfThisMachine() throws IOException {
        write(SampleClass.right("s01"), SampleClass.half("s02"));
        for (String file : FILES) {
            assertFalse(read(file).contains("/secret/place"), file);
        }
    }

    @Test
    void anOverrideSurvivesGradingAgain() throws IOException {
        Files.writeString(out.resolve("overrides.csv"),
                "id,exercise,points,reason\ns02,2.10,2.5,\"compiles with JDK 21, <agreed>\"\n");
        write(SampleClass.half("s02"));
        write(SampleClass.half("s02"));
        assertTrue(read("grades.csv").contains(
                "\"3\",\"2.5\",\"0\",\"5.5\",\"0\",\"5.5\",\"10\",\"0\",\"5.5\",\"does not compile: 2.10; "
                        + "2.10 set by hand from 0 to 2.5: compiles with JDK 21, <agreed>\""));
        assertTrue(read("feedback/s02.html").contains("<p class=\"note\">Set by hand: 2.5 of 3 points instead of 0. "
                + "compiles with JDK 21, &lt;agreed&gt;</p>"));
    }

    @Test
    void aWrongOverrideLeavesTheEarlierGradebook() throws IOException {
        write(SampleClass.right("s01"));
        List<byte[]> before = List.of(Files.readAllBytes(out.resolve("grades.csv")),
                Files.readAllBytes(out.resolve("grades.json")));
        Files.writeString(out.resolve("overrides.csv"), "id,exercise,points,reason\ns01,2.1,50,typo\n");
        assertEquals("overrides.csv:2: 50 points are too many: exercise 2.1 counts 5",
                assertThrows(GradebookException.class, () -> write(SampleClass.right("s01"))).getMessage());
        assertArrayEquals(before.get(0), Files.readAllBytes(out.resolve("grades.csv")));
        assertArrayEquals(before.get(1), Files.readAllBytes(out.resolve("grades.json")));
    }

    @Test
    void thePointsTableScalesAndLeavesOut() throws IOException {
        Files.writeString(out.resolve("points.csv"), "exercise,points\n2.1,10\n3.1,0\n");
        write(SampleClass.half("s02"));
        assertEquals("""
                \uFEFF"id","name","handed in","2.1 One attention weight","2.10 Many weights","chapter 02","total",\
                "maximum","late deduction","final","remarks"
                "s02","s02","","6","0","6","6","13","0","6","does not compile: 2.10"
                """.replace("\n", "\r\n"), read("grades.csv"));
        assertTrue(read("feedback/s02.html").contains("does not count"));
    }

    @Test
    void latenessCostsWhatTheRuleSays() throws IOException {
        options = options.withDeadline(OffsetDateTime.parse("2026-12-01T23:59+01:00"), Duration.ofMinutes(5),
                LateRule.parse("10 % a day, at most 50 %"));
        Files.writeString(out.resolve("extensions.csv"), "id,until\ns03,2026-12-05T00:00+01:00\n");
        write(all("s01").handedIn("2026-12-01T23:03:00Z").result(), all("s02").handedIn("2026-12-03T10:00:00Z")
                .result(), all("s03").handedIn("2026-12-03T10:00:00Z").result(), all("s04").result());
        String csv = read("grades.csv");
        assertTrue(
                csv.contains("\"s01\",\"s01\",\"2026-12-02 00:03 +01:00\",\"5\",\"5\",\"5\",\"5\",\"0\",\"5\",\"\""));
        assertTrue(csv.contains("\"5\",\"5\",\"1\",\"4\",\"late by 1 day 11 hours: 1 point off (20 % of the points "
                + "earned)\""));
        assertTrue(
                csv.contains("\"s03\",\"s03\",\"2026-12-03 11:00 +01:00\",\"5\",\"5\",\"5\",\"5\",\"0\",\"5\",\"\""));
        assertTrue(
                csv.contains("\"0\",\"5\",\"when it was handed in is not known, so the late rule was not applied\""));
        assertTrue(read("feedback/s02.html").contains("<p class=\"note\">Late by 1 day 11 hours. The rule: 10 % a day, "
                + "at most 50 %. Taken off: 1 point of the 5 that were earned.</p>"));
    }

    @Test
    void theLogHasOneLineForEachTroubleWithControlCharactersShown() throws IOException {
        write(SampleClass.student("s01").remarks("left out: a\nb\u001B[2J.java").broken("2.1 One attention weight", 5)
                .ended("2.10 Many weights", 3, "It hung.", "").result());
        assertEquals("""
                s01: left out: a\\nb\\u001B[2J.java
                s01 2.1: ManyWeights.java does not compile. ManyWeights.java:12: ';' expected
                s01 2.10: It hung.
                """, read("log.txt"));
    }

    @Test
    void theJsonSaysHowEachExerciseEnded() throws IOException {
        write(SampleClass.half("s02"));
        JsonObject student = JsonParser.parseString(read("grades.json")).getAsJsonObject().getAsJsonArray("students")
                .get(0).getAsJsonObject();
        assertEquals("s02", student.get("id").getAsString());
        assertEquals("3", student.get("final").getAsString());
        assertEquals("{\"number\":\"2.10\",\"points\":0,\"kind\":\"DOES_NOT_COMPILE\","
                + "\"reason\":\"ManyWeights.java does not compile.\"}",
                student.getAsJsonArray("exercises").get(1).toString());
    }

    @Test
    void pagesOfStudentsWhoLeftAreRemoved() throws IOException {
        write(SampleClass.right("s01"), SampleClass.right("s02"));
        write(SampleClass.right("s02"));
        assertFalse(Files.exists(out.resolve("feedback/s01.html")));
        assertTrue(Files.exists(out.resolve("feedback/s02.html")));
    }

    @Test
    void twoResultsOfOneStudentAreRefused() {
        assertEquals("two results have the id s01", message(SampleClass.right("s01"), SampleClass.half("s01")));
    }

    @Test
    void anIdThatLeavesTheFolderIsRefused() {
        assertEquals("the id \"../x\" cannot name a file", message(SampleClass.right("../x")));
        assertEquals("the id \".x\" cannot name a file", message(SampleClass.right(".x")));
    }

    @Test
    void resultsOfDifferentTestsAreRefused() {
        assertEquals("exercise 2.1 is worth 7 points for s02 and 5 for others: they were graded with different tests; "
                + "grade all again",
                message(all("s01").result(),
                        SampleClass.student("s02").graded("2.1 One attention weight", 7).result()));
    }

    @Test
    void anEmptyClassIsAnEmptyGradebook() throws IOException {
        write();
        assertTrue(read("class.html").contains("<p>Nobody was graded.</p>"));
        assertEquals("", read("log.txt"));
    }

    private static SampleClass all(String id) {
        return SampleClass.student(id).graded("2.1 One attention weight", 5);
    }

    private String message(SubmissionResult... results) {
        return assertThrows(GradebookException.class, () -> write(results)).getMessage();
    }

    private void write(SubmissionResult... results) {
        new Gradebook(out.resolve("no-course"), options).write(out, List.of(results));
    }

    private List<byte[]> bytes() throws IOException {
        List<byte[]> bytes = new java.util.ArrayList<>();
        for (String file : FILES) {
            bytes.add(Files.readAllBytes(out.resolve(file)));
        }
        return bytes;
    }

    private String read(String file) throws IOException {
        return Files.readString(out.resolve(file));
    }
}
