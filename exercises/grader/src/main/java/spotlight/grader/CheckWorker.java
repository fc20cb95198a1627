package spotlight.grader;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One {@link CheckServer}, as seen by the program that started it. */
final class CheckWorker extends Worker {
    CheckWorker(Path home) {
        this(home, List.of());
    }

    /** @param options further options of the JVM */
    CheckWorker(Path home, List<String> options) {
        super(command(home, options), home);
    }

    private static List<String> command(Path home, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent()) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        command.addAll(options);
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8", "-Dspotlight.root=" + home, "-cp"));
        command.add(ClassPath.ofTests().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.addAll(List.of(CheckServer.class.getName(), home.toString()));
        return command;
    }
}
