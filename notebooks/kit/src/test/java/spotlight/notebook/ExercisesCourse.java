package spotlight.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import spotlight.grader.CheckRunner;

/** A course folder with one exercise, 98.1, and the check and drawing of it. */
final class ExercisesCourse {
    static final String TODO = "return spotlight.check.Check.todo(\"98.1\");";
    static final String RIGHT = "return x.times(2);";

    final CheckRunner runner;
    final Exercises exercises;
    private final Path stub;

    ExercisesCourse(Path home) throws IOException {
        stub = write(home, "exercises/src/main/java/spotlight/ch98/Twice.java", "");
        write(home, "exercises/src/test/java/spotlight/ch98/TwiceTest.java", """
                package spotlight.ch98;

                import org.junit.jupiter.api.Test;
                import spotlight.grader.*;
                import spotlight.tensor.Tensor;

                @Exercise(value = "98.1 Twice as much", seconds = 60)
                class TwiceTest {
                    @Test
                    @Points(value = 2, hint = "What is the double of <three>?")
                    void doublesThree() {
                        Verify.that("twice({3})", Twice.twice(Tensor.vector(3))).equalTo(Tensor.vector(6));
                    }

                    @Test
                    @Points(hint = "And of minus one?")
                    void doublesANegativeNumber() {
                        Verify.that("twice({-1})", Twice.twice(Tensor.vector(-1))).equalTo(Tensor.vector(-2));
                    }

                    @Measured("x < 2")
                    double speedup() {
                        return 2.5;
                    }
                }
                """);
        answer(TODO);
        runner = new CheckRunner(home);
        exercises = new Exercises(home, runner, 60_000);
    }

    /** Saves the stub with this body of {@code static Tensor twice(Tensor x)}. */
    void answer(String body) throws IOException {
        Files.writeString(stub, "package spotlight.ch98;\n\nimport spotlight.tensor.Tensor;\n\n"
                + "public class Twice {\n    static Tensor twice(Tensor x) {\n        " + body + "\n    }\n\n"
                + "    static double half(double x) {\n        return x / 2;\n    }\n}\n");
    }

    /** Saves the stub as this text. */
    void save(String text) throws IOException {
        Files.writeString(stub, text);
    }

    private static Path write(Path home, String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
