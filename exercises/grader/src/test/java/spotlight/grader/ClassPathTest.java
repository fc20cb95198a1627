package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import spotlight.tensor.Tensor;

class ClassPathTest {
    @Test
    void libGraderAndJunitAreFoundWhereTheirClassesCameFrom() {
        List<Path> path = ClassPath.ofTests();
        assertTrue(path.stream().allMatch(Files::exists), path.toString());
        assertEquals(path.size(), new HashSet<>(path).size());
        Path lib = Path.of(URI.create(Tensor.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        assertTrue(path.contains(lib), path.toString()); // a folder after mvn test, a jar after mvn package
        assertTrue(path.stream().anyMatch(entry -> entry.getFileName().toString().startsWith("junit-jupiter-api")),
                path.toString());
    }
}
