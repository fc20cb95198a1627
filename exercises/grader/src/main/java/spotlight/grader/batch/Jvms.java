package spotlight.grader.batch;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import spotlight.grader.ClassPath;
import spotlight.grader.Variation;
import spotlight.grader.Worker;

/** Starts the programs that compile and run. */
final class Jvms {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    /** Hang-up, Ctrl-C and a polite kill; Ctrl-C on Windows. */
    private static final Set<Integer> FROM_OUTSIDE = Set.of(129, 130, 143, 0xC000013A);
    private static final String VECTORS = "jdk.incubator.vector";

    private Jvms() {
    }

    /**
     * Waits until it listens.
     *
     * @throws GradingException if it does not: that is never a submission's fault
     */
    static void awaitStart(Worker worker) throws InterruptedException {
        if (!worker.isReady(LONGEST_START)) {
            String why = worker.failedToStart().orElse("it does not answer");
            worker.kill();
            throw new GradingException("a JVM did not start: " + why.lines().findFirst().orElse(""),
                    "./lab doctor checks this machine; is there enough memory for --jobs of them?");
        }
    }

    /**
     * Looks at the end of a JVM that has not answered.
     *
     * @throws GradingException if it was asked to end from outside: that is never a submission's fault either
     */
    static Optional<Integer> checkEnd(Worker worker) throws InterruptedException {
        Optional<Integer> code = worker.exitCode(Duration.ofSeconds(2));
        if (code.isPresent() && FROM_OUTSIDE.contains(code.get())) {
            worker.kill();
            throw new GradingException("a JVM was ended from outside (exit code " + code.get() + ")",
                    "give the same command again: what is graded is kept");
        }
        return code;
    }

    /** One that compiles. @param taken folders of classes that a source may not declare */
    static Worker compiler(List<Path> classPath, List<Path> taken, Path folder) {
        List<String> command = java();
        command.addAll(List.of("-Xmx512m", "-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                joined(ClassPath.ofTests()), CompileServer.class.getName(), joined(classPath), joined(taken)));
        return new Worker(command, folder);
    }

    /** One that runs tests. @param sharing options of the JVM for its archive of class data */
    static Worker tests(Path kit, BatchOptions options, Fence fence, List<String> sharing) {
        List<Path> classPath = new ArrayList<>(List.of(kit.resolve(Kit.JAR)));
        ClassPath.ofTests().stream().filter(Files::isRegularFile).forEach(classPath::add);
        List<String> command = java();
        command.addAll(sharing);
        // A test is called once: from JDK 18 on, Method.invoke makes bytecode for each method, which takes longer than it saves.
        command.add("-Djdk.reflect.useNativeAccessorOnly=true");
        command.addAll(List.of("-Xmx" + options.memory() + "m", "-Xmn" + Math.min(24, options.memory() / 3) + "m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ActiveProcessorCount=1",
                "-XX:+SuppressFatalErrorMessage", "-XX:+DisableAttachMechanism",
                "-Duser.language=en", "-Duser.country=US", "-Duser.timezone=UTC", "-Dspotlight.vectorBits=0",
                "-Dspotlight.limit=cpu", "-Dspotlight.seconds=" + options.seconds(),
                "-D" + Variation.PROPERTY + "=" + options.seed(), "-Dspotlight.order=" + kit.resolve(Kit.ORDER)));
        command.addAll(List.of("-cp", joined(classPath), TestServer.class.getName(),
                Integer.toString(hardLimit(options)), kit.resolve(Kit.ORDER).toString()));
        List<Path> readable = new ArrayList<>(classPath);
        readable.add(kit);
        return new Worker(fence.confine(command, options, readable), kit);
    }

    /** Seconds of processor time after which the JVM is ended, whatever it is at. */
    static int hardLimit(BatchOptions options) {
        return options.seconds() + 20;
    }

    private static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (ModuleFinder.ofSystem().find(VECTORS).isPresent()) {
            command.addAll(List.of("--add-modules", VECTORS));
        }
        command.addAll(List.of("-Xshare:auto", "-XX:-UsePerfData", "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        return command;
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
