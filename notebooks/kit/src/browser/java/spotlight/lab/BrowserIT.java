package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A learner's first exercise in a real browser: chapter 02 as {@code ./lab} opens it, all its cells, its heat map, and
 * exercise 2.1 answered rightly and wrongly. Its pictures are in {@code target/screenshots}.
 */
class BrowserIT {

    private static final String NOTEBOOK = "notebooks/02-spotlight.ipynb";
    private static final String STUB = "exercises/src/main/java/spotlight/ch02/OneWeight.java";
    private static final String ANSWER = "solutions/src/main/java/spotlight/ch02/OneWeight.java";
    private static final String HEAT_MAP = "Chart.heatmap(";
    private static final String CHECK = "Exercises.check(\"2.1\")";
    private static final Duration CHAPTER = Duration.ofMinutes(4);
    private static final Duration CHECKED = Duration.ofSeconds(60);

    @TempDir(cleanup = CleanupMode.NEVER) // the browser may still be writing when the test has ended
    Path profile;

    private final Path root = Home.find().root();
    private byte[] notebook;
    private byte[] stub;

    @BeforeEach
    void keepWhatTheLearnerChanges() throws IOException {
        notebook = Files.readAllBytes(root.resolve(NOTEBOOK));
        stub = Files.readAllBytes(root.resolve(STUB));
    }

    @AfterEach
    void putItBack() throws IOException {
        Files.write(root.resolve(NOTEBOOK), notebook);
        Files.write(root.resolve(STUB), stub);
    }

    @Test
    void aLearnerReadsRunsAndAnswers() throws Exception {
        try (RunningLab lab = new RunningLab(root);
                JupyterPage page = new JupyterPage(profile, root.resolve("target/screenshots"))) {
            long codeCells = codeCells();
            page.open(lab.address(NOTEBOOK));
            page.screenshot("1-opened");
            page.menu("Kernel", "Restart Kernel and Clear Outputs of All Cells…");
            page.accept();
            page.menu("Run", "Run All Cells");
            page.awaitRan(codeCells, CHAPTER);
            assertEquals(List.of(), page.errors());
            assertTrue(page.pictureWidth(HEAT_MAP) > 100, "the heat map is drawn");
            assertTrue(String.valueOf(page.pictureWords(HEAT_MAP)).length() > 20, "and described for those who listen");
            page.showOutput(HEAT_MAP);
            page.screenshot("2-heat-map");
            assertShows(page, "not attempted");
            page.screenshot("3-not-attempted");

            String answer = Files.readString(root.resolve(ANSWER));
            page.follow(STUB);
            page.screenshot("4-stub-in-editor");
            edit(page, answer);
            assertShows(page, "4 of 4");
            page.screenshot("6-right");

            edit(page,
                    answer.replace("return Math.exp(scores.at(index)) / sum;", "return Math.exp(scores.at(index));"));
            assertShows(page, "this is exp(score) alone: the division by the sum of all exponentials is missing");
            page.screenshot("7-wrong");

            edit(page, answer.replace("double sum = 0;", "double sum = 0"));
            long line = answer.lines().takeWhile(text -> !text.contains("double sum = 0;")).count() + 1;
            assertShows(page, "OneWeight.java:" + line + ": ';' expected");
            page.screenshot("8-does-not-compile");
        }
    }

    private void edit(JupyterPage page, String text) throws IOException {
        page.tab("OneWeight.java");
        page.replaceAndSave(text);
        page.screenshot("5-edited");
        page.await("the saved file", Duration.ofSeconds(20), () -> text.equals(read(root.resolve(STUB))));
        page.tab("02-spotlight.ipynb");
    }

    private void assertShows(JupyterPage page, String expected) {
        page.run(CHECK);
        page.await("the check cell to show: " + expected, CHECKED, () -> page.output(CHECK).contains(expected));
        page.showOutput(CHECK);
    }

    private long codeCells() {
        return Notebook.read(root.resolve(NOTEBOOK)).cells().stream().filter(Notebook.Cell::isCode).count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
