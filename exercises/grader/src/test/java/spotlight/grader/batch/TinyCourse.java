package spotlight.grader.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import spotlight.grader.handin.HandIn;
import spotlight.grader.handin.Submission;

/** A course with two exercises, 98.1 and 98.2, and a class that hands in. */
final class TinyCourse {
    static final String TWICE = "spotlight.ch98.Twice";
    static final String HALF = "spotlight.ch98.Half";
    static final String RIGHT = "return 2 * n;";

    final Path home;
    final Path submissions;

    TinyCourse(Path folder) {
        home = folder.resolve("a course");
        submissions = folder.resolve("class");
        save(home.resolve("exercises/src/main/java"), TWICE, stub("Twice", "twice", todo("98.1")));
        save(home.resolve("exercises/src/main/java"), HALF, stub("Half", "half", todo("98.2")));
        save(home.resolve("exercises/src/test/java"), TWICE + "Test", """
                package spotlight.ch98;
                import org.junit.jupiter.api.Test;
                import spotlight.grader.*;
                @Exercise(value = "98.1 Twice as much", seconds = 1)
                class TwiceTest {
                    @Test @Points(value = 2, hint = "What is the double of three?")
                    void doublesThree() {
                        Verify.that("twice(3)", Twice.twice(3)).suspect(() -> 9, "that is the square").equalTo(6);
                    }
                    @Test @Points(hint = "And of minus one?")
                    void doublesANegativeNumber() {
                        Verify.that("twice(-1)", Twice.twice(-1)).equalTo(-2);
                    }
                }
                """);
        save(home.resolve("exercises/src/test/java"), HALF + "Test", """
                package spotlight.ch98;
                import org.junit.jupiter.api.Test;
                import spotlight.grader.*;
                @Exercise(value = "98.2 Half as much", seconds = 1)
                class HalfTest {
                    @Test @Points(hint = "Six is three and three.")
                    void halvesSix() {
                        Verify.that("half(6)", Half.half(6)).equalTo(3);
                    }
                }
                """);
    }

    static String todo(String number) {
        return "return spotlight.check.Check.todo(\"" + number + "\");";
    }

    static String stub(String name, String method, String body) {
        return "package spotlight.ch98;\n\npublic class " + name + " {\n    public static int " + method
                + "(int n) {\n        " + body + "\n    }\n}\n";
    }

    /** Somebody hands in 98.1 with this body, and the right answer to 98.2. */
    TinyCourse handIn(String id, String body) {
        return handIn(id, TWICE, stub("Twice", "twice", body)).handIn(id, HALF, stub("Half", "half", "return n / 2;"));
    }

    TinyCourse handIn(String id, String className, String source) {
        save(submissions.resolve(id), className, source);
        return this;
    }

    List<Submission> all() {
        try (Stream<Path> folders = Files.list(submissions)) {
            return folders.sorted().map(each -> new Submission(each.getFileName().toString(),
                    "Name of " + each.getFileName(), Map.of("moodle.participant", "7"), each, Optional.empty()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The smallest intake there can be. */
    static HandIn open(Submission submission, Set<String> stubs) {
        TreeMap<String, String> found = new TreeMap<>();
        for (String stub : stubs) {
            Path file = submission.place().resolve(stub.replace('.', '/') + ".java");
            if (Files.exists(file)) {
                found.put(stub, read(file));
            }
        }
        return new HandIn(submission, found, List.of());
    }

    static BatchOptions options() {
        return BatchOptions.standard(1).withLimits(5, 64, 1);
    }

    Batch batch(Path out, BatchOptions options) {
        return new Batch(home, out, options, Fence.none(), TinyCourse::open);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void save(Path folder, String className, String source) {
        Path file = folder.resolve(className.replace('.', '/') + ".java");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
