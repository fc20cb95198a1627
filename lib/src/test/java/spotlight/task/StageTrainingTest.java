package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.train.Progress;

class StageTrainingTest {
    private static final int STEPS = 40;
    @TempDir
    private Path folder;
    private final List<String> lines = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();

    private final Report listener = new Report() {
        @Override
        public void line(String text) {
            lines.add(text);
        }

        @Override
        public void progress(String stage, Progress progress) {
        }
    };

    private Run run() {
        return Run.full(0).checkpoints(folder, 0).report(listener);
    }

    private ToyTask toy() {
        return new ToyTask(STEPS, (stage, step) -> taken.add(stage + step));
    }

    /** Fails when this step begins. */
    private ToyTask failing(String where) {
        return new ToyTask(STEPS, (stage, step) -> {
            taken.add(stage + step);
            if (where.equals(stage + step)) {
                throw new IllegalStateException("power cut");
            }
        });
    }

    private void assertSame(Card expected, Card actual) {
        assertArrayEquals(RunTest.losses(expected), RunTest.losses(actual));
        expected.model("net").weights().tensors().forEach((name, value) -> assertArrayEquals(value.data(),
                actual.model("net").weights().tensors().get(name).data(), name));
        assertEquals(expected.result().scores(), actual.result().scores());
    }

    @Test
    void whereverItFailsTheNextRunGoesOnAndEndsTheSame() {
        Card whole = Run.full(0).perform(toy());
        for (String where : List.of("first1", "first39", "second0", "second1", "second39")) {
            Checkpoints.delete(folder);
            assertThrows(IllegalStateException.class, () -> run().perform(failing(where)));
            taken.clear();
            assertSame(whole, run().perform(toy()));
            assertEquals(where, taken.get(0));
        }
    }

    @Test
    void itSaysWhereItGoesOn() {
        assertThrows(IllegalStateException.class, () -> run().perform(failing("second7")));
        run().perform(toy());
        run().perform(toy());
        assertEquals(List.of("first: all 40 steps were done before", "second: going on after step 7 of 40",
                "first: all 40 steps were done before", "second: all 40 steps were done before"), lines);
    }

    @Test
    void stoppingLeavesACheckpoint() {
        Run[] run = {Run.full(0).checkpoints(folder)}; // none is due for 20 seconds
        ToyTask stopped = new ToyTask(STEPS, (stage, step) -> {
            if (step == 4) {
                assertTrue(run[0].stop());
            }
        });
        assertEquals("first: stopped after step 5 of 40; nothing is lost, the next run goes on from there",
                assertThrows(Stopped.class, () -> run[0].perform(stopped)).getMessage());
        assertSame(Run.full(0).perform(toy()), run().perform(toy()));
        assertEquals("first: going on after step 5 of 40", lines.get(0));
        run[0] = Run.full(0);
        assertEquals("first: stopped after step 5 of 40",
                assertThrows(Stopped.class, () -> run[0].perform(stopped)).getMessage());
    }

    @Test
    void aCheckpointOfAnotherTrainingIsNotUsed() {
        assertThrows(IllegalStateException.class, () -> run().perform(failing("first7")));
        Run other = Run.full(1).checkpoints(folder, 0).report(listener);
        assertSame(Run.full(1).perform(toy()), other.perform(toy()));
        assertEquals(List.of("first: starting anew, as the checkpoint of step 7 was made with other "
                + "seed, weights at the start"), lines);
        lines.clear();
        run().perform(new ToyTask(STEPS + 1, (stage, step) -> {
        }));
        assertEquals("first: starting anew, as the checkpoint of step 40 was made with other "
                + "seed, steps, schedule, weights at the start", lines.get(0));
    }

    @Test
    void aDamagedCheckpointIsNamed() throws IOException {
        assertThrows(IllegalStateException.class, () -> run().perform(failing("first7")));
        List<Path> files;
        try (var list = Files.list(folder)) {
            files = list.sorted().toList();
        }
        Files.write(files.get(0), new byte[3]);
        Files.write(files.get(1), new byte[3]);
        run().perform(toy());
        assertEquals("not usable: " + files.get(0)
                + ": has 3 bytes, a safetensors file begins with 8 for the length of its header", lines.get(0));
    }

    @Test
    void aTrainingThatCannotSaveGoesOn() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Card card = Run.full(0).checkpoints(file.resolve("below"), 1000).report(listener).perform(toy());
        assertSame(Run.full(0).perform(toy()), card);
        assertEquals(2, lines.size()); // at the end of each stage
        assertTrue(lines.get(0).startsWith("no checkpoint: "), lines.get(0));
    }
}
