package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import spotlight.data.Corpus;
import spotlight.data.DataFolder;

class CorporaTest {
    private static final long MOST_BYTES = 15_000_000;
    private final Path data = DataFolder.find();

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(data)) {
            return walk.filter(Files::isRegularFile).filter(file -> !file.endsWith("README.md")).toList();
        }
    }

    private String name(Path file) {
        return data.relativize(file).toString().replace('\\', '/');
    }

    @Test
    void everyGeneratorWritesTheCommittedBytes() throws IOException {
        Set<String> known = new HashSet<>();
        for (Corpus corpus : Corpora.all()) {
            for (Map.Entry<String, String> file : corpus.files().entrySet()) {
                String name = corpus.name() + "/" + file.getKey();
                assertTrue(known.add(name), name);
                assertArrayEquals(file.getValue().getBytes(StandardCharsets.UTF_8),
                        Files.readAllBytes(data.resolve(name)), name + " is not what ./lab data writes");
            }
        }
        List<String> strangers = new ArrayList<>(files().stream().map(this::name)
                .filter(name -> !known.contains(name) && !name.startsWith("facts/")).toList());
        assertEquals(List.of(), strangers, "files that ./lab data does not write");
    }

    @Test
    void everyFileHasItsRow() throws IOException {
        String page = Files.readString(data.resolve("README.md"));
        for (Path file : files()) {
            assertTrue(page.contains("\n| `" + name(file) + "` |"), name(file) + " has no row in data/README.md");
        }
    }

    @Test
    void allTogetherIsSmallAndPlain() throws IOException {
        long bytes = 0;
        for (Path file : files()) {
            String text = Files.readString(file); // fails on what is no UTF-8
            assertTrue(text.indexOf('\r') < 0 && text.endsWith("\n"), name(file) + ": lines end in LF");
            bytes += Files.size(file);
        }
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }
}
