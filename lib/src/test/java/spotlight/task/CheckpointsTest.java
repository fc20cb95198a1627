package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.tensor.Tensor;
import spotlight.train.Optimizer;

class CheckpointsTest {
    @TempDir
    private Path folder;
    private final List<String> problems = new ArrayList<>();

    private static Checkpoint checkpoint(int step) {
        float[] losses = new float[step];
        Arrays.fill(losses, 0.5f);
        return new Checkpoint(step, Map.of("w", Tensor.vector(step, -1)),
                new Optimizer.State(step, Map.of("m", Tensor.vector(1, 2), "v", Tensor.vector(3, step))), losses, 1.25,
                Map.of("seed", "0"));
    }

    private Checkpoints checkpoints() {
        return new Checkpoints(folder, "the model");
    }

    private int last() {
        return checkpoints().last(problems::add).map(Checkpoint::step).orElse(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }

    @Test
    void everythingComesBack() {
        checkpoints().save(checkpoint(7));
        Checkpoint back = checkpoints().last(problems::add).orElseThrow();
        assertEquals(7, back.step());
        assertArrayEquals(new float[] {7, -1}, back.weights().get("w").data());
        assertEquals(7, back.optimizer().steps());
        assertArrayEquals(new float[] {1, 2}, back.optimizer().arrays().get("m").data());
        assertArrayEquals(new float[] {3, 7}, back.optimizer().arrays().get("v").data());
        assertArrayEquals(checkpoint(7).losses(), back.losses());
        assertEquals(1.25, back.seconds());
        assertEquals(Map.of("seed", "0"), back.conditions());
    }

    @Test
    void twoAreKeptAndTheOlderOneIsReplaced() throws IOException {
        assertEquals(Optional.empty(), checkpoints().last(problems::add));
        Checkpoints all = checkpoints();
        for (int step = 1; step <= 5; step++) {
            all.save(checkpoint(step));
            assertEquals(step, last());
        }
        checkpoints().save(checkpoint(6)); // another process finds out which one is the older
        assertEquals(2, files().size());
        Files.delete(files().get(1));
        assertEquals(5, last());
        assertEquals(List.of(), problems);
    }

    @Test
    void stagesDoNotMix() {
        checkpoints().save(checkpoint(1));
        new Checkpoints(folder, "the-model").save(checkpoint(2));
        assertEquals(1, last());
    }

    /** As if a save had gone straight into the file, and stopped at every single byte of it. */
    @Test
    void whereverTheLastOneIsCutOffTheOneBeforeLoads() throws IOException {
        Checkpoints all = checkpoints();
        all.save(checkpoint(3));
        all.save(checkpoint(4));
        Path newest = files().get(1);
        byte[] whole = Files.readAllBytes(newest);
        for (int length = 0; length < whole.length; length++) {
            Files.write(newest, Arrays.copyOf(whole, length));
            assertEquals(3, last(), "cut off after " + length + " bytes");
        }
        assertEquals(whole.length, problems.size());
        Files.write(newest, whole);
        assertEquals(4, last());
    }

    @Test
    void aChangedByteIsNoticed() throws IOException {
        Checkpoints all = checkpoints();
        all.save(checkpoint(3));
        all.save(checkpoint(4));
        Path newest = files().get(1);
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length - 3] ^= 1;
        Files.write(newest, bytes);
        assertEquals(3, last());
        assertEquals(List.of(newest + ": is no checkpoint, or its numbers have changed since it was written"),
                problems);
    }

    @Test
    void whatAKilledSaveLeavesBehindHarmsNobody() throws IOException {
        checkpoints().save(checkpoint(3));
        Files.write(folder.resolve("." + files().get(0).getFileName() + "123.part"), new byte[10]);
        assertEquals(3, last());
        checkpoints().save(checkpoint(4));
        assertEquals(4, last());
    }

    @Test
    void allDamagedIsNone() throws IOException {
        Checkpoints all = checkpoints();
        all.save(checkpoint(3));
        all.save(checkpoint(4));
        for (Path file : files()) {
            Files.writeString(file, "{}");
        }
        assertEquals(0, last());
        assertEquals(2, problems.size());
    }

    @Test
    void differencesAreNamed() {
        assertEquals("", checkpoint(1).differencesTo(Map.of("seed", "0")));
        assertEquals("seed", checkpoint(1).differencesTo(Map.of("seed", "1")));
    }

    @Test
    void aFolderIsDeletedWithAllThatIsInIt() {
        checkpoints().save(checkpoint(3));
        Checkpoints.delete(folder.resolve("nowhere"));
        assertTrue(Files.exists(folder));
        Checkpoints.delete(folder);
        assertFalse(Files.exists(folder));
    }
}
