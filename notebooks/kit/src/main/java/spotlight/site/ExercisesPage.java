package spotlight.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import spotlight.grader.ExerciseFiles;
import spotlight.grader.HintSection;

/** The exercises of one chapter: task, hints one by one, and the solution, which stays folded until it is wanted. */
final class ExercisesPage {
    private final Path root;
    private final String chapter; // 02
    private final List<ExerciseFiles> exercises;

    ExercisesPage(Path root, String chapter, List<ExerciseFiles> exercises) {
        this.root = root;
        this.chapter = chapter;
        this.exercises = exercises;
    }

    String title() {
        return "Exercises of chapter " + chapter;
    }

    String body(Markdown markdown, Links links) throws IOException {
        List<HintSection> hints = HintSection.parse(Files.readString(root.resolve("exercises/hints/ch" + chapter
                + ".md")));
        StringBuilder html = new StringBuilder("<h1>" + title() + "</h1>\n");
        html.append(markdown
                .html("Each exercise is a file with a gap. In the course, `Exercises.check(\"…\")` or `mvn test`"
                        + " runs its tests and names the mistake.", links));
        for (ExerciseFiles exercise : exercises) {
            HintSection section = hints.stream().filter(hint -> hint.title().equals(exercise.title())).findFirst()
                    .orElseThrow(() -> new IllegalStateException("no hints for " + exercise.title()));
            html.append(exercise(exercise, section, markdown, links));
        }
        return html.toString();
    }

    private String exercise(ExerciseFiles files, HintSection section, Markdown markdown, Links links)
            throws IOException {
        String number = files.number().toString();
        StringBuilder html = new StringBuilder("<h2 id=\"" + number + "\">" + Html.escape(files.title()) + "</h2>\n");
        html.append("<p class=\"facts\">difficulty " + stars(section.difficulty()) + " · importance "
                + stars(section.importance()) + " · about " + section.minutes() + " minutes · <code>" + files.stubPath()
                + "</code></p>\n");
        html.append(Html.java(Files.readString(files.stub()).stripTrailing()));
        for (int i = 0; i < section.hints().size(); i++) {
            html.append("<details><summary>Hint " + (i + 1) + "</summary>\n"
                    + markdown.html(section.hints().get(i), links) + "</details>\n");
        }
        Path solution = root.resolve(files.stubPath().replaceFirst("exercises", "solutions"));
        return html.append("<details id=\"" + number + "-solution\"><summary>Solution</summary>\n"
                + Html.java(Files.readString(solution).stripTrailing()) + "</details>\n").toString();
    }

    private static String stars(int count) {
        return "★".repeat(count) + "☆".repeat(3 - count);
    }
}
