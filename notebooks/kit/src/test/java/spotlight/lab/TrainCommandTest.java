package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import spotlight.task.Task;

class TrainCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Task> tasks = List.of(new SmallTask("halves", 4, 8, 0), new SmallTask("quarters", 4, 1, 0));

    private int run(String... arguments) {
        return new CommandLine(new TrainCommand(tasks)).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private String errors() {
        return err.toString().replace("\r\n", "\n");
    }

    @Test
    void theListHasNamesMinutesAndTitles() {
        assertEquals(0, run("--list"));
        assertEquals("halves        1.5 min  halve a number\nquarters      1.5 min  halve a number\n",
                out.toString().replace("\r\n", "\n"));
    }

    @Test
    void theExitCodeTellsWhetherTheGoalWasReached() {
        assertEquals(0, run("halves", "--out", folder.toString()));
        assertEquals(3, run("--all", "--out", folder.toString()));
        assertEquals(0, run("quarters", "--quick", "--out", folder.toString()));
        for (String label : List.of("halves", "quarters", "quarters-quick")) {
            assertTrue(Files.exists(folder.resolve(label).resolve("card.md")), label);
        }
    }

    @Test
    void seedAndThreadsAreKeptApart() {
        assertEquals(0, run("halves", "--seed", "7", "--threads", "1", "--out", folder.toString()));
        assertTrue(Files.exists(folder.resolve("halves-seed7-threads1/number.safetensors")));
    }

    @Test
    void anUnknownNameIsAnErrorThatGuesses() {
        assertEquals(2, run("halve"));
        assertEquals("lab: no task \"halve\", did you mean halves? The tasks are halves, quarters\n"
                + "  fix: ./lab train --list shows what each of them is\n", errors());
    }

    @Test
    void nothingToTrainIsAnError() {
        assertEquals(2, run());
        assertEquals("lab: nothing to train\n  fix: name a task (./lab train --list shows them) or give --all\n",
                errors());
    }

    @Test
    void wrongThreadsAreAnError() {
        assertEquals(2, run("halves", "--threads", "0"));
        assertEquals("lab: --threads 0: a number from 1 to 64 is needed\n"
                + "  fix: leave --threads away, unless the same numbers as everybody's are not needed\n", errors());
    }

    @Test
    void aQuickTrainingIsNotRecorded() {
        assertEquals(2, run("halves", "--quick", "--record"));
        assertEquals("lab: --record with --quick: a quick training has nothing worth recording\n"
                + "  fix: leave one of them away\n", errors());
    }
}
