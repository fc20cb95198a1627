package spotlight.grader.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationReportTest {
    private static final Mutant CAUGHT = new Mutant("ch02.A", "negated conditional", "if (a) {", 3, true);
    private static final Mutant MISSED = new Mutant("ch03.B", "changed conditional boundary", "if (a > b) {", 7, false);
    private static final Survivor REASON = new Survivor("ch03.B", "changed conditional boundary", "if (a > b) {",
            "a is never b");

    private static MutationReport report(List<Mutant> mutants, Survivor... survivors) {
        return new MutationReport(mutants, List.of(survivors), new TreeMap<>(Map.of("ch02", 4, "ch03", 5)));
    }

    @Test
    void theTableCountsByChapter() {
        assertEquals("""
                | chapter | wrong answers, each named | mutants | killed | share |
                |---|--:|--:|--:|--:|
                | ch02 | 4 | 2 | 2 | 100.0 % |
                | ch03 | 5 | 1 | 0 | 0.0 % |
                | all | 9 | 3 | 2 | 66.7 % |
                """, report(List.of(CAUGHT, CAUGHT, MISSED)).table());
    }

    @Test
    void everySurvivorNeedsAReasonThatStillHolds() {
        List<Mutant> ten = new ArrayList<>(Collections.nCopies(9, CAUGHT));
        ten.add(MISSED);
        assertEquals(List.of(), report(ten, REASON).problems());
        assertEquals(
                List.of("ch03.B:7: no test catches \"changed conditional boundary\" in `if (a > b) {`; add a test, "
                        + "or the reason to exercises/src/test/survivors.txt"),
                report(ten).problems());
        Mutant dead = new Mutant("ch03.B", "changed conditional boundary", "if (a > b) {", 7, true);
        assertEquals(List.of("survivors: \"changed conditional boundary\" in `if (a > b) {` of ch03.B does not survive "
                + "any more; remove it"), report(List.of(dead), REASON).problems());
        assertEquals(List.of("50.0 % of the mutants are killed, the goal is 90 %"),
                report(List.of(CAUGHT, MISSED), REASON).problems());
        assertEquals("- `ch03.B`, changed conditional boundary in `if (a > b) {`: a is never b\n",
                report(ten, REASON).reasons());
    }

    @Test
    void oneReasonIsGoodForOneMutant() {
        List<Mutant> twenty = new ArrayList<>(Collections.nCopies(19, CAUGHT));
        twenty.add(MISSED);
        twenty.add(MISSED);
        assertEquals(List.of(), report(twenty, REASON, REASON).problems());
        assertEquals(
                List.of("ch03.B:7: no test catches \"changed conditional boundary\" in `if (a > b) {`; add a test, "
                        + "or the reason to exercises/src/test/survivors.txt"),
                report(twenty, REASON).problems());
        assertEquals(List.of("survivors: \"changed conditional boundary\" in `if (a > b) {` of ch03.B does not survive "
                + "any more; remove it"), report(twenty, REASON, REASON, REASON).problems());
    }

    @Test
    void theGoalIsForAllChaptersTogether() {
        assertEquals(List.of(),
                new MutationReport(List.of(MISSED), List.of(REASON), new TreeMap<>(Map.of("ch03", 5))).problems());
    }

    @Test
    void survivorsAreThreeLinesEach() {
        assertEquals(List.of(REASON), Survivor.parse(List.of("# why", "", "== ch03.B: changed conditional boundary",
                "- if (a > b) {", "> a is never b")));
        assertEquals("survivors, line 1: expected three lines, `== CLASS: CHANGE`, `- SOURCE LINE`, `> REASON`",
                assertThrows(IllegalArgumentException.class, () -> Survivor.parse(List.of("== ch03.B: x", "- y")))
                        .getMessage());
    }

    @Test
    void thePageKeepsWhatStandsAround() {
        String page = "a\n<!-- mutants: written by mvn -Pmutation -->\nold\n<!-- end of mutants -->\nb\n";
        assertEquals("a\n<!-- mutants: written by mvn -Pmutation -->\n\nnew\n<!-- end of mutants -->\nb\n",
                MutationReport.into(page, "new"));
        assertEquals("the page has no lines \"<!-- mutants: written by mvn -Pmutation -->\" and "
                + "\"<!-- end of mutants -->\"",
                assertThrows(IllegalArgumentException.class, () -> MutationReport.into("a", "new")).getMessage());
    }

    @Test
    void pitsReportIsRead(@TempDir Path folder) throws IOException {
        Path report = Files.writeString(folder.resolve("mutations.xml"), """
                <mutations><mutation detected='false' status='SURVIVED'><sourceFile>B.java</sourceFile>
                <mutatedClass>spotlight.ch03.B$Inner</mutatedClass><lineNumber>2</lineNumber>
                <description>changed conditional boundary</description></mutation></mutations>""");
        Files.createDirectories(folder.resolve("spotlight/ch03"));
        Files.writeString(folder.resolve("spotlight/ch03/B.java"), "class B {\n    if (a > b) {\n");
        assertEquals(List.of(new Mutant("ch03.B", "changed conditional boundary", "if (a > b) {", 2, false)),
                Mutant.read(report, folder));
    }
}
