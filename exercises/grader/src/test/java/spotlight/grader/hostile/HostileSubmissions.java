package spotlight.grader.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes submissions that attack the grader, the machine and other students, each in its own way. */
public final class HostileSubmissions {
    private HostileSubmissions() {
    }

    /**
     * Writes them.
     *
     * @param folder  of the submissions
     * @param outside a folder beside it that must stay as it is: the grader's output, another student's work and a right
     *                answer are meant to be there
     * @param port    that must not be reached
     * @return what must become of each
     */
    public static List<Hostile> write(Path folder, Path outside, int port) throws IOException {
        Files.createDirectories(folder);
        surroundings(outside);
        Map<String, String> places = places(outside, port);
        List<Hostile> all = new ArrayList<>();
        for (String resource : List.of("running.txt", "forbidden.txt")) {
            for (HostileCode code : HostileCode.read(resource)) {
                write(folder.resolve(code.title()), code.source(places).getBytes(StandardCharsets.UTF_8));
                all.add(new Hostile(code.title(), Hostile.kinds(code.kind()), code.reason()));
            }
        }
        for (HostileSources.Source source : HostileSources.all()) {
            write(folder.resolve(source.title()), source.bytes());
            all.add(new Hostile(source.title(), Hostile.kinds(source.kind()), source.reason()));
        }
        all.addAll(HostileArchives.write(folder));
        all.addAll(HostileFolders.write(folder, outside.resolve("solution/OneWeight.java")));
        return all;
    }

    /** The texts of all hostile sources of {@code hostile/*.txt}; what they know of the outside does not exist. */
    public static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String resource : List.of("running.txt", "forbidden.txt")) {
            HostileCode.read(resource).forEach(code -> sources.add(code.source(places(Path.of("nowhere"), 1))));
        }
        return sources;
    }

    /** What hostile code knows of the outside. */
    static Map<String, String> places(Path outside, int port) {
        return Map.of("port", String.valueOf(port), "victim", slashes(outside.resolve("victim")), "out",
                slashes(outside));
    }

    /** Another student's work, and a right answer. */
    static void surroundings(Path outside) throws IOException {
        Path victim = Files.createDirectories(outside.resolve("victim"));
        Files.writeString(victim.resolve("homework.txt"), "a year's work");
        Path solution = Files.createDirectories(outside.resolve("solution")).resolve("OneWeight.java");
        Files.writeString(solution, "package spotlight.ch02; public final class OneWeight { }");
    }

    private static String slashes(Path path) {
        return path.toAbsolutePath().toString().replace('\\', '/');
    }

    private static void write(Path student, byte[] source) throws IOException {
        Path file = student.resolve(HostileArchives.STUB);
        Files.createDirectories(file.getParent());
        Files.write(file, source);
    }
}
