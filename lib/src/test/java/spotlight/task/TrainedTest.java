package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

class TrainedTest {
    @TempDir
    private Path trained;
    private int steps;
    private final List<String> lines = new ArrayList<>();
    private final ToyTask toy = new ToyTask(5, (stage, step) -> steps++);

    private Run run() {
        return Run.full(0).report(new Report() {
            @Override
            public void line(String text) {
                lines.add(text);
            }

            @Override
            public void progress(String stage, Progress progress) {
            }
        });
    }

    @Test
    void theFirstCallTrainsTheSecondReads() {
        Card first = Trained.load(toy, run(), trained);
        assertEquals(List.of("training toy: the larger of two numbers (once, about 1 s)"), lines);
        assertEquals(10, steps);
        Card second = Trained.load(toy, run(), trained);
        assertEquals(10, steps);
        assertEquals(first.markdown(), second.markdown());
        first.model("net").weights().tensors().forEach((name, value) -> assertArrayEquals(value.data(),
                second.model("net").weights().tensors().get(name).data(), name));
        assertFalse(Files.exists(trained.resolve("toy/checkpoints")));
    }

    @Test
    void eachKindOfTrainingHasItsFolder() {
        Trained.train(toy, Run.quick(0), trained);
        Trained.train(toy, Run.full(3), trained);
        assertTrue(Files.exists(trained.resolve("toy-quick/card.md")));
        assertTrue(Files.exists(trained.resolve("toy-seed3/net.safetensors")));
        assertFalse(Files.exists(trained.resolve("toy")));
    }

    @Test
    void aDamagedFileIsTrainedAgain() throws IOException {
        Trained.train(toy, run(), trained);
        Path card = Files.writeString(trained.resolve("toy/card.json"), "{");
        Trained.load(toy, run(), trained);
        assertEquals(20, steps);
        assertTrue(lines.get(0).startsWith("training toy again: " + card + ": "), lines.get(0));
    }

    @Test
    void anInterruptedTrainingGoesOnUnlessForgotten() {
        ToyTask failing = new ToyTask(5, (stage, step) -> {
            if (stage.equals("second")) {
                throw new IllegalStateException("power cut");
            }
        });
        assertThrows(IllegalStateException.class, () -> Trained.train(failing, run(), trained));
        Trained.train(toy, run(), trained);
        assertEquals(5, steps);
        assertThrows(IllegalStateException.class, () -> Trained.train(failing, run(), trained));
        Trained.forget(toy, run(), trained);
        Trained.train(toy, run(), trained);
        assertEquals(5 + 10, steps);
    }

    @Test
    void anUnknownTaskIsAnError() {
        String message = assertThrows(IllegalArgumentException.class, () -> Trained.load("ballet")).getMessage();
        assertTrue(message.startsWith("no task \"ballet\". The tasks are "), message);
    }

    @Test
    void theFolderIsThatOfTheCourse() {
        assertTrue(Trained.folder().endsWith(Path.of(".lab", "trained")), Trained.folder().toString());
    }
}
