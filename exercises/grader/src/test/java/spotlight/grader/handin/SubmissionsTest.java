package spotlight.grader.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionsTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path folder;

    private Path write(String file) {
        return Sample.write(folder.resolve(file), Sample.SOURCE);
    }

    private List<String> ids() throws IOException {
        return Submissions.find(folder).stream().map(Submission::id).toList();
    }

    private Submission only() throws IOException {
        List<Submission> all = Submissions.find(folder);
        assertEquals(1, all.size(), all::toString);
        return all.get(0);
    }

    @Test
    void eachFolderAndEachZipIsAStudent() throws IOException {
        write("zoe/ch02/OneWeight.java");
        Sample.write(folder.resolve("bob.zip"), Sample.zip(zip -> zip.add("ch02/OneWeight.java", "")));
        Sample.write(folder.resolve("carl.rar"), "Rar!");
        write("readme.txt");
        write(".hidden/ch02/OneWeight.java");
        assertEquals(List.of("bob", "carl", "zoe"), ids());
        assertEquals(List.of("bob", "carl", "zoe"), Submissions.find(folder).stream().map(Submission::name).toList());
        assertEquals(List.of("readme.txt is in no student's folder"), Submissions.strays(folder));
    }

    @Test
    void moodlesFoldersAreKnownByTheirParticipants() throws IOException {
        write("Zoë Müller_123456_assignsubmission_file_/OneWeight.java");
        Submission zoe = only();
        assertEquals("Zoe-Muller_123456", zoe.id());
        assertEquals("Zoë Müller", zoe.name());
        assertEquals(Map.of("moodle.participant", "123456"), zoe.platform());
        assertEquals(folder.resolve("Zoë Müller_123456_assignsubmission_file_"), zoe.place());
        assertEquals(1, Intake.open(zoe, Sample.KIT).stubs().size());
    }

    @Test
    void moodlesFilesWithoutFoldersBelongTogether() throws IOException {
        write("Anna Smith_11_assignsubmission_file_OneWeight.java");
        write("Anna Smith_11_assignsubmission_onlinetext_/onlinetext.html");
        write("Bob_12_assignsubmission_file_OneWeight.java");
        assertEquals(List.of("Anna-Smith_11", "Bob_12"), ids());
        assertEquals(1, Intake.open(Submissions.find(folder).get(0), Sample.KIT).stubs().size());
    }

    @Test
    void moodlesTwoFoldersOfOneStudentAreOneSubmission() throws IOException {
        write("Anna_11_assignsubmission_file_/ch02/OneWeight.java");
        write("Anna_11_assignsubmission_onlinetext_/onlinetext.html");
        assertEquals(1, Intake.open(only(), Sample.KIT).stubs().size());
    }

    @Test
    void aNameThatIsMadeToBelongToAnotherStudentIsNobodys() throws IOException {
        write("Bob_12_assignsubmission_file_/ch02/OneWeight.java");
        write("Mallory_13_assignsubmission_file_Bob_12_assignsubmission_file_/ch02/OneWeight.java");
        assertEquals("Bob_12", Submissions.find(folder).get(0).id());
        assertEquals(Map.of("moodle.participant", "12"), Submissions.find(folder).get(0).platform());
        assertEquals(Map.of(), Submissions.find(folder).get(1).platform());
    }

    @Test
    void canvasFilesOfOneStudentBelongTogether() throws IOException {
        write("smithanna_LATE_11_21_OneWeight.java");
        Sample.write(folder.resolve("smithanna_11_22_homework.zip"),
                Sample.zip(zip -> zip.add("ch03/Scores.java", "package spotlight.ch03;")));
        write("leebob_12_23_OneWeight-1.java");
        List<Submission> all = Submissions.find(folder);
        assertEquals(List.of("leebob_12", "smithanna_11"), all.stream().map(Submission::id).toList());
        assertEquals(Map.of("canvas.user", "12"), all.get(0).platform());
        assertEquals(Map.of("canvas.user", "11", "canvas.late", "true"), all.get(1).platform());
        assertEquals("smithanna", all.get(1).name());
        assertEquals(2, Intake.open(all.get(1), Sample.KIT).stubs().size());
        assertEquals(1, Intake.open(all.get(0), Sample.KIT).stubs().size());
    }

    @Test
    void aZipOfAllIsAsGoodAsItsFolder() throws IOException {
        Path all = Sample.write(folder.resolve("download.zip"), Sample.zip(zip -> {
            zip.add("Anna_11_assignsubmission_file_/ch02/OneWeight.java", Sample.SOURCE);
            zip.add("Bob_12_assignsubmission_file_/ch02/OneWeight.java", Sample.SOURCE);
            zip.add("cover.txt", "");
        }));
        assertEquals(List.of("Anna_11", "Bob_12"), ids());
        assertEquals(Submissions.find(folder), Submissions.find(all));
        assertEquals(List.of("cover.txt is in no student's folder"), Submissions.strays(all));
        assertEquals(1, Intake.open(Submissions.find(all).get(1), Sample.KIT).stubs().size());
    }

    @Test
    void noStudentHandsInForAnotherByNamesInAZip() throws IOException {
        Sample.write(folder.resolve("mallory.zip"),
                Sample.zip(zip -> zip.add("Anna_11_assignsubmission_file_/ch02/OneWeight.java", Sample.SOURCE)));
        write("anna/ch02/OneWeight.java");
        assertEquals(List.of("anna", "mallory"), ids());
    }

    @Test
    void aZipOfSomethingElseIsRefused() {
        Path zip = Sample.write(folder.resolve("x.zip"), Sample.zip(filler -> filler.add("a/b", "")));
        assertEquals(zip + ": not a zip of all submissions from Moodle or Canvas, give the folder it is in",
                assertThrows(IllegalArgumentException.class, () -> Submissions.find(zip)).getMessage());
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        Path gone = folder.resolve("gone");
        assertEquals(gone + ": there is no such folder",
                assertThrows(IllegalArgumentException.class, () -> Submissions.find(gone)).getMessage());
    }

    @Test
    void theTimeIsThatOfTheNewestSource() throws IOException {
        Files.setLastModifiedTime(write("anna/ch02/OneWeight.java"), FileTime.from(NOON));
        Files.setLastModifiedTime(write("anna/ch03/Scores.java"), FileTime.from(NOON.minusSeconds(60)));
        write("anna/lib/src/main/java/Later.java");
        write("anna/solutions/src/main/java/spotlight/ch02/OneWeight.java");
        assertEquals(Optional.of(NOON), only().handedIn());
    }

    @Test
    void theTimeInAZipIsThatOfItsEntry() throws IOException {
        Sample.write(folder.resolve("anna.zip"), Sample.zip(zip -> zip.add("ch02/OneWeight.java", Sample.SOURCE
                .getBytes(), entry -> entry.setLastModifiedTime(FileTime.from(NOON)))));
        assertEquals(Optional.of(NOON), only().handedIn());
    }

    @Test
    void aGitCheckoutIsOnlyAsOldAsTheCheckoutSoItsTimeIsUnknown() throws IOException {
        write("homework-anna/ch02/OneWeight.java");
        write("homework-anna/.git/HEAD");
        assertEquals(Optional.empty(), only().handedIn());
    }

    @Test
    void githubClassroomsFoldersAreCalledByTheirUsers() throws IOException {
        folder = folder.resolve("home-work-submissions");
        write("home-work-anna/ch02/OneWeight.java");
        write("home-work-work-bob/ch02/OneWeight.java");
        write("home-work-/ch02/OneWeight.java");
        write("carl/ch02/OneWeight.java");
        assertEquals(List.of("anna", "carl", "home-work", "work-bob"), ids());
        assertEquals(List.of("anna", "carl", "home-work-", "work-bob"),
                Submissions.find(folder).stream().map(Submission::name).toList());
    }

    @Test
    void timesCsvWins() throws IOException {
        write("anna/ch02/OneWeight.java");
        write("Smith, \"Bob\"/ch02/OneWeight.java");
        write("carl/ch02/OneWeight.java");
        Sample.write(folder.resolve("times.csv"), """
                student,time
                anna,2026-11-30T12:00:00Z
                "Smith, ""Bob\""",2026-11-30T13:00:00+01:00

                carl,2026-11-30T12:00
                nobody,2026-11-30T12:00Z
                """);
        List<Submission> all = Submissions.find(folder);
        assertEquals(List.of(Optional.of(NOON), Optional.of(NOON), Optional.of(NOON)),
                all.stream().map(Submission::handedIn).toList());
        assertEquals(List.of("times.csv line 6: nobody is called 'nobody'"), Submissions.strays(folder));
    }

    @Test
    void aTimeThatIsNoneIsRefusedWithItsLine() {
        write("anna/ch02/OneWeight.java");
        Sample.write(folder.resolve("times.csv"), "anna,2026-11-30T12:00:00Z\nbob,yesterday\n");
        assertEquals("times.csv line 2: 'yesterday' is not a time, write id,2026-11-30T23:59:00Z",
                assertThrows(IllegalArgumentException.class, () -> Submissions.find(folder)).getMessage());
    }
}
