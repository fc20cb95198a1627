package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;

class ClassPathTest {
    @Test
    void libGraderAndJunitAreFoundWhereTheirClassesCameFrom() {
        List<Path> path = ClassPath.ofTests();
        assertTrue(path.stream().allMatch(Files::exists), path.toString());
        assertEquals(path.size(), new HashSet<>(path).size());
        assertTrue(path.stream().anyMatch(entry -> Files.exists(entry.resolve("spotlight/tensor/Tensor.class"))),
                path.toString());
        assertTrue(path.stream().anyMatch(entry -> entry.getFileName().toString().startsWith("junit-jupiter-api")),
                path.toString());
    }
}
