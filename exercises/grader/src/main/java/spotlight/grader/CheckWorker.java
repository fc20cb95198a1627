package spotlight.grader;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One {@link CheckServer}, as seen by the program that started it. */
final class CheckWorker {
    private final String password = UUID.randomUUID().toString();
    private final BlockingQueue<Optional<byte[]>> answers = new LinkedBlockingQueue<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Process process;
    private final Thread complaining;
    private volatile boolean ready;
    private final Writer requests;

    CheckWorker(Path home) {
        this(home, List.of());
    }

    /** @param options further options of the JVM */
    CheckWorker(Path home, List<String> options) {
        List<String> command = command(home, options);
        try {
            process = new ProcessBuilder(command).directory(home.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a JVM to check exercises: " + e.getMessage(), e);
        }
        requests = process.outputWriter(StandardCharsets.UTF_8);
        inBackground(this::readAnswers, "check worker answers");
        complaining = inBackground(this::readComplaints, "check worker complaints");
    }

    private static Thread inBackground(Runnable loop, String name) {
        Thread reader = new Thread(loop, name);
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    /** The answer, or empty when the worker has ended or takes too long. */
    Optional<byte[]> ask(String request, Duration patience) throws InterruptedException {
        try {
            requests.write(request + "\n");
            requests.flush();
        } catch (IOException ended) {
            return Optional.empty();
        }
        Optional<byte[]> answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return answer == null ? Optional.empty() : answer;
    }

    /** What the JVM said about why it could not start, if it did not. */
    Optional<String> failedToStart() throws InterruptedException {
        if (ready || !process.waitFor(1, TimeUnit.SECONDS)) {
            return Optional.empty();
        }
        complaining.join(1000);
        return Optional.of(complaints.isEmpty() ? "exit code " + process.exitValue() : String.join("\n", complaints));
    }

    void kill() {
        process.destroyForcibly();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Lines that are not answers are something the JVM or native code has printed. */
    private void readAnswers() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(password + " ")) {
                    byte[] answer = Base64.getDecoder().decode(line.substring(password.length() + 1));
                    if (answer.length > 0) {
                        answers.add(Optional.of(answer));
                    }
                    ready = true;
                }
            }
        } catch (IOException | IllegalArgumentException cut) {
            // As if it had ended.
        }
        answers.add(Optional.empty());
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

    private List<String> command(Path home, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent()) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        command.addAll(options);
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8", "-Dspotlight.root=" + home, "-cp"));
        command.add(ClassPath.ofTests().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.addAll(List.of(CheckServer.class.getName(), home.toString(), password));
        return command;
    }
}
