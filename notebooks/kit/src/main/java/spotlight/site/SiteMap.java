package spotlight.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import spotlight.grader.ExerciseFiles;

/** Where on the site a file of the repository is. Paths have slashes and begin at the top folder. */
final class SiteMap {
    private static final Pattern CHAPTER = Pattern.compile("notebooks/(\\d\\d-[\\w-]+)\\.ipynb");
    private static final Pattern HINTS = Pattern.compile("exercises/hints/ch(\\d\\d)\\.md");
    private static final Pattern ANSWERS = Pattern
            .compile("(exercises|solutions)/src/(?:main|test)/java/spotlight/ch(\\d\\d)(?:/(\\w+?)(?:Test)?\\.java)?");
    private static final Pattern LIBRARY = Pattern
            .compile("lib/src/main/java/(spotlight(?:/\\w+)*)(?:/(\\w+)\\.java)?");
    private static final Pattern PAGE = Pattern
            .compile("((?:\\w+/)*)(README|RESULTS|BENCHMARKS|INSTRUCTORS|SECURITY|GRADING)\\.md");

    private final Path root;
    private final Map<String, String> numbers = new HashMap<>(); // ch02/OneWeight -> 2.1

    SiteMap(Path root, List<ExerciseFiles> exercises) {
        this.root = root;
        for (ExerciseFiles files : exercises) {
            numbers.put(files.className().replace("spotlight.", "").replace('.', '/'), files.number().toString());
        }
    }

    /** The exercise, such as 2.1, whose stub is {@code ch02/OneWeight}. */
    Optional<String> number(String stub) {
        return Optional.ofNullable(numbers.get(stub));
    }

    /**
     * The page that shows a file or folder of the repository, with an anchor if there is one; empty if no page does.
     *
     * @param anchor of the link, without #, or empty
     */
    Optional<String> page(String path, String anchor) {
        String hash = anchor.isEmpty() ? "" : "#" + anchor;
        Matcher chapter = CHAPTER.matcher(path);
        if (chapter.matches()) {
            return Optional.of("chapters/" + chapter.group(1) + ".html" + hash);
        }
        Matcher hints = HINTS.matcher(path);
        if (hints.matches()) {
            return Optional.of("exercises/ch" + hints.group(1) + ".html" + hint(hints.group(1), anchor));
        }
        Matcher answers = ANSWERS.matcher(path);
        if (answers.matches()) {
            return Optional.of("exercises/ch" + answers.group(2) + ".html" + (answers.group(3) == null
                    ? ""
                    : exercise(answers.group(1), "ch" + answers.group(2) + "/" + answers.group(3))));
        }
        Matcher library = LIBRARY.matcher(path);
        if (library.matches()) {
            return Optional.of("javadoc/" + library.group(1) + "/" + documented(path, library.group(2)) + ".html");
        }
        return whole(path, hash);
    }

    private Optional<String> whole(String path, String hash) {
        if (path.equals("README.md")) {
            return Optional.of("index.html" + hash);
        }
        Matcher page = PAGE.matcher(path);
        if (page.matches()) {
            return Optional.of("pages/" + path.replace("/", "-").replace(".md", ".html") + hash);
        }
        if (path.equals("lib/src/main/java/spotlight") || path.equals("lib/src/main/java")) {
            return Optional.of("javadoc/index.html");
        }
        if (path.equals("exercises/hints") || path.equals("solutions")) {
            return Optional.of("exercises/index.html");
        }
        return Files.isRegularFile(root.resolve(path).resolve("README.md"))
                ? whole(path + "/README.md", hash)
                : Optional.empty();
    }

    /** The page of a class; that of its package if the class is not public, as javadoc leaves it out. */
    private String documented(String path, String type) {
        try {
            return type != null && Files.readString(root.resolve(path))
                    .matches("(?s).*\npublic [a-z ]*(class|record|interface|enum) " + type + "\\b.*")
                            ? type
                            : "package-summary";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** From the anchor a repository gives a heading, {@code 21-one-attention-weight}, to ours. */
    private static String hint(String chapter, String anchor) {
        String prefix = Integer.toString(Integer.parseInt(chapter));
        Matcher number = Pattern.compile(prefix + "(\\d+)-.*").matcher(anchor);
        return number.matches() ? "#" + prefix + "." + number.group(1) : "";
    }

    private String exercise(String module, String stub) {
        return number(stub).map(n -> "#" + n + (module.equals("solutions") ? "-solution" : "")).orElse("");
    }
}
