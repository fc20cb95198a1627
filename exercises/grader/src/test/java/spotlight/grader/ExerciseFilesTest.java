package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseFilesTest {
    @Test
    void theTestSourcesSayWhereEachExerciseIs(@TempDir Path home) throws IOException {
        write(home, "ch02/SingleQueryTest.java", "@Exercise(value = \"2.10 One query\", seconds = 20)");
        write(home, "ch02/OneWeightTest.java", "@Exercise(\"2.1 One attention weight\")");
        write(home, "ch02/Sentences.java", "no exercise");
        write(home, "ch02/SentencesTest.java", "no exercise");
        List<ExerciseFiles> all = ExerciseFiles.all(home);
        assertEquals(List.of("2.1 One attention weight", "2.10 One query"),
                all.stream().map(ExerciseFiles::title).toList());
        ExerciseFiles query = ExerciseFiles.find(home, "2.10");
        assertEquals(all.get(1), query);
        assertEquals("spotlight.ch02.SingleQuery", query.className());
        assertEquals("exercises/src/main/java/spotlight/ch02/SingleQuery.java", query.stubPath());
        assertEquals("SingleQuery.java", query.stubName());
        assertEquals(home.resolve("exercises/src/test/java/spotlight/ch02/SingleQueryTest.java"), query.test());
        assertEquals("there is no exercise 2.2; chapter 2 has 2.1, 2.10",
                assertThrows(IllegalArgumentException.class, () -> ExerciseFiles.find(home, "2.2")).getMessage());
    }

    private static void write(Path home, String name, String text) throws IOException {
        Path file = home.resolve("exercises/src/test/java/spotlight").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
