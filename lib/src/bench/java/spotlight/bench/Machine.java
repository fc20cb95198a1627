package spotlight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the machine says of itself; where it does not, as on another system than Linux, nothing. */
final class Machine {

    private Machine() {
    }

    /** Processor, cores and system. */
    static String describe() {
        String processor = line("/proc/cpuinfo", "model name").map(l -> l.replaceAll(".*:\\s*", ""))
                .orElse(System.getProperty("os.arch"));
        String memory = line("/proc/meminfo", "MemTotal").map(l -> l.replaceAll("\\D", ""))
                .map(kib -> ", " + Math.round(Double.parseDouble(kib) / (1 << 20)) + " GiB").orElse("");
        return processor + vectors() + ", " + Runtime.getRuntime().availableProcessors() + " cores" + memory + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.version").replaceAll("[^\\d.].*", "");
    }

    /** Whether the processor has vectors of 512 bits, as Linux says. */
    static boolean avx512() {
        return flag("avx512f");
    }

    private static String vectors() {
        return avx512() ? " (AVX-512)" : flag("avx2") ? " (AVX2)" : "";
    }

    private static boolean flag(String name) {
        return line("/proc/cpuinfo", "flags").map(flags -> (flags + " ").contains(" " + name + " ")).orElse(false);
    }

    /** How busy the machine was in the last minute, in cores. */
    static Optional<String> load() {
        return line("/proc/loadavg", "").map(l -> l.split(" ")[0]);
    }

    /** The most memory this process has held at once, in MiB. */
    static Optional<Double> peakMiB() {
        return line("/proc/self/status", "VmHWM").map(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024);
    }

    private static Optional<String> line(String file, String start) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(start)).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
