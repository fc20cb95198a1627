package spotlight.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The text of a method of the library, as it stands in its file: what a chapter shows is what runs. */
final class Source {
    private static final String FOLDER = "lib/src/main/java";

    private Source() {
    }

    /**
     * The lines of a method, without its comment and without the indentation of its class.
     *
     * @param home the course folder
     * @throws IllegalArgumentException if the class has no such method, or more than one
     */
    static String of(Path home, Class<?> type, String method) {
        Path file = home.resolve(FOLDER).resolve(type.getName().replace('.', '/') + ".java");
        List<String> lines = read(file);
        Pattern start = Pattern.compile("    \\w[\\w<>\\[\\]., ]* " + Pattern.quote(method) + "\\(.*");
        List<Integer> starts = IntStream.range(0, lines.size())
                .filter(i -> start.matcher(lines.get(i)).matches()).boxed().toList();
        if (starts.size() != 1) {
            throw new IllegalArgumentException("source: " + type.getSimpleName() + " has " + starts.size()
                    + " methods called " + method + ", expected one");
        }
        int from = starts.get(0);
        int end = from + lines.subList(from, lines.size()).indexOf("    }");
        return String.join("\n", lines.subList(from, end + 1)).stripIndent();
    }

    /** As Markdown, which JupyterLab shows in colours, and as it is. */
    static Bundle bundle(String text) {
        return Bundle.of(text).with("text/markdown", "```java\n" + text + "\n```");
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("source: " + file + " cannot be read", e);
        }
    }
}
