package spotlight.grader.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a student's folder costs only itself. */
class HostileFolderTest {
    @TempDir
    private Path folder;

    private Path anna() throws IOException {
        Path anna = Files.createDirectories(folder.resolve("anna"));
        Sample.write(anna.resolve("ch02/OneWeight.java"), Sample.SOURCE);
        return anna;
    }

    private void takes(Path place, String... remarks) {
        HandIn handIn = Sample.open(place);
        assertEquals(List.of(remarks), handIn.remarks());
        assertEquals(Map.of(Sample.ONE_WEIGHT, Sample.SOURCE), handIn.stubs());
    }

    private static void link(Path link, Path to) {
        try {
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, to);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "no symbolic links here");
        }
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path secret = Sample.write(folder.resolve("secret/Scores.java"), "package spotlight.ch03; // not hers");
        Path anna = anna();
        link(anna.resolve("ch03/Scores.java"), secret);
        link(anna.resolve("loop"), anna);
        link(anna.resolve("other.zip"), secret);
        takes(anna, "loop is a symbolic link, which is not followed",
                "other.zip is a symbolic link, which is not followed",
                "ch03/Scores.java is a symbolic link, which is not followed");
    }

    @Test
    void aSubmissionThatIsALinkIsNotFollowed() throws IOException {
        Path link = folder.resolve("mallory");
        link(link, anna());
        HandIn handIn = Sample.open(link);
        assertEquals(List.of("the submission is a symbolic link, which is not followed: hand in the files themselves"),
                handIn.remarks());
        assertEquals(Map.of(), handIn.stubs());
    }

    @Test
    void aFifoIsNotOpened() throws IOException, InterruptedException {
        Path anna = anna();
        Files.createDirectories(anna.resolve("ch03"));
        try {
            new ProcessBuilder("mkfifo", anna.resolve("ch03/Scores.java").toString()).start().waitFor();
        } catch (IOException e) {
            assumeTrue(false, "no mkfifo here");
        }
        takes(anna, "ch03/Scores.java is neither a file nor a folder and is passed by");
    }

    @Test
    void anUnreadableFileIsARemark() throws IOException {
        Path anna = anna();
        Path closed = Sample.write(anna.resolve("ch03/Scores.java"), "package spotlight.ch03;");
        assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed), "this user may read everything");
        takes(anna, "ch03/Scores.java is left out: access is denied");
    }

    @Test
    void aFolderTwoHundredDeepIsPassedBy() throws IOException {
        Path anna = anna();
        Path deep = anna;
        for (int depth = 0; depth < 200; depth++) {
            deep = deep.resolve("d");
        }
        assumeTrue(created(deep), "no such deep folders here");
        takes(anna, "d/".repeat(32) + "d is more than 32 folders deep and is passed by");
    }

    private static boolean created(Path deep) {
        try {
            return Files.isDirectory(Files.createDirectories(deep));
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFolderOfTooManyFilesIsPassedBy() throws IOException {
        Path anna = anna();
        Path many = Files.createDirectories(anna.resolve("many"));
        for (int number = 0; number <= FolderWalk.MOST_IN_A_FOLDER; number++) {
            Files.createFile(many.resolve("x" + number));
        }
        takes(anna, "many has more than 10000 files and is passed by: hand in only the folder exercises");
    }

    @Test
    void ofManyZipsTheFirstTwentyAreOpened() throws IOException {
        Path anna = anna();
        byte[] empty = Sample.zip(zip -> zip.add("x", ""));
        for (int number = 10; number <= 30; number++) {
            Sample.write(anna.resolve(number + ".zip"), empty);
        }
        takes(anna, "there are more than 20 zips, and the rest was not opened");
    }
}
