package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.grader.batch.ResultStore;
import spotlight.grader.batch.SubmissionResult;

class ShardsTest {
    @TempDir
    Path folder;

    @Test
    void mergedPartsEqualOneRunByteForByte() throws IOException {
        SubmissionResult ada = SampleClass.right("ada");
        SubmissionResult bob = SampleClass.half("bob");
        SubmissionResult eve = SampleClass.half("eve");
        Path whole = part("whole", ada, bob, eve);
        Path first = part("first", ada, eve);
        Path second = part("second", bob);
        Path out = folder.resolve("out");
        GradebookOptions options = new Shards(List.of(first, second), out).merge();
        write(out, options);
        List<Path> expected = files(whole);
        assertEquals(expected.stream().map(whole::relativize).toList(),
                files(out).stream().map(out::relativize).toList());
        for (Path file : expected) {
            assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(out.resolve(whole.relativize(file))),
                    file.toString());
        }
    }

    @Test
    void twoPartsThatDisagreeAboutAStudentAreBothNamed() {
        Path first = part("first", SampleClass.right("ada"));
        Path second = part("second", SampleClass.half("ada"));
        Path out = folder.resolve("out");
        assertEquals(
                "ada is in " + second + " and in " + first + ", with different results: delete one of the two files",
                message(out, first, second));
        assertFalse(Files.exists(out), "nothing has been written");
    }

    @Test
    void theSameResultInTwoPartsIsFine() {
        Path first = part("first", SampleClass.right("ada"));
        Path second = part("second", SampleClass.right("ada"), SampleClass.half("bob"));
        new Shards(List.of(first, second), folder.resolve("out")).merge();
        assertEquals(List.of("ada", "bob"), new ResultStore(folder.resolve("out")).ids());
    }

    @Test
    void tablesComeAlongAndMayNotDiffer() throws IOException {
        Path first = part("first", SampleClass.right("ada"));
        Path second = part("second", SampleClass.right("bob"));
        Files.writeString(first.resolve("overrides.csv"), "id,exercise,points,reason\nada,2.1,3,x\n");
        new Shards(List.of(first, second), folder.resolve("out")).merge();
        assertEquals("id,exercise,points,reason\nada,2.1,3,x\n",
                Files.readString(folder.resolve("out/overrides.csv")));
        Files.writeString(second.resolve("overrides.csv"), "id,exercise,points,reason\nada,2.1,4,x\n");
        Path out = folder.resolve("other");
        assertEquals("overrides.csv is in " + second + " and, different, in " + first + ": keep one",
                message(out, first, second));
    }

    @Test
    void aFolderWithOtherResultsIsRefused() {
        Path first = part("first", SampleClass.right("ada"));
        Path out = part("out", SampleClass.right("zoe"));
        assertEquals(out + " has a result of zoe, and no part has: name a new folder", message(out, first));
    }

    @Test
    void aFolderWithoutResultsIsNamed() {
        Path first = part("first", SampleClass.right("ada"));
        Path empty = folder.resolve("empty");
        assertEquals(empty + " has no results: ./lab grade makes them", message(folder.resolve("out"), first, empty));
    }

    @Test
    void differentSettingsAreRefused() {
        Path first = part("first", SampleClass.right("ada"));
        Path second = part("second", SampleClass.right("bob"));
        write(second, GradebookOptions.standard().withExam(true));
        assertEquals(first + " and " + second + " have different settings: compare their gradebook.json, and write one "
                + "of them again", message(folder.resolve("out"), first, second));
    }

    private Path part(String name, SubmissionResult... results) {
        Path part = folder.resolve(name);
        for (SubmissionResult result : results) {
            new ResultStore(part).save(result, "key");
        }
        write(part, GradebookOptions.standard().withShard(true));
        return part;
    }

    private void write(Path out, GradebookOptions options) {
        new Gradebook(folder, options).write(out, new ResultStore(out).all());
    }

    private static String message(Path out, Path... parts) {
        return assertThrows(GradebookException.class, () -> new Shards(List.of(parts), out).merge()).getMessage();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
