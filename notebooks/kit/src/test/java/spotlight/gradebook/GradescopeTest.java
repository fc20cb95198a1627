package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.grader.batch.SubmissionResult;

/** The names and values below are those of Gradescope's autograder specification. */
class GradescopeTest {
    private static final Set<String> TOP = Set.of("score", "execution_time", "output", "output_format",
            "test_output_format", "test_name_format", "visibility", "stdout_visibility", "extra_data", "tests",
            "leaderboard");
    private static final Set<String> CASE = Set.of("score", "max_score", "status", "name", "name_format", "number",
            "output", "output_format", "tags", "visibility", "extra_data");

    private static JsonObject json(SubmissionResult result) {
        return JsonParser.parseString(new Gradescope(Gradescope.Shown.VISIBLE).json(result)).getAsJsonObject();
    }

    private static JsonObject test(SubmissionResult result, int index) {
        return json(result).getAsJsonArray("tests").get(index).getAsJsonObject();
    }

    @Test
    void onlyNamesOfTheSpecificationAreUsed() {
        JsonObject json = json(SampleClass.half("bob"));
        assertTrue(TOP.containsAll(json.keySet()), json.keySet()::toString);
        for (JsonElement test : json.getAsJsonArray("tests")) {
            assertTrue(CASE.containsAll(test.getAsJsonObject().keySet()), test::toString);
        }
        assertEquals("text", json.get("output_format").getAsString());
        assertEquals("text", json.get("test_output_format").getAsString());
        assertEquals("hidden", json.get("stdout_visibility").getAsString());
    }

    @Test
    void thePointsOfTheTestsAddUpToThoseOfTheSubmission() {
        for (SubmissionResult result : new SubmissionResult[] {SampleClass.right("anna"), SampleClass.half("bob")}) {
            int score = 0;
            int max = 0;
            JsonArray tests = json(result).getAsJsonArray("tests");
            for (JsonElement test : tests) {
                score += test.getAsJsonObject().get("score").getAsInt();
                max += test.getAsJsonObject().get("max_score").getAsInt();
            }
            assertEquals(result.points(), score);
            assertEquals(result.max(), max);
            assertFalse(json(result).has("score")); // a total of our own would hide the sum
        }
    }

    @Test
    void aMistakeComesWithItsNameAndHint() {
        JsonObject test = test(SampleClass.half("bob"), 1);
        assertEquals("2.1 One attention weight: weighs by scaled dot product", test.get("name").getAsString());
        assertEquals("2.1.2", test.get("number").getAsString());
        assertEquals(0, test.get("score").getAsInt());
        assertEquals(2, test.get("max_score").getAsInt());
        assertEquals("failed", test.get("status").getAsString());
        assertEquals("failed\n" + SampleClass.UNSCALED + "\nHint: What grows with headDim?",
                test.get("output").getAsString());
        assertEquals("[\"ch02\"]", test.get("tags").toString());
    }

    @Test
    void whatIsRightSaysNothing() {
        JsonObject test = test(SampleClass.right("anna"), 0);
        assertEquals("passed", test.get("status").getAsString());
        assertEquals("", test.get("output").getAsString());
    }

    @Test
    void whatDoesNotCompileShowsTheirLine() {
        assertEquals("ManyWeights.java does not compile.\nManyWeights.java:12: ';' expected\n        int x = 1\n"
                + "              ^", test(SampleClass.half("bob"), 2).get("output").getAsString());
    }

    @Test
    void whatIsUntouchedIsNotAttempted() {
        JsonObject test = test(SampleClass.half("bob"), 3);
        assertEquals("not attempted", test.get("output").getAsString());
        assertEquals("failed", test.get("status").getAsString());
    }

    @Test
    void whatEndedSaysWhyAndWhatItPrinted() {
        SubmissionResult result = SampleClass.student("mallory")
                .ended("2.1 One attention weight", 3, "it hung for 20 s and was ended", "round\u001B[2J 1\n").result();
        assertEquals("it hung for 20 s and was ended\nYour code printed:\nround\\u001B[2J 1",
                test(result, 0).get("output").getAsString());
    }

    @Test
    void remarksAreOnTop() {
        SubmissionResult result = SampleClass.student("bob").graded("2.1 One attention weight", 3)
                .remarks("ch02/OneWeight.java is left out: it is encrypted").result();
        assertEquals("3 of 3 points\nNote: ch02/OneWeight.java is left out: it is encrypted",
                json(result).get("output").getAsString());
    }

    @Test
    void nothingOfThisMachineIsInIt() {
        assertFalse(new Gradescope(Gradescope.Shown.HIDDEN).json(SampleClass.half("bob")).contains("secret"));
    }

    @Test
    void theInstructorSaysWhenStudentsSeeIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("results/results.json");
        new Gradescope(Gradescope.Shown.AFTER_PUBLISHED).write(file, SampleClass.right("anna"));
        assertEquals("after_published",
                JsonParser.parseString(Files.readString(file)).getAsJsonObject().get("visibility").getAsString());
    }
}
