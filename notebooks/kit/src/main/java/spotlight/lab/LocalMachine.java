package spotlight.lab;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.tools.ToolProvider;

/** The computer this program runs on. */
final class LocalMachine implements Machine {

    @Override
    public Os os() {
        String release = "";
        try {
            release = Files.readString(Path.of("/etc/os-release"));
        } catch (IOException absent) {
            // not a Linux, or a very small one: the name decides
        }
        return Os.of(System.getProperty("os.name"), release);
    }

    @Override
    public Optional<String> env(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    @Override
    public List<Path> programs(String name) {
        List<Path> found = new ArrayList<>();
        for (String folder : env("PATH").orElse("").split(File.pathSeparator)) {
            for (String suffix : os() == Os.WINDOWS ? List.of(".exe", ".cmd", ".bat") : List.of("")) {
                Path program = folder.isEmpty() ? null : Path.of(folder, name + suffix);
                if (program != null && Files.isRegularFile(program) && Files.isExecutable(program)) {
                    found.add(program);
                }
            }
        }
        return found;
    }

    @Override
    public Outcome run(Duration limit, Map<String, String> env, Consumer<String> line, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()));
        builder.environment().putAll(env);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Outcome(-1, e.getMessage());
        }
        StringBuilder output = new StringBuilder();
        Thread killer = Reaper.watch(process);
        try {
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> read(process, output, line));
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                Reaper.end(process.toHandle(), Duration.ZERO);
                return new Outcome(-1, "no answer within " + limit.toSeconds() + " s");
            }
            reading.join();
            return new Outcome(process.exitValue(), output.toString().stripTrailing());
        } catch (InterruptedException e) {
            Reaper.end(process.toHandle(), Duration.ZERO);
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        } finally {
            Reaper.forget(killer);
        }
    }

    @Override
    public Java java() {
        return new Java(System.getProperty("java.version"), System.getProperty("java.vendor"),
                System.getProperty("java.home"), Runtime.version().feature(),
                ToolProvider.getSystemJavaCompiler() != null);
    }

    @Override
    public OptionalInt vectorBits() {
        Outcome outcome = run(Duration.ofSeconds(60), KernelSpec.javaProgram().toString(), "--add-modules",
                "jdk.incubator.vector", "-cp", System.getProperty("java.class.path"), VectorProbe.class.getName());
        return outcome.output().lines().filter(line -> line.matches("\\d+")).mapToInt(Integer::parseInt).findFirst();
    }

    @Override
    public long memory() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    @Override
    public boolean free(int port) {
        return Ports.free(port);
    }

    @Override
    public Fonts fonts() {
        return FontProbe.look();
    }

    private static void read(Process process, StringBuilder output, Consumer<String> line) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                output.append(text).append('\n');
                line.accept(text);
            }
        } catch (IOException e) {
            output.append(e.getMessage());
        }
    }

    private File nothing() {
        return new File(os() == Os.WINDOWS ? "NUL" : "/dev/null");
    }
}
