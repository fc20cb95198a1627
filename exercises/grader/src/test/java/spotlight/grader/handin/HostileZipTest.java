package spotlight.grader.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a zip costs what is wrong, and nothing else in it. */
class HostileZipTest {
    private static final Map<String, String> TAKEN = Map.of(Sample.ONE_WEIGHT, Sample.SOURCE);

    @TempDir
    private Path folder;

    private HandIn open(byte[] zip) {
        return Sample.open(Sample.write(folder.resolve("anna.zip"), zip));
    }

    private void takes(Map<String, String> stubs, byte[] zip, String... remarks) {
        HandIn handIn = open(zip);
        assertEquals(List.of(remarks), handIn.remarks());
        assertEquals(stubs, handIn.stubs());
    }

    @Test
    void aZipThatClimbsOutIsRefused() {
        takes(TAKEN, Sample.zip(zip -> {
            zip.add("../../spotlight/ch03/Scores.java", "package spotlight.ch03;");
            zip.add("ok/../../ch03/Scores.java", "package spotlight.ch03;");
            zip.add("..\\ch03\\Scores.java", "package spotlight.ch03;");
            zip.add("ch02/OneWeight.java", Sample.SOURCE);
        }), "../../spotlight/ch03/Scores.java leads out of the zip and is left out",
                "ok/../../ch03/Scores.java leads out of the zip and is left out",
                "../ch03/Scores.java leads out of the zip and is left out");
    }

    @Test
    void absoluteNamesAreRefused() {
        takes(TAKEN, Sample.zip(zip -> {
            zip.add("/ch03/Scores.java", "package spotlight.ch03;");
            zip.add("C:\\ch03\\Scores.java", "package spotlight.ch03;");
            zip.add("ch02/OneWeight.java", Sample.SOURCE);
        }), "/ch03/Scores.java leads out of the zip and is left out",
                "C:/ch03/Scores.java leads out of the zip and is left out");
    }

    @Test
    void backslashesOfAnOldWindowsAreSlashes() {
        takes(TAKEN, Sample.zip(zip -> zip.add("copy\\ch02\\OneWeight.java", Sample.SOURCE)));
    }

    @Test
    void namesThatStartAtThisFolderAreAsGood() {
        takes(TAKEN, Sample.zip(zip -> zip.add("./ch02/OneWeight.java", Sample.SOURCE)));
    }

    @Test
    void linksAndDevicesInAZipAreNotFollowed() {
        takes(TAKEN, Sample.zip(zip -> {
            zip.add("ch03/Scores.java", "/etc/passwd".getBytes(StandardCharsets.UTF_8),
                    entry -> entry.setUnixMode(UnixStat.LINK_FLAG | 0777));
            zip.add("device", new byte[0], entry -> entry.setUnixMode(0020666));
            zip.add("ch02/OneWeight.java", Sample.SOURCE);
        }), "ch03/Scores.java is a symbolic link, which is not followed",
                "device is neither a file nor a folder and is passed by");
    }

    @Test
    void aBombIsLeftOutBeforeItIsBig() {
        takes(TAKEN, Sample.zip(zip -> {
            zip.add("ch03/Scores.java", new byte[50_000_000]);
            zip.add("ch02/OneWeight.java", Sample.SOURCE);
        }), "ch03/Scores.java is left out: it is larger than 1 MB");
    }

    @Test
    void aBombThatLiesAboutItsSizeIsLeftOut() {
        byte[] zip = Sample.zip(filler -> filler.add("ch03/Scores.java", new byte[50_000_000]));
        int table = find(zip, new byte[] {'P', 'K', 1, 2});
        Arrays.fill(zip, table + 24, table + 28, (byte) 1); // the size that it declares
        takes(Map.of(), zip, "ch03/Scores.java is left out: it is larger than 1 MB");
    }

    @Test
    void manyBombsEndAtTheLimitOfAllTogether() {
        byte[] million = new byte[900_000];
        Arrays.fill(million, (byte) ' ');
        HandIn handIn = open(Sample.zip(zip -> IntStream.range(0, 60)
                .forEach(number -> zip.add(number + "/OneWeight.java", million))));
        assertEquals(
                "there are more than 50 MB under the names of stubs, and the rest was not read: hand in only the folder"
                        + " exercises",
                handIn.remarks().get(0));
        assertEquals(52, handIn.remarks().size());
    }

    @Test
    void aZipOfAHundredThousandFilesIsRefusedInOneSentence() {
        takes(Map.of(), Sample.zip(zip -> IntStream.range(0, 100_000)
                .forEach(number -> zip.add(number + "/x", new byte[0]))),
                "the submission cannot be opened as a zip: its table of contents is larger than 4 MB, hand in only the"
                        + " folder exercises");
    }

    @Test
    void aZipOfMoreFilesThanAreLookedAtKeepsTheFirst() {
        takes(TAKEN, Sample.zip(zip -> {
            zip.add("ch02/OneWeight.java", Sample.SOURCE);
            IntStream.range(0, Contents.MOST_FILES + 1).forEach(number -> zip.add("x" + number, new byte[0]));
        }), "there are more than 20000 files, and the rest was not looked at: hand in only the folder exercises");
    }

    @Test
    void namesMayHoldAnything() {
        takes(TAKEN, Sample.zip(zip -> {
            zip.add("a\nb,\u202E=cmd()/ch03/Scores.java", new byte[] {(byte) 0xFF});
            zip.add("nul\0/ch03/Scores.java", new byte[] {(byte) 0xFF});
            zip.add("x".repeat(5_000) + "/ch03/Scores.java", new byte[] {(byte) 0xFF});
            zip.add("ch02/OneWeight.java", Sample.SOURCE);
        }), "a\\u000Ab,\\u202E=cmd()/ch03/Scores.java is left out: it is not UTF-8, save it with that encoding",
                "nul\\u0000/ch03/Scores.java is left out: it is not UTF-8, save it with that encoding",
                "…" + "x".repeat(83) + "/ch03/Scores.java is left out: it is not UTF-8, save it with that encoding");
    }

    @Test
    void anEncryptedFileIsARemarkAndTheOthersAreTaken() {
        byte[] zip = Sample.zip(filler -> {
            filler.add("ch03/Scores.java", "package spotlight.ch03;");
            filler.add("ch02/OneWeight.java", Sample.SOURCE);
        });
        zip[find(zip, new byte[] {'P', 'K', 1, 2}) + 8] |= 1;
        takes(TAKEN, zip, "ch03/Scores.java is left out: it is encrypted");
    }

    @Test
    void anOddlyPackedFileIsARemark() {
        byte[] zip = Sample.zip(filler -> filler.add("ch02/OneWeight.java", Sample.SOURCE));
        zip[find(zip, new byte[] {'P', 'K', 1, 2}) + 10] = 12;
        takes(Map.of(), zip, "ch02/OneWeight.java is left out: it is packed in a way that only some programs know");
    }

    @Test
    void aDamagedFileIsARemark() {
        byte[] zip = Sample.zip(filler -> filler.add("ch02/OneWeight.java", Sample.SOURCE));
        zip[find(zip, new byte[] {'P', 'K', 1, 2}) + 16] ^= 1; // its checksum
        takes(Map.of(), zip, "ch02/OneWeight.java is left out: the zip is damaged");
    }

    @Test
    void whatIsNoZipIsARemark() {
        takes(Map.of(), "not a zip".getBytes(StandardCharsets.UTF_8),
                "the submission cannot be opened as a zip: Archive is not a ZIP archive");
    }

    @Test
    void aDeepNameIsARemark() {
        takes(TAKEN, Sample.zip(zip -> {
            zip.add("d/".repeat(1_000) + "ch03/Scores.java", "package spotlight.ch03;");
            zip.add("ch02/OneWeight.java", Sample.SOURCE);
        }), "…" + "d/".repeat(42) + "ch03/Scores.java is more than 32 folders deep and is passed by");
    }

    @Test
    void manyRemarksAreFifty() {
        HandIn handIn = open(Sample.zip(zip -> IntStream.range(0, 90)
                .forEach(number -> zip.add("../" + number, new byte[0]))));
        assertEquals(51, handIn.remarks().size());
        assertEquals("and 40 more of this kind", handIn.remarks().get(50));
    }

    @Test
    void aThousandMutatedZipsEndInAHandInOrARemark() {
        byte[] inner = Sample.zip(zip -> zip.add("ch03/Scores.java", "package spotlight.ch03;"));
        byte[] whole = Sample.zip(zip -> {
            zip.add("Anna_11_assignsubmission_file_/homework.zip", inner);
            zip.add("Anna_11_assignsubmission_file_/ch02/OneWeight.java", Sample.SOURCE);
            zip.add("Anna_11_assignsubmission_file_/link", new byte[] {'x'}, entry -> entry.setUnixMode(0120777));
        });
        Random random = new Random(6);
        int untouched = 0;
        for (int round = 0; round < 1_000; round++) {
            Path file = Sample.write(folder.resolve("all.zip"), mutated(whole, random));
            HandIn handIn = Intake.open(Sample.at(file, Map.of("moodle.participant", "11")), Sample.KIT);
            boolean all = handIn.stubs().size() == 2;
            untouched += all ? 1 : 0;
            handIn.stubs().forEach((name, text) -> assertTrue(text.startsWith("package spotlight."), text));
            ZipWalk.tops(file);
        }
        // Otherwise the mutations were too harmless, or so wild that nothing behind the first look was tried.
        assertTrue(untouched > 50 && untouched < 950, "untouched: " + untouched);
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 ->
                    Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) (random.nextBoolean() ? 0xFF : 0));
                default -> bytes = random.nextInt(4) > 0 ? bytes : Arrays.copyOf(bytes, at + 1);
            }
        }
        return bytes;
    }

    private static int find(byte[] bytes, byte[] mark) {
        return IntStream.range(0, bytes.length - mark.length)
                .filter(at -> Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)).findFirst()
                .orElseThrow();
    }
}
