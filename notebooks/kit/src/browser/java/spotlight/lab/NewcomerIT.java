package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A newcomer's walk: a fresh clone, {@code ./lab}, the first chapter, its cells run one by one, the first exercise
 * answered wrongly, then rightly. Pictures are in {@code target/screenshots}.
 */
class NewcomerIT {
    private static final String NOTEBOOK = "notebooks/00-welcome.ipynb";
    private static final String STUB = "exercises/src/main/java/spotlight/ch00/DotProduct.java";
    private static final String CHECK = "Exercises.check(\"0.1\")";
    private static final Duration CELL = Duration.ofSeconds(90);

    @TempDir(cleanup = CleanupMode.NEVER) // the browser may still be writing when the test has ended
    Path folder;

    private final Path root = Home.find().root();

    @Test
    void fromTheCloneToTheFirstPoints() throws Exception {
        Path course = folder.resolve("my course"); // with a space, as people have it
        Process clone = new ProcessBuilder("git", "clone", "--quiet", root.toString(), course.toString()).inheritIO()
                .start();
        assertEquals(0, clone.waitFor(), "git clone");
        try (RunningLab lab = new RunningLab(course);
                JupyterPage page = new JupyterPage(folder.resolve("profile"), root.resolve("target/screenshots"))) {
            page.open(lab.address(NOTEBOOK));
            page.screenshot("newcomer-1-opened");
            page.run("import spotlight.tensor");
            page.run("1 + 2 * 3");
            shows(page, "1 + 2 * 3", "7");
            page.run("Tensor words = Tensor.matrix(");
            page.run("Chart.heatmap(look.weights())");
            page.await("the first picture", CELL, () -> page.pictureWidth("Chart.heatmap(look.weights())") > 100);
            page.showOutput("Chart.heatmap(look.weights())");
            page.screenshot("newcomer-2-picture");

            page.follow(STUB);
            String answer = Files
                    .readString(root.resolve("solutions/src/main/java/spotlight/ch00/DotProduct.java"));
            write(page, course, answer.replaceFirst("\\* b", "+ b"));
            page.run(CHECK);
            page.await("a failure", CELL, () -> page.output(CHECK).contains("failed"));
            page.showOutput(CHECK);
            page.screenshot("newcomer-3-wrong");
            page.tab("DotProduct.java");
            write(page, course, answer);
            page.run(CHECK);
            shows(page, CHECK, "3 of 3 points");
            page.showOutput(CHECK);
            page.screenshot("newcomer-4-right");
        }
    }

    private static void shows(JupyterPage page, String code, String expected) {
        page.await(code + " to show " + expected, CELL, () -> page.output(code).contains(expected));
    }

    private void write(JupyterPage page, Path course, String text) {
        page.replaceAndSave(text);
        page.await("the saved file", Duration.ofSeconds(20), () -> text.equals(read(course.resolve(STUB))));
        page.tab("00-welcome.ipynb");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return "";
        }
    }
}
