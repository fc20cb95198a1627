package spotlight.lab;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A JVM that computes fast. The launcher's own starts fast instead: without the vector module, and with the quick
 * compiler only.
 */
final class ComputingJvm {

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private ComputingJvm() {
    }

    /** Whether this is one. */
    static boolean here() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
    }

    /** Runs the launcher's command there and waits for its end; returns its exit code. */
    static int start(Home home, List<String> arguments) {
        List<String> command = command(home);
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT).start();
            Thread hook = Reaper.watch(process); // Ctrl-C: the other one keeps its checkpoint before this one ends
            try {
                errors(process);
                return process.waitFor();
            } finally {
                Reaper.forget(hook);
            }
        } catch (IOException e) {
            throw new Trouble("cannot start " + command.get(0) + ": " + e.getMessage(),
                    "./lab doctor checks this machine");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static List<String> command(Home home) {
        String classpath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(KernelSpec.javaProgram().toString(), "--add-modules",
                VECTOR_MODULE, "-Djava.awt.headless=true", "-Dspotlight.root=" + home.root()));
        System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith("spotlight."))
                .filter(name -> !name.equals("spotlight.root")).sorted()
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        if (System.getProperty("spotlight.data") == null) {
            command.add("-Dspotlight.data=" + home.root().resolve("data"));
        }
        command.addAll(List.of("-cp", classpath, Lab.class.getName()));
        return command;
    }

    /** Passes on what it has to complain about, but not Java's word on the vector module. */
    private static void errors(Process process) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getErrorStream(), Charset.defaultCharset()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("WARNING: Using incubator modules")) {
                    System.err.println(line);
                }
            }
        }
    }

    /** Standard output in UTF-8, whatever the locale: samples are in many scripts. Windows has its own rules. */
    static PrintStream output() {
        return new LocalMachine().os() == Os.WINDOWS
                ? System.out
                : new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }
}
