package spotlight.grader.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Measures, each second, the memory that a program and its children hold, by Linux's /proc. */
final class MemoryWatch implements AutoCloseable {
    /** Megabytes at a moment. */
    record Sample(double seconds, int grader, int children, int processes) {
    }

    private final ProcessHandle program;
    private final List<Sample> samples = new ArrayList<>();
    private final long start = System.nanoTime();
    private final Thread thread;

    MemoryWatch(ProcessHandle program) {
        this.program = program;
        thread = new Thread(this::watch, "memory watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (program.isAlive()) {
                List<ProcessHandle> children;
                try (Stream<ProcessHandle> all = program.descendants()) {
                    children = all.toList();
                }
                int held = children.stream().mapToInt(MemoryWatch::megabytes).sum();
                synchronized (samples) {
                    samples.add(new Sample((System.nanoTime() - start) / 1e9, megabytes(program), held,
                            children.size()));
                }
                Thread.sleep(1000);
            }
        } catch (InterruptedException closed) {
            return;
        }
    }

    /** What is really in memory (VmRSS); pages that several JVMs share count for each. */
    private static int megabytes(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    List<Sample> samples() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
