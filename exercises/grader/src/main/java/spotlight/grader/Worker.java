package spotlight.grader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that answers requests one at a time, as seen by the program that started it; {@link Requests} is the other side.
 * Each request carries a secret that was never used before, and only a line that starts with it is the answer: whatever
 * else is printed there, by native code or by code that guesses, is passed over.
 */
public class Worker {
    /** An answer longer than this is not waited for: it would fill this program's memory. */
    private static final int LONGEST = 64 << 20;

    private final BlockingQueue<Optional<byte[]>> answers = new LinkedBlockingQueue<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final CountDownLatch greeted = new CountDownLatch(1);
    private final Process process;
    private final Thread complaining;
    private final Writer requests;
    private volatile String secret = UUID.randomUUID().toString();
    private volatile boolean ready;

    /**
     * Starts it.
     *
     * @param command a JVM whose main class answers by {@link Requests}
     * @param folder  where it runs
     * @throws UncheckedIOException if there is no such program
     */
    public Worker(List<String> command, Path folder) {
        try {
            process = new ProcessBuilder(command).directory(folder.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a JVM to check exercises: " + e.getMessage(), e);
        }
        requests = process.outputWriter(StandardCharsets.UTF_8);
        send(secret);
        inBackground(this::readAnswers, "worker answers");
        complaining = inBackground(this::readComplaints, "worker complaints");
    }

    private static Thread inBackground(Runnable loop, String name) {
        Thread reader = new Thread(loop, name);
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    /** Whether it has started and waits for requests, at the latest after this time. */
    public boolean isReady(Duration patience) throws InterruptedException {
        greeted.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        return ready;
    }

    /** The answer, or empty when it has ended or takes longer than this. Then it is of no more use: kill it. */
    public Optional<byte[]> ask(String request, Duration patience) throws InterruptedException {
        long began = System.nanoTime();
        if (!isReady(patience)) {
            return Optional.empty();
        }
        secret = UUID.randomUUID().toString();
        if (!send(secret + " " + request)) {
            return Optional.empty();
        }
        long left = patience.toNanos() - (System.nanoTime() - began);
        Optional<byte[]> answer = answers.poll(left, TimeUnit.NANOSECONDS);
        return answer == null ? Optional.empty() : answer;
    }

    private boolean send(String line) {
        try {
            requests.write(line + "\n");
            requests.flush();
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    /** What the JVM said about why it could not start, if it did not. */
    public Optional<String> failedToStart() throws InterruptedException {
        if (ready || !process.waitFor(1, TimeUnit.SECONDS)) {
            return Optional.empty();
        }
        complaining.join(1000);
        return Optional.of(complaints.isEmpty() ? "exit code " + process.exitValue() : String.join("\n", complaints));
    }

    /** Its exit code, if it ends by itself within this time. */
    public Optional<Integer> exitCode(Duration patience) throws InterruptedException {
        boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        return ended ? Optional.of(process.exitValue()) : Optional.empty();
    }

    /** Ends it at once, with all that it has started. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The process, for who wants to watch it. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    private void readAnswers() {
        try (InputStream in = process.getInputStream()) {
            Lines lines = new Lines(in, LONGEST);
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.startsWith(secret + " ")) {
                    accept(Base64.getDecoder().decode(line.substring(secret.length() + 1)));
                }
            }
        } catch (IOException | IllegalArgumentException cut) {
            // As if it had ended.
        }
        greeted.countDown();
        answers.add(Optional.empty());
    }

    private void accept(byte[] answer) {
        if (ready) {
            answers.add(Optional.of(answer));
        } else {
            ready = true;
            greeted.countDown();
        }
    }

    private void readComplaints() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (complaints.size() < 10) {
                    complaints.add(line);
                }
            }
        } catch (IOException cut) {
            // As if it had ended.
        }
    }
}
