package spotlight.data.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.data.DataFolder;
import spotlight.data.reports.Report.Hurdle;
import spotlight.file.TextFile;
import spotlight.text.Words;

class ReportsTest {
    private static final Path DATA = DataFolder.find();
    private static final Pattern CORRECTION = Pattern
            .compile("It was ([^,.]+), not ([^,.]+), as was said|Later ([^,.]+) was corrected to ([^,.]+)\\.");

    private final List<Report> train = Reports.train(DATA);
    private final List<Report> heldOut = Reports.heldOut(DATA);

    @Test
    void theCommittedFilesAreWhatTheRulesWrite() {
        new Reports().files().forEach((name, text) -> assertEquals(text,
                TextFile.read(DATA.resolve("reports").resolve(name)), name + ": ./lab data writes it anew"));
    }

    @Test
    void noHeldOutReportIsLearnedFrom() {
        Set<String> seen = train.stream().map(Report::text).collect(Collectors.toSet());
        assertEquals(16_000, seen.size(), "all different");
        assertEquals(1_000, heldOut.size());
        heldOut.forEach(report -> assertTrue(seen.add(report.text()), report.text()));
    }

    @Test
    void everyHeldOutWordWasSeen() {
        Set<String> seen = words(train);
        Set<String> strange = words(heldOut);
        strange.removeAll(seen);
        assertEquals(Set.of(), strange);
    }

    private static Set<String> words(List<Report> reports) {
        return reports.stream().flatMap(r -> Words.split(r.text() + " " + r.headline()).stream())
                .collect(Collectors.toSet());
    }

    /** Names, towns and numbers cannot be guessed: the headline copies them. */
    @Test
    void theReportHasAllNamesAndNumbersOfItsHeadline() {
        for (Report report : heldOut) {
            List<String> words = Words.split(report.text());
            for (String word : Words.split(report.headline()).stream().skip(1).toList()) {
                boolean value = Character.isDigit(word.charAt(0)) || Character.isUpperCase(word.charAt(0));
                assertTrue(!value || words.contains(word), word + ": " + report);
            }
        }
    }

    @Test
    void theLastWordIsInTheHeadlineAndTheMistakeIsNot() {
        int corrected = 0;
        for (Report report : train) {
            Matcher correction = CORRECTION.matcher(report.text());
            if (correction.find()) {
                boolean first = correction.group(1) != null;
                String headline = " " + report.headline() + " ";
                assertTrue(headline.contains(" " + correction.group(first ? 1 : 4) + " "), report.toString());
                assertTrue(!headline.contains(" " + correction.group(first ? 2 : 3) + " "), report.toString());
                assertTrue(report.hurdles().contains(Hurdle.CORRECTED));
                corrected++;
            }
        }
        assertTrue(corrected > 1_500, "" + corrected);
    }

    @Test
    void noHeadlineIsTheFirstSentence() {
        assertTrue(heldOut.stream().noneMatch(r -> r.text().startsWith(r.headline() + ".")));
    }

    @Test
    void aStrangeLineIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("mine.tsv"), "A cat sat.\tCat sits\t\nA dog sat.\tDog sits\n");
        assertEquals("mine.tsv, line 2: expected the report, its headline and any of late, split, past, corrected,"
                + " with tabs between them, not \"A dog sat.\tDog sits\"",
                assertThrows(IllegalArgumentException.class, () -> Reports.read(file)).getMessage());
        Files.writeString(file, "A cat sat.\tCat sits\tlate past\n");
        assertEquals(List.of(new Report(Set.of(Hurdle.LATE, Hurdle.PAST), "Cat sits", "A cat sat.")),
                Reports.read(file));
    }
}
