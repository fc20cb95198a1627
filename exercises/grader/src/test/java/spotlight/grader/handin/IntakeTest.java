package spotlight.grader.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    private static final Map<String, String> TAKEN = Map.of(Sample.ONE_WEIGHT, Sample.SOURCE);

    @TempDir
    private Path folder;

    private Path write(String file, String text) {
        return Sample.write(folder.resolve(file), text);
    }

    private void takes(Map<String, String> stubs, String... remarks) {
        HandIn handIn = Sample.open(folder);
        assertEquals(stubs, handIn.stubs());
        assertEquals(List.of(remarks), handIn.remarks());
    }

    @Test
    void aStubIsKnownByItsWholePath() {
        write("copy/exercises/src/main/java/spotlight/ch02/OneWeight.java", Sample.SOURCE);
        takes(TAKEN);
    }

    @Test
    void aStubIsKnownByItsChapter() {
        write("ch02/OneWeight.java", Sample.SOURCE);
        takes(TAKEN);
    }

    @Test
    void aLooseFileIsKnownByItsPackageLine() {
        write("my work/OneWeight.java", "/* package wrong; */ // mine\n" + Sample.SOURCE);
        takes(Map.of(Sample.ONE_WEIGHT, "/* package wrong; */ // mine\n" + Sample.SOURCE));
    }

    @Test
    void aLooseFileOfAnotherPackageIsLeftOut() {
        write("OneWeight.java", "package mine;\nclass OneWeight {}");
        write("Scores.java", "class Scores {}");
        takes(Map.of(), "OneWeight.java is left out: its first line should be package spotlight.ch02;",
                "Scores.java is left out: its first line should be package spotlight.ch03;");
    }

    @Test
    void whatIsNoStubIsIgnored() {
        write("notes.txt", "hello");
        write("spotlight/ch02/OneWeightTest.java", "package spotlight.ch02;");
        write("spotlight/ch02/Extra.java", "package spotlight.ch02;");
        write("java/lang/String.java", "package java.lang;");
        takes(Map.of(),
                "there is no file of an exercise in it, such as ch02/OneWeight.java: hand in the folder exercises");
    }

    @Test
    void theCoursesOwnSolutionsAreNobodysWork() {
        write("solutions/src/main/java/spotlight/ch02/OneWeight.java", Sample.SOURCE);
        takes(Map.of(), "spotlight.ch02.OneWeight is there only as the course's own solution, which does not count");
    }

    @Test
    void aFolderCalledSolutionsIsAsGoodAsAnother() {
        write("solutions/ch02/OneWeight.java", Sample.SOURCE);
        takes(TAKEN);
    }

    @Test
    void inACopyOfTheCourseOnlyTheStubCounts() {
        write("exercises/src/main/java/spotlight/ch02/OneWeight.java", Sample.SOURCE);
        write("solutions/src/main/java/spotlight/ch02/OneWeight.java", "package spotlight.ch02; // the answer");
        write("exercises/src/test/java/spotlight/ch02/OneWeight.java", "package spotlight.ch02; // a test");
        write(".git/ch02/OneWeight.java", "package spotlight.ch02; // hidden");
        write("exercises/target/ch02/OneWeight.java", "package spotlight.ch02; // built");
        takes(TAKEN);
    }

    @Test
    void theShallowestOfSeveralCounts() {
        write("a/b/ch02/OneWeight.java", "package spotlight.ch02; // old");
        write("c/ch02/OneWeight.java", Sample.SOURCE);
        takes(TAKEN, "spotlight.ch02.OneWeight is there 2 times: taken c/ch02/OneWeight.java, left out"
                + " a/b/ch02/OneWeight.java");
    }

    @Test
    void theNewestOfEquallyDeepCounts() throws IOException {
        Path old = write("a/ch02/OneWeight.java", "package spotlight.ch02; // old");
        Path young = write("b/ch02/OneWeight.java", Sample.SOURCE);
        Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000));
        Files.setLastModifiedTime(young, FileTime.fromMillis(2_000_000));
        takes(TAKEN, "spotlight.ch02.OneWeight is there 2 times: taken b/ch02/OneWeight.java, left out"
                + " a/ch02/OneWeight.java");
    }

    @Test
    void ofSeveralTheNextCountsIfTheBestCannotBeRead() {
        Sample.write(folder.resolve("ch02/OneWeight.java"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'p', 0});
        write("old/ch02/OneWeight.java", Sample.SOURCE);
        takes(TAKEN, "ch02/OneWeight.java is left out: it is not UTF-8, save it with that encoding",
                "spotlight.ch02.OneWeight is there 2 times: taken old/ch02/OneWeight.java, left out ch02/OneWeight.java");
    }

    @Test
    void aByteOrderMarkIsTakenOff() {
        write("ch02/OneWeight.java", "\uFEFF" + Sample.SOURCE);
        takes(TAKEN);
    }

    @Test
    void aFileOfOneMegabyteIsTakenAndNoLongerOne() {
        String limit = Sample.SOURCE + " ".repeat(Intake.LONGEST_SOURCE - Sample.SOURCE.length());
        write("ch02/OneWeight.java", limit);
        write("ch03/Scores.java", limit + " ");
        takes(Map.of(Sample.ONE_WEIGHT, limit), "ch03/Scores.java is left out: it is larger than 1 MB");
    }

    @Test
    void namesInRemarksCannotBreakTheLine() throws IOException {
        Path odd = folder.resolve("a\nb,\u202E=cmd()");
        if (!Files.isDirectory(create(odd))) {
            return; // Windows has no such names
        }
        Sample.write(odd.resolve("ch02/OneWeight.java"), new byte[] {(byte) 0xFF});
        takes(Map.of(), "a\\u000Ab,\\u202E=cmd()/ch02/OneWeight.java is left out: it is not UTF-8, save it with that"
                + " encoding");
    }

    private static Path create(Path odd) {
        try {
            return Files.createDirectories(odd);
        } catch (IOException e) {
            return odd;
        }
    }

    @Test
    void oneLevelOfZipInAFolderIsOpened() {
        byte[] inner = Sample.zip(zip -> zip.add("ch03/Scores.java", "package spotlight.ch03;"));
        Sample.write(folder.resolve("homework.ZIP"), Sample.zip(zip -> {
            zip.add("copy/ch02/OneWeight.java", Sample.SOURCE);
            zip.add("more/inner.zip", inner);
        }));
        takes(TAKEN, "homework.ZIP/more/inner.zip is a zip in a zip and is not opened");
    }

    @Test
    void otherArchivesAreNamed() {
        write("homework.rar", "Rar!");
        takes(Map.of(), "homework.rar is not opened: hand in a zip, a folder or the files");
    }

    @Test
    void aSubmissionThatIsGoneIsARemark() {
        assertEquals(List.of("the submission cannot be read: it is not there"),
                Sample.open(folder.resolve("gone")).remarks());
    }

    @Test
    void aSubmissionThatIsAFileIsARemark() {
        assertEquals(List.of("the submission is neither a folder nor a zip: hand in one of the two"),
                Sample.open(write("anna.rar", "")).remarks());
    }

    @Test
    void ofCanvasTheFileHandedInLastCounts() {
        write("annasmith_11_21_OneWeight.java", "package spotlight.ch02; // first");
        write("annasmith_LATE_11_22_OneWeight-2.java", Sample.SOURCE);
        write("annasmith_11_23_OneWeight-1.java", "package spotlight.ch02; // second");
        write("bob_12_24_Scores.java", "package spotlight.ch03; // not hers");
        HandIn handIn = Intake.open(Sample.at(folder, Map.of("canvas.user", "11")), Sample.KIT);
        assertEquals(TAKEN, handIn.stubs());
        assertEquals(1, handIn.remarks().size());
    }

    @Test
    void ofMoodleEachTakesTheOwnPartOfTheZipOfAll() {
        byte[] homework = Sample.zip(zip -> zip.add("copy/ch02/OneWeight.java", Sample.SOURCE));
        Path all = Sample.write(folder.resolve("all.zip"), Sample.zip(zip -> {
            zip.add("Anna Smith_11_assignsubmission_file_/homework.zip", homework);
            zip.add("Bob_12_assignsubmission_file_/ch02/OneWeight.java", "package spotlight.ch02; // Bob");
            zip.add("Bob_12_assignsubmission_file_/Scores.java", "package spotlight.ch03; // Bob");
        }));
        HandIn anna = Intake.open(Sample.at(all, Map.of("moodle.participant", "11")), Sample.KIT);
        assertEquals(TAKEN, anna.stubs());
        assertEquals(List.of(), anna.remarks());
        HandIn bob = Intake.open(Sample.at(all, Map.of("moodle.participant", "12")), Sample.KIT);
        assertEquals(Map.of(Sample.ONE_WEIGHT, "package spotlight.ch02; // Bob", "spotlight.ch03.Scores",
                "package spotlight.ch03; // Bob"), bob.stubs());
    }

    @Test
    void whereNothingIsFoundTheInstructorReadsIt() {
        write("homework.txt", "done");
        assertEquals(List.of("there is no file of an exercise in it, such as ch02/OneWeight.java: hand in the folder "
                + "exercises"), Sample.open(folder).remarks());
    }

    @Test
    void nothingIsWritten() throws IOException {
        Sample.write(folder.resolve("homework.zip"), Sample.zip(zip -> zip.add("ch02/OneWeight.java", Sample.SOURCE)));
        write("ch03/Scores.java", "package spotlight.ch03;");
        List<String> before = tree();
        assertEquals(2, Sample.open(folder).stubs().size());
        assertEquals(before, tree());
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(file -> {
                try {
                    return file + " " + Files.getLastModifiedTime(file) + " "
                            + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }).sorted().toList();
        }
    }
}
