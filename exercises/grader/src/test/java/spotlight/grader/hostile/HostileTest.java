package spotlight.grader.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Home;
import spotlight.grader.batch.BatchListener;
import spotlight.grader.batch.BatchOptions;
import spotlight.grader.batch.ExerciseOutcome.Kind;

class HostileTest {
    /** Of those that run until a limit stops them; {@code -Dspotlight.hostile=all} takes all of them. */
    private static final Set<String> SAMPLE = Set.of("endless-loop-that-catches-everything", "memory-bomb",
            "output-flood", "forged-console-output", "recursion");

    @TempDir
    Path folder;

    @Test
    void eachIsARowWithAReasonWithoutPointsAndNothingElseChanges() throws Exception {
        boolean all = "all".equals(System.getProperty("spotlight.hostile"));
        HostileRun run = new HostileRun(Home.get(), BatchOptions.standard(2).withLimits(2, 128, 1));
        List<HostileRun.Row> rows = run.run(folder,
                each -> all || !each.kinds().contains(Kind.GRADED) || SAMPLE.contains(each.place()),
                BatchListener.silent());
        assertEquals("", rows.stream().filter(row -> !row.wrong().isEmpty())
                .map(row -> row.hostile().place() + ": " + row.wrong()).collect(Collectors.joining("\n")));
        assertEquals(List.of(), run.wrong());
        assertTrue(rows.size() >= 100, () -> rows.size() + " rows");
    }

    @Test
    void namesAreDifferent() throws Exception {
        List<Hostile> all = HostileSubmissions.write(folder.resolve("in"), folder.resolve("out"), 1);
        assertEquals(all.size(), new HashSet<>(all.stream().map(Hostile::place).toList()).size());
        assertTrue(all.size() > 150, () -> all.size() + " submissions");
    }

    /** Without protection they do what they say: in a throw-away JVM, where that is harmless. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            exit, code 42
            exit-by-method-reference, code 42
            exit-in-a-static-initialiser, code 42
            exit-hidden-by-unicode-escapes, code 42
            halt, code 42
            method-handles, code 42
            shutdown-hook, prints hooked
            forged-console-output, prints 4 of 4 points
            channel-of-the-grader-written, prints 100 points
            timer, prints later
            result-forged, writes forged
            result-forged-by-a-formatter, writes forged
            result-forged-by-a-print-stream, writes forged
            result-forged-by-a-print-writer, writes forged
            files-deleted, deletes victim/homework.txt
            files-deleted-as-a-tree, deletes victim
            other-student-read, prints a year's work
            socket, knocks
            datagram, knocks
            """)
    void withoutProtectionItDoesHarm(String title, String harm) throws Exception {
        try (Surroundings surroundings = new Surroundings()) {
            Unprotected.Ending ending = Unprotected.run(title, folder, surroundings.port());
            String what = harm.substring(harm.indexOf(' ') + 1);
            Path outside = folder.resolve("outside");
            switch (harm.split(" ")[0]) {
                case "code" -> assertEquals(Integer.parseInt(what), ending.code());
                case "prints" -> assertTrue(ending.printed().contains(what), ending.printed());
                case "writes" -> assertTrue(Files.exists(outside.resolve(what)), ending.printed());
                case "deletes" -> assertTrue(Files.notExists(outside.resolve(what)), ending.printed());
                default -> {
                    while (surroundings.knocks() == 0) {
                        Thread.onSpinWait();
                    }
                }
            }
        }
    }
}
