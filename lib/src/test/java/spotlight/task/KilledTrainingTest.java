package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training in a process of its own, which is killed while it saves at every step. */
class KilledTrainingTest {
    private static final int STEPS = 60;
    @TempDir
    private Path folder;

    /** The process: trains for as long as it takes, waiting now and then to be killed. */
    public static void main(String[] arguments) {
        Run.full(0).checkpoints(Path.of(arguments[0]), 0).perform(new ToyTask(STEPS, (stage, step) -> {
            if (stage.equals("second") && step > 20) {
                pause(50);
            }
        }));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void itGoesOnAndEndsTheSame() throws Exception {
        Process process = start();
        while (process.isAlive() && secondStage().isEmpty()) {
            pause(5);
        }
        pause(100);
        process.destroyForcibly();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertNotEquals(0, process.exitValue(), "it was killed before its end");

        List<String> taken = new ArrayList<>();
        Card resumed = Run.full(0).checkpoints(folder).perform(new ToyTask(STEPS, (stage, step) -> taken.add(stage)));
        Card whole = Run.full(0).perform(new ToyTask(STEPS, (stage, step) -> {
        }));
        assertTrue(taken.size() < STEPS && !taken.contains("first"), taken::toString);
        assertArrayEquals(RunTest.losses(whole), RunTest.losses(resumed));
        whole.model("net").weights().tensors().forEach((name, value) -> assertArrayEquals(value.data(),
                resumed.model("net").weights().tensors().get(name).data(), name));
        assertEquals(whole.result().scores(), resumed.result().scores());
    }

    private Process start() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--add-modules",
                "jdk.incubator.vector", "-cp", classPath, "-Dspotlight.data=" + spotlight.data.DataFolder.find(),
                KilledTrainingTest.class.getName(), folder.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private List<Path> secondStage() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.getFileName().toString().startsWith("second")).toList();
        }
    }
}
