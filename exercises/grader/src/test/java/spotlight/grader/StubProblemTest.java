package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubProblemTest {
    @TempDir
    Path folder;

    @Test
    void javacSaysWhatTheEclipseCompilerKeepsToItself() throws IOException {
        SampleCourse course = new SampleCourse(folder, 10);
        assertEquals(Optional.empty(), problem(course));
        Files.writeString(course.stub(),
                "package spotlight.ch98;\n\nimport spotlight.tensr.Tensor;\n\nclass Twice { }\n");
        assertEquals(Optional.of("Twice.java does not compile: line 3: package spotlight.tensr does not exist"),
                problem(course));
        course.answer("return m;");
        assertEquals(Optional.of("Twice.java does not compile: line 5: cannot find symbol, symbol:   variable m, "
                + "location: class Twice"), problem(course));
    }

    @Test
    void aClassWithoutASourceHasNone() {
        assertEquals(Optional.empty(), StubProblem.behind("spotlight.ch99.AbsentTest"));
    }

    private static Optional<String> problem(SampleCourse course) {
        return StubProblem.compile(course.home.resolve("exercises/src/main/java"), "spotlight.ch98.Twice",
                course.stub());
    }
}
