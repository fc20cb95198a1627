package spotlight.gradebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import spotlight.grader.batch.ResultStore;

/**
 * Parts of a class that were graded apart, on several machines, become one folder as if they had been graded together.
 */
public final class Shards {
    private static final List<String> TABLES = List.of("extensions.csv", "overrides.csv", "points.csv");

    private final List<Path> parts;
    private final Path out;

    /**
     * @param parts folders that {@code ./lab grade --shard} has written
     * @param out   the folder of the whole class: new, or one that these parts were merged into before
     */
    public Shards(List<Path> parts, Path out) {
        this.parts = List.copyOf(parts);
        this.out = out;
    }

    /**
     * Copies results and the instructor's tables to the folder of the class.
     *
     * @return the settings that all parts agree on
     * @throws GradebookException if a part has no results, two parts disagree about a student, a table or the
     * settings, or the
     *         folder has results that no part has; nothing has been written then
     */
    public GradebookOptions merge() {
        GradebookOptions options = settings();
        Map<String, Path> results = results();
        Map<String, Path> tables = tables();
        new ResultStore(out).ids().stream().filter(id -> !results.containsKey(id)).findFirst().ifPresent(id -> {
            throw new GradebookException(out + " has a result of " + id + ", and no part has: name a new folder");
        });
        results.forEach((id, file) -> copy(file, out.resolve("results").resolve(file.getFileName())));
        tables.forEach((name, file) -> copy(file, out.resolve(name)));
        return options;
    }

    private GradebookOptions settings() {
        Path first = parts.get(0);
        for (Path part : parts) {
            if (!GradebookSettings.text(GradebookSettings.read(part))
                    .equals(GradebookSettings.text(GradebookSettings.read(first)))) {
                throw new GradebookException(first + " and " + part + " have different settings: compare their "
                        + "gradebook.json, and write one of them again");
            }
        }
        return GradebookSettings.read(first);
    }

    private Map<String, Path> results() {
        Map<String, Path> results = new TreeMap<>();
        for (Path part : parts) {
            List<String> ids = new ResultStore(part).ids();
            if (ids.isEmpty() && !Files.isDirectory(part.resolve("results"))) {
                throw new GradebookException(part + " has no results: ./lab grade makes them");
            }
            ids.forEach(id -> add(results, id, part.resolve("results").resolve(id + ".json"),
                    id + " is in " + part + " and in %s, with different results: delete one of the two files"));
        }
        return results;
    }

    private Map<String, Path> tables() {
        Map<String, Path> tables = new TreeMap<>();
        List<Path> folders = new ArrayList<>(List.of(out));
        folders.addAll(parts);
        for (Path part : folders) {
            TABLES.stream().filter(name -> Files.exists(part.resolve(name))).forEach(name -> add(tables, name,
                    part.resolve(name), name + " is in " + part + " and, different, in %s: keep one"));
        }
        return tables;
    }

    /** @param trouble what to say if there is another file with that name, with a gap for its folder */
    private static void add(Map<String, Path> known, String name, Path file, String trouble) {
        Optional<Path> earlier = Optional.ofNullable(known.putIfAbsent(name, file));
        if (earlier.isPresent() && !Arrays.equals(bytes(earlier.get()), bytes(file))) {
            Path parent = earlier.get().getParent();
            throw new GradebookException(
                    trouble.replace("%s", (name.endsWith(".csv") ? parent : parent.getParent()).toString()));
        }
    }

    private static void copy(Path from, Path to) {
        if (!from.equals(to)) {
            SafeFile.write(to, bytes(from));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
