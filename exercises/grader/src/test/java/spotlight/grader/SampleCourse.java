package spotlight.grader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A course folder with one exercise, 98.1, whose stub the tests rewrite. */
final class SampleCourse {
    final Path home;

    /** @param seconds the time limit of each test method */
    SampleCourse(Path folder, int seconds) throws IOException {
        home = folder.resolve("a course");
        Files.createDirectories(stub().getParent());
        Path test = home.resolve("exercises/src/test/java/spotlight/ch98/TwiceTest.java");
        Files.createDirectories(test.getParent());
        Files.writeString(test, """
                package spotlight.ch98;

                import org.junit.jupiter.api.Test;
                import spotlight.grader.*;

                @Exercise(value = "98.1 Twice as much", seconds = %d)
                class TwiceTest {
                    @Test
                    @Points(value = 2, hint = "What is the double of three?")
                    void doublesThree() {
                        Verify.that("twice(3)", Twice.twice(3)).equalTo(6);
                    }

                    @Test
                    @Points(hint = "And of minus one?")
                    void doublesANegativeNumber() {
                        Verify.that("twice(-1)", Twice.twice(-1)).equalTo(-2);
                    }

                    @Measured("adding")
                    double speedup() {
                        return Twice.twice(100) / 80.0;
                    }
                }
                """.formatted(seconds));
        answer("return spotlight.check.Check.todo(\"98.1\");");
    }

    Path stub() {
        return home.resolve("exercises/src/main/java/spotlight/ch98/Twice.java");
    }

    /** Saves the stub with this body. */
    void answer(String body) throws IOException {
        Files.writeString(stub(),
                "package spotlight.ch98;\n\npublic class Twice {\n    public static int twice(int n) {\n"
                        + "        " + body + "\n    }\n}\n");
    }
}
