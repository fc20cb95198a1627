package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gradescope's contract, in a tree like its own under a temporary root: source with the unpacked zip, submission, and
 * run_autograder beside them, which must leave results/results.json. The course in the tree is this clone; packing and setting
 * up too is what exercises/deploy/gradescope/simulate.sh does.
 */
class GradescopeAutograderTest {
    private static final Path HOME = Path.of(System.getProperty("spotlight.root", "../.."));
    private static final Path DEPLOY = HOME.resolve("exercises/deploy/gradescope");
    private static final String STUB = "exercises/src/main/java/spotlight/ch02/OneWeight.java";

    @TempDir
    private Path root;

    @BeforeEach
    void tree() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Gradescope runs on Linux");
        Files.createDirectories(root.resolve("source/course"));
        Files.createDirectories(root.resolve("results"));
        Files.copy(DEPLOY.resolve("run_autograder"), root.resolve("run_autograder"));
        Files.writeString(root.resolve("source/options"), "--only\n2.1\n");
        Files.writeString(root.resolve("source/show"), "after_published\n");
        Files.createDirectories(root.resolve("submission").resolve(STUB).getParent());
    }

    /** What stands for ./lab: this very build, without building it again. */
    private void lab(String script) throws IOException {
        Files.writeString(root.resolve("source/course/lab"), "#!/bin/sh\n" + script);
    }

    private void realLab() throws IOException {
        lab("exec '" + Path.of(System.getProperty("java.home"), "bin/java") + "' -Xshare:auto -Dspotlight.root='"
                + HOME.toAbsolutePath().normalize() + "' -cp '" + System.getProperty("java.class.path")
                + "' spotlight.lab.Lab \"$@\"\n");
    }

    private int run() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of("/bin/sh", root.resolve("run_autograder").toString()))
                .directory(root.toFile()).redirectErrorStream(true)
                .redirectOutput(root.resolve("results/stdout").toFile());
        builder.environment().put("SPOTLIGHT_AUTOGRADER", root.toString());
        return builder.start().waitFor();
    }

    private void hands(Path source) throws IOException {
        Files.copy(source, root.resolve("submission").resolve(STUB));
    }

    @Test
    void aSolutionGetsAllPointsAndNothingElseIsLeftBehind() throws IOException, InterruptedException {
        realLab();
        hands(HOME.resolve("solutions/src/main/java/spotlight/ch02/OneWeight.java"));
        assertEquals(0, run(), Files.readString(root.resolve("results/stdout")));
        JsonObject results = JsonParser.parseString(Files.readString(root.resolve("results/results.json")))
                .getAsJsonObject();
        assertEquals("after_published", results.get("visibility").getAsString());
        assertFalse(results.getAsJsonArray("tests").isEmpty());
        for (JsonElement test : results.getAsJsonArray("tests")) {
            assertTrue(test.getAsJsonObject().get("name").getAsString().startsWith("2.1 "), test::toString);
            assertEquals(test.getAsJsonObject().get("max_score"), test.getAsJsonObject().get("score"));
        }
        assertEquals(List.of("results.json", "stdout"), names(root.resolve("results")));
    }

    @Test
    void ifTheGraderFailsThereIsNoResultAndNoOldOneEither() throws IOException, InterruptedException {
        lab("echo 'no memory' >&2\nexit 1\n");
        hands(HOME.resolve(STUB));
        Files.writeString(root.resolve("results/results.json"), "{}");
        assertNotEquals(0, run());
        assertEquals(List.of("stdout"), names(root.resolve("results")));
    }

    @Test
    void theOptionsAreHandedOnWordByWord() throws IOException, InterruptedException {
        Files.writeString(root.resolve("source/options"), "--only\nch02\n--title\ntwo words; rm *\n");
        Files.createDirectories(root.resolve("source/tests/ch02"));
        lab("for word in \"$@\"; do printf '%s\\n' \"$word\"; done >>'" + root + "/words'\n");
        hands(HOME.resolve(STUB));
        assertEquals(0, run());
        List<String> words = new ArrayList<>(Files.readAllLines(root.resolve("words")));
        words.removeIf(word -> word.contains("/class") || word.contains("/out"));
        assertEquals(List.of("grade", "-o", "--jobs", "1", "--only", "ch02", "--title", "two words; rm *", "--tests",
                root + "/source/tests", "gradescope", "-o", root + "/results/results.json", "--show",
                "after_published"), words);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
