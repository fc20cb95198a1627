package spotlight.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTest {
    @TempDir
    private Path folder;
    private Given given;

    @BeforeEach
    void begin() {
        given = new Given(folder);
    }

    private static List<Labelled> csv(Path file) {
        return Labelled.csv(file, "text", "label");
    }

    @Test
    void columnsAreFoundByName() {
        assertEquals(List.of(new Labelled("not bad", "good"), new Labelled("dull", "bad")),
                csv(given.file("a.csv", "label,stars,text\ngood ,5,not bad\nbad,1,dull\n")));
    }

    @Test
    void emptyFieldsAreNamedWithTheirLine() {
        given.fails(" line 3: text is empty", "text,label\na,1\n ,2\n", LabelledTest::csv);
        given.fails(" line 2: label is empty", "text,label\na,\n", LabelledTest::csv);
    }

    @Test
    void foldersAreLabels() {
        given.file("reviews/good/2.txt", "not bad\n");
        given.file("reviews/good/1.txt", "fine\r\n");
        given.file("reviews/good/.hidden.txt", "x");
        given.file("reviews/good/notes.md", "x");
        given.file("reviews/bad/1.txt", "dull");
        given.file("reviews/README.txt", "x");
        assertEquals(
                List.of(new Labelled("dull", "bad"), new Labelled("fine", "good"), new Labelled("not bad", "good")),
                Labelled.folders(folder.resolve("reviews")));
    }

    @Test
    void missingAndEmptyFoldersAreNamed() throws IOException {
        Given.fails(": there is no such folder", folder.resolve("nowhere"), Labelled::folders);
        Given.fails(": is a file, expected a folder", given.file("a", "b"), Labelled::folders);
        Given.fails(": has no folders in it, expected one for each label", folder, Labelled::folders);
        Path label = Files.createDirectories(folder.resolve("good"));
        assertEquals(label + ": has no .txt files in it, expected one for each text", message());
        Path empty = given.file("good/1.txt", "");
        assertEquals(empty + ": is empty", message());
    }

    private String message() {
        return assertThrows(IllegalArgumentException.class, () -> Labelled.folders(folder)).getMessage();
    }
}
