package spotlight.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import spotlight.kernel.WireClient.Message;

/** A kernel in a process of its own, as Jupyter starts it, and a front end connected to it. */
final class ForkedKernel implements AutoCloseable {
    /** Long, because nothing here may depend on how busy the machine is. */
    static final int PATIENCE_MS = 120_000;

    private static ForkedKernel shared;

    private final Process process;
    private final Path files;
    private final WireClient client;
    private final Deque<String> answers = new ArrayDeque<>();

    /** What a cell did. */
    record Outcome(String status, String stdout, String stderr, List<JsonObject> displayed, JsonObject result,
            JsonObject error) {
        /** The value of the cell as text, null when it has none. */
        String value() {
            return result == null ? null : result.getAsJsonObject("data").get("text/plain").getAsString();
        }

        /** The whole text below a failed cell. */
        String traceback() {
            List<String> lines = new ArrayList<>();
            error.getAsJsonArray("traceback").forEach(line -> lines.add(line.getAsString()));
            return String.join("\n", lines);
        }
    }

    ForkedKernel(String... jvmOptions) throws IOException {
        this(Map.of(), jvmOptions);
    }

    /** For short tests: with the fast compiler only, which halves the time to start. */
    ForkedKernel(Map<String, String> environment, String... jvmOptions) throws IOException {
        this(environment, true, jvmOptions);
    }

    ForkedKernel(Map<String, String> environment, boolean lightly, String... jvmOptions) throws IOException {
        files = Files.createTempDirectory("kernel-test");
        Map<String, Object> connection = connection();
        Path file = Files.writeString(files.resolve("connection.json"), new Gson().toJson(connection));
        ProcessBuilder builder = new ProcessBuilder(command(file, jvmOptions));
        if (lightly) {
            builder.command().add(1, "-XX:TieredStopAtLevel=1");
        }
        builder.environment().put("IJAVA_COMPILER_OPTS", "--add-modules jdk.incubator.vector");
        builder.environment().put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
        builder.environment().putAll(environment);
        builder.directory(files.toFile()).redirectErrorStream(true);
        process = builder.redirectOutput(files.resolve("log.txt").toFile()).start();
        client = new WireClient(connection);
        awaitReady();
    }

    /** One kernel for all tests that leave it alive, so that they take seconds in all. */
    static synchronized ForkedKernel shared() {
        if (shared == null || !shared.process.isAlive()) {
            try {
                ForkedKernel kernel = new ForkedKernel();
                Runtime.getRuntime().addShutdownHook(new Thread(kernel::close));
                shared = kernel;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    static List<String> command(Path connectionFile, String... jvmOptions) {
        String classpath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules", "jdk.incubator.vector"));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", classpath, "spotlight.kernel.Main", connectionFile.toString()));
        return command;
    }

    /** Five free ports and a key. */
    static Map<String, Object> connection() throws IOException {
        Map<String, Object> connection = new HashMap<>(Map.of("ip", "127.0.0.1", "transport", "tcp", "signature_scheme",
                "hmac-sha256", "key", "a-key-of-this-test"));
        List<ServerSocket> held = new ArrayList<>();
        for (String port : List.of("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port")) {
            ServerSocket socket = new ServerSocket(0);
            held.add(socket);
            connection.put(port, socket.getLocalPort());
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return connection;
    }

    /**
     * A subscription takes effect a little after it was made, so ask until an answer is also seen on the output socket.
     */
    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000L;
        while (System.nanoTime() < end && process.isAlive()) {
            client.send(client.shell, "kernel_info_request", Map.of());
            Message message = client.receive(client.output, 200);
            while (message != null) {
                if (message.type().equals("status") && message.text("execution_state").equals("idle")) {
                    reply(message.parent());
                    return;
                }
                message = client.receive(client.output, 200);
            }
        }
        throw new AssertionError("no kernel: " + log());
    }

    WireClient client() {
        return client;
    }

    Process process() {
        return process;
    }

    Path folder() {
        return files;
    }

    String log() {
        try {
            return Files.readString(files.resolve("log.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Says what the learner will type when a cell asks. */
    ForkedKernel answering(String... lines) {
        answers.addAll(List.of(lines));
        return this;
    }

    /** Runs a cell to its end. */
    Outcome run(String code) {
        return outcome(execute(code));
    }

    /** Starts a cell. */
    String execute(String code) {
        return client.send(client.shell, "execute_request", Map.of("code", code, "silent", false, "store_history", true,
                "user_expressions", Map.of(), "allow_stdin", !answers.isEmpty(), "stop_on_error", true));
    }

    /** Waits for the end of a cell. */
    Outcome outcome(String id) {
        StringBuilder stdout = new StringBuilder();
        StringBuilder stderr = new StringBuilder();
        List<JsonObject> displayed = new ArrayList<>();
        JsonObject[] resultAndError = new JsonObject[2];
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000L;
        while (true) {
            answerQuestions();
            Message message = client.receive(client.output, 50);
            if (message == null || !message.parent().equals(id)) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new AssertionError("no end of the cell, kernel alive: " + process.isAlive() + "\n" + log());
                }
                continue;
            }
            switch (message.type()) {
                case "stream" -> (message.text("name").equals("stdout") ? stdout : stderr).append(message.text("text"));
                case "display_data", "update_display_data" -> displayed.add(message.content());
                case "execute_result" -> resultAndError[0] = message.content();
                case "error" -> resultAndError[1] = message.content();
                default -> {
                    if (message.type().equals("status") && message.text("execution_state").equals("idle")) {
                        return new Outcome(reply(id).text("status"), stdout.toString(), stderr.toString(), displayed,
                                resultAndError[0], resultAndError[1]);
                    }
                }
            }
        }
    }

    private void answerQuestions() {
        if (!answers.isEmpty()) {
            Message question = client.receive(client.stdin, 0);
            if (question != null) {
                client.send(client.stdin, "input_reply", Map.of("status", "ok", "value", answers.remove()));
            }
        }
    }

    /** The reply to a request on the shell socket. */
    Message reply(String id) {
        Message message = client.receive(client.shell, PATIENCE_MS);
        while (message != null && !message.parent().equals(id)) {
            message = client.receive(client.shell, PATIENCE_MS);
        }
        if (message == null) {
            throw new AssertionError("no reply");
        }
        return message;
    }

    /** Asks and waits for the answer. */
    JsonObject ask(String request, Map<String, ?> content) {
        return reply(client.send(client.shell, request, content)).content();
    }

    /** Presses Stop and waits until the kernel has heard it. */
    void stop() {
        client.send(client.control, "interrupt_request", Map.of());
        Message reply = client.receive(client.control, PATIENCE_MS);
        if (reply == null || !reply.type().equals("interrupt_reply")) {
            throw new AssertionError("Stop was not answered: " + reply);
        }
    }

    /** Waits until a cell has printed {@code text}. */
    void awaitOutput(String text) {
        StringBuilder seen = new StringBuilder();
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000L;
        while (seen.indexOf(text) < 0) {
            Message message = client.receive(client.output, 50);
            if (message != null && message.type().equals("stream")) {
                seen.append(message.text("text"));
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not printed: " + text + ", but: " + seen);
            }
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> all = Files.walk(files)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
