package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaptersTest {

    @TempDir
    Path root;

    @BeforeEach
    void twoChapters() throws IOException {
        Files.createDirectories(root.resolve("notebooks/kit"));
        for (String name : List.of("02-spotlight.ipynb", "00-welcome.ipynb", "README.md")) {
            Files.writeString(root.resolve("notebooks").resolve(name), "");
        }
    }

    @Test
    void noNameMeansAllInOrder() {
        assertEquals(List.of("00-welcome.ipynb", "02-spotlight.ipynb"), find());
    }

    @Test
    void aNumberANameOrAFileMeansOne() {
        for (String name : List.of("2", "02", "02-spotlight", "02-spotlight.ipynb", "notebooks/02-spotlight.ipynb",
                root.resolve("notebooks/02-spotlight.ipynb").toString())) {
            assertEquals(List.of("02-spotlight.ipynb"), find(name), name);
        }
    }

    @Test
    void anUnknownChapterListsThoseThereAre() {
        Trouble trouble = assertThrows(Trouble.class, () -> find("04"));
        assertEquals("lab: there is no chapter 04" + System.lineSeparator()
                + "  fix: name one of these, by number or in full: 00-welcome, 02-spotlight", trouble.report());
    }

    private List<String> find(String... names) {
        return new Chapters(new Home(root)).find(List.of(names)).stream().map(file -> file.getFileName().toString())
                .toList();
    }
}
