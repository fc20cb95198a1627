package spotlight.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** {@code ./lab --no-browser}, started as a user starts it. */
final class RunningLab implements AutoCloseable {

    private static final long MINUTES_TO_START = 10; // the first start installs JupyterLab

    private final Process process;
    private final CompletableFuture<String> url = new CompletableFuture<>();
    private final StringBuilder printed = new StringBuilder();

    RunningLab(Path root) {
        try {
            process = new ProcessBuilder(root.resolve("lab").toString(), "--no-browser").redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CompletableFuture.runAsync(this::read);
    }

    private void read() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(line);
                printed.append(line).append('\n');
                if (line.strip().startsWith("http://127.0.0.1:")) {
                    url.complete(line.strip());
                }
            }
        } catch (IOException e) {
            printed.append(e.getMessage());
        }
        url.completeExceptionally(new AssertionError("./lab ended without an address:\n" + printed));
    }

    /** The address of a file of the course in JupyterLab. */
    String address(String file) throws Exception {
        return url.get(MINUTES_TO_START, TimeUnit.MINUTES).replaceFirst("/lab[^?]*", "/lab/tree/" + file);
    }

    @Override
    public void close() {
        Reaper.end(process.toHandle(), Duration.ofSeconds(30));
    }
}
