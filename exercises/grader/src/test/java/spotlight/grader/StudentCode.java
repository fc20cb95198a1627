package spotlight.grader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import spotlight.grader.SourceCompiler.Compiled;
import spotlight.grader.SourceCompiler.Source;

/** Sources and classes as students could hand them in, for tests in other packages. */
public final class StudentCode {
    private static final SourceCompiler COMPILER = new SourceCompiler(ClassPath.ofThisProgram(), List.of());

    private StudentCode() {
    }

    /** Class files by class name. @throws IllegalArgumentException if a source does not compile */
    public static Map<String, byte[]> compile(Map<String, String> sources) {
        Compiled compiled = COMPILER.compile(sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue())).toArray(Source[]::new));
        if (!compiled.problems().isEmpty()) {
            throw new IllegalArgumentException(compiled.problems().get(0).text());
        }
        return compiled.classes();
    }

    /** Sources by class name under a folder of the course, {@code solutions/src/main/java}. */
    public static Map<String, String> sources(String folder) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        Path root = Home.get().resolve(folder);
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(each -> each.toString().matches(".*[/\\\\][A-Za-z0-9]+\\.java")).toList()) {
                String path = root.relativize(file).toString().replaceFirst("\\.java$", "");
                sources.put(path.replaceAll("[/\\\\]", "."), Files.readString(file));
            }
        }
        return sources;
    }

    /** The wrong answers of the bank in rounds: round i holds the i-th of each exercise that has so many. */
    public static List<Map<String, String>> wrongAnswers() throws IOException {
        List<Map<String, String>> rounds = new ArrayList<>();
        for (Map.Entry<String, String> solution : sources("solutions/src/main/java").entrySet()) {
            String[] name = solution.getKey().split("\\.");
            Path bank = Home.get().resolve("exercises/src/test/bank/" + name[1] + '/' + name[2] + ".txt");
            List<WrongAnswer> answers = Files.exists(bank) ? Bank.read(bank) : List.of();
            for (int i = 0; i < answers.size(); i++) {
                if (rounds.size() <= i) {
                    rounds.add(new TreeMap<>());
                }
                rounds.get(i).put(solution.getKey(), answers.get(i).applyTo(solution.getValue()));
            }
        }
        return rounds;
    }

}
