package spotlight.grader.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts programs to see whether they work here. */
final class Probe {
    private static final int PATIENCE_SECONDS = 20;
    static final Limits LIMITS = new Limits(20, 200, 1024);
    private static final Limits ONE_TASK = new Limits(20, 1, 1024);

    private Probe() {
    }

    /** The smallest thing a JVM can do. */
    static List<String> java() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-Xmx64m",
                "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-version");
    }

    /** Whether a JVM starts and ends well inside these layers, the first being the innermost. */
    static boolean works(List<Layer> layers) {
        return output(new Confinement(layers).wrap(java(), LIMITS, List.of())).isPresent();
    }

    /**
     * Whether these layers keep a JVM from starting threads: not for root, and where there is no namespace, the limit
     * would be for all programs of this user together.
     */
    static boolean countsTasks(List<Layer> layers) {
        return works(layers) && output(new Confinement(layers).wrap(java(), ONE_TASK, List.of())).isEmpty();
    }

    /** All that a command prints, or empty when it cannot be started, does not end in time, or not with 0. */
    static Optional<String> output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            try {
                // A JVM's version fits into the pipe's buffer, so it can be read when all is over.
                if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                    return Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
