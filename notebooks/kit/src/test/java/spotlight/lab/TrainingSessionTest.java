package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import spotlight.task.Run;
import spotlight.task.Task;

class TrainingSessionTest {
    private static final Task SLOW = new SmallTask("slow", 400, 1, 50);
    @TempDir
    private Path folder;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private TrainingSession session;

    @BeforeEach
    void begin() {
        session = new TrainingSession(new PrintStream(bytes, true, StandardCharsets.UTF_8), folder, false, false);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n")
                .replaceAll("loss .*", "loss …").replaceAll("\\d+ s,", "0 s,");
    }

    @Test
    void theWholeStoryIsTold() throws IOException {
        assertEquals(0, session.train(List.of(new SmallTask("halves", 2, 16, 0)), () -> Run.full(0)));
        assertEquals("""
                halves: halve a number
                halving: step 1 of 2, loss …
                halving: step 2 of 2, loss …
                  what is left  16.0000  <= 16  reached  (at first 64.0000)
                  | 64 -> 32
                  | 32 -> 16
                  1 parameters, 0 s, 2 threads, seed 0
                  card and model: FOLDER

                """.replace("FOLDER", folder.resolve("halves").toString()), text());
        for (String file : List.of("card.md", "card.json", "number.safetensors", "loss.svg", "curves.svg")) {
            assertTrue(Files.size(folder.resolve("halves").resolve(file)) > 0, file);
        }
        assertEquals(16, session.cards().get(0).result().scores().get(0).value());
    }

    @Test
    void aLossThatIsNoNumberStopsOneTaskAndKeepsItsCheckpoint() {
        Task bad = new SmallTask("bad", 1100, 1, 0);
        assertEquals(1, session.train(List.of(bad, new SmallTask("good", 1, 99, 0)), () -> Run.full(0)));
        assertTrue(text().contains("\nlab: bad: train: step 1001: loss …\n"
                + "  fix: change what is said above, then train again with --fresh; the last checkpoint is in "
                + folder.resolve("bad").resolve("checkpoints") + "\n"), text());
        assertEquals(List.of("good"), session.cards().stream().map(card -> card.task()).toList());
    }

    @Test
    void cardsOfEarlierSessionsAreFound() {
        Task halves = new SmallTask("halves", 2, 16, 0);
        session.train(List.of(halves), () -> Run.full(0));
        assertEquals(List.of("halves"),
                session.cardsOf(List.of(SLOW, halves), Run.full(0)).stream().map(card -> card.task()).toList());
    }

    /** Another process, as the next test's child. */
    public static void main(String[] arguments) {
        System.exit(new TrainingSession(System.out, Path.of(arguments[0]), false, false).train(List.of(SLOW),
                () -> Run.full(0)));
    }

    /** What Ctrl-C does, too; Windows has no way to ask a process to end. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void askedToEndItLeavesACheckpointAndSaysHowToGoOn() throws Exception {
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                "-Dspotlight.data=" + Home.find().root().resolve("data"), TrainingSessionTest.class.getName(),
                folder.toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        while (process.isAlive() && !Files.readString(log).contains("step 1 of 400")) {
            Thread.sleep(20);
        }
        process.destroy();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(128 + 15, process.exitValue());
        String said = Files.readString(log);
        assertTrue(said.contains("; nothing is lost, the next run goes on from there"), said);
        assertFalse(Files.exists(folder.resolve("slow/card.json")));
        session.train(List.of(new SmallTask("slow", 400, 1, 0)), () -> Run.full(0));
        assertTrue(text().contains("halving: going on after step "), text());
    }
}
