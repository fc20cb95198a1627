package spotlight.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that is measured: it answers with JSON objects, one a line; what it says on stderr goes to a file. */
final class Child implements AutoCloseable {
    private static final int MINUTES = 15; // what hangs must not stop the others

    private final Process process;
    private final BufferedReader answers;

    Child(List<String> command, Path log) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            freeThePeers(builder);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers = process.inputReader();
        CompletableFuture.delayedExecutor(MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
    }

    /** Settings of this machine that may hold a peer back are not handed on. */
    static void freeThePeers(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENBLAS_"));
    }

    /** Sends a command and waits for its answer. */
    JsonObject ask(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes());
            process.getOutputStream().flush();
        } catch (IOException e) {
            return error("the process has ended");
        }
        return answer();
    }

    /** The next answer; an object with an {@code error} if the process ended without one. */
    JsonObject answer() {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith("{")) {
                    return JsonParser.parseString(line).getAsJsonObject();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return error("the process ended without an answer, see target/bench/log.txt");
    }

    static JsonObject error(String message) {
        JsonObject error = new JsonObject();
        error.addProperty("error", message);
        return error;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close(); // the end of its commands
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
