package spotlight.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import spotlight.grader.ExerciseFiles;

/**
 * The whole course as static pages: chapters with their stored outputs, exercises with folded hints and solutions, the
 * pages of the repository, and the library's javadoc. Nothing is asked for from outside; every link is checked.
 */
public final class Site {
    private static final List<String> PAGES = List.of("lib/README.md", "lib/RESULTS.md", "lib/BENCHMARKS.md",
            "data/README.md", "exercises/README.md", "notebooks/README.md", "exercises/INSTRUCTORS.md",
            "exercises/SECURITY.md", "exercises/GRADING.md", "exercises/deploy/README.md");

    private final Path root;
    private final Path out;
    private final Consumer<String> progress;
    private final List<String> problems = new ArrayList<>();
    private final Markdown markdown = new Markdown(problems);
    private final List<ExerciseFiles> exercises;
    private final List<Path> chapters;
    private final SiteMap map;

    /** @param root of the course @param out an empty or new folder @param progress is told each step */
    public Site(Path root, Path out, Consumer<String> progress) throws IOException {
        this.root = root;
        this.out = out;
        this.progress = progress;
        exercises = ExerciseFiles.all(root);
        try (Stream<Path> files = Files.list(root.resolve("notebooks"))) {
            chapters = files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
        }
        map = new SiteMap(root, exercises);
    }

    /** Writes everything. @return what is wrong with it: broken links, pictures without words, requests; empty if nothing */
    public List<String> write() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("site.css"), Template.resource("site.css"));
        writeChapters();
        writeExercises();
        writePages();
        progress.accept("javadoc");
        problems.addAll(Javadoc.write(root.resolve("lib/src/main/java"), out.resolve("javadoc")));
        progress.accept("checking links");
        problems.addAll(new SiteCheck(out).problems());
        return List.copyOf(problems);
    }

    private void writeChapters() throws IOException {
        Path folder = Files.createDirectories(out.resolve("chapters"));
        for (int i = 0; i < chapters.size(); i++) {
            Path file = chapters.get(i);
            progress.accept(String.format(Locale.ROOT, "chapter %d of %d, %s", i + 1, chapters.size(),
                    file.getFileName()));
            ChapterPage chapter = new ChapterPage(file, folder);
            String page = place(file);
            Template template = new Template(chapter.title(), page);
            if (i > 0) {
                template.before(place(chapters.get(i - 1)), title(chapters.get(i - 1)));
            }
            if (i < chapters.size() - 1) {
                template.after(place(chapters.get(i + 1)), title(chapters.get(i + 1)));
            }
            save(page, template.html(chapter.body(markdown, links("notebooks/" + file.getFileName(), page))));
        }
    }

    private void writeExercises() throws IOException {
        progress.accept("exercises");
        StringBuilder index = new StringBuilder("<h1>Exercises</h1>\n");
        for (Path file : chapters) {
            String chapter = file.getFileName().toString().substring(0, 2);
            List<ExerciseFiles> own = exercises.stream()
                    .filter(exercise -> exercise.number().chapter() == Integer.parseInt(chapter)).toList();
            if (own.isEmpty()) {
                continue;
            }
            String page = "exercises/ch" + chapter + ".html";
            ExercisesPage exercisesPage = new ExercisesPage(root, chapter, own);
            Template template = new Template(exercisesPage.title(), page).before(place(file), title(file));
            save(page,
                    template.html(exercisesPage.body(markdown, links("exercises/hints/ch" + chapter + ".md", page))));
            index.append("<h2>" + Html.escape(title(file)) + "</h2>\n<ul>\n");
            own.forEach(exercise -> index.append("<li><a href=\"ch" + chapter + ".html#" + exercise.number() + "\">"
                    + Html.escape(exercise.title()) + "</a></li>\n"));
            index.append("</ul>\n");
        }
        save("exercises/index.html", new Template("Exercises", "exercises/index.html").html(index.toString()));
    }

    private void writePages() throws IOException {
        progress.accept("pages");
        Path images = root.resolve("notebooks/images");
        if (Files.isDirectory(images)) {
            Files.createDirectories(out.resolve("notebooks/images"));
            try (Stream<Path> files = Files.list(images)) {
                for (Path file : files.toList()) {
                    Files.copy(file, out.resolve("notebooks/images").resolve(file.getFileName().toString()));
                }
            }
        }
        writePage("README.md", "Spotlight");
        for (String page : PAGES) {
            if (Files.exists(root.resolve(page))) {
                writePage(page, page.replaceFirst("/README.md", "").replaceFirst(".*/", "").replace(".md", ""));
            }
        }
    }

    private void writePage(String source, String title) throws IOException {
        String page = map.page(source, "").orElseThrow();
        save(page, new Template(title, page).html(markdown.html(Files.readString(root.resolve(source)),
                links(source, page))));
    }

    private Links links(String source, String page) {
        return new Links(map, root, source, page, problems);
    }

    private String place(Path notebook) {
        return map.page("notebooks/" + notebook.getFileName(), "").orElseThrow();
    }

    private String title(Path notebook) throws IOException {
        return new ChapterPage(notebook, out).title();
    }

    private void save(String page, String html) throws IOException {
        Path file = out.resolve(page);
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(out));
        Files.writeString(file, html);
    }
}
