package spotlight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all sections need: the options, the JDKs and how a process is started.
 *
 * @param jdk  the JDK that is measured: 25, or the running one
 * @param old  JDK 17, if it is another one
 * @param work a folder for logs, results of sections and unpacked libraries
 */
record Setup(Options options, Path jdk, Optional<Path> old, Path work, Progress progress) {
    static final String SPOTLIGHT = "Spotlight";
    static final String SPOTLIGHT_17 = "Spotlight on JDK 17";
    static final String TORCH = "PyTorch";

    static Setup of(Options options, Progress progress) throws IOException {
        Jdks jdks = new Jdks();
        Path jdk = jdks.find(25).orElse(Path.of(System.getProperty("java.home")));
        Path work = Files.createDirectories(options.lib().resolve("target/bench").toAbsolutePath());
        return new Setup(options, jdk, jdks.find(17).filter(home -> !Jdks.version(home).equals(Jdks.version(jdk))),
                work, progress);
    }

    /** A Java process on the classes of this one. */
    List<String> java(Path home, List<String> flags, Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** A Python process of one of our scripts. */
    List<String> python(String script, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(options.python().orElseThrow().toString(),
                options.lib().resolve("src/bench/python").resolve(script).toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    Path log() {
        return work.resolve("log.txt");
    }

    /** Runs a process that answers once. */
    com.google.gson.JsonObject once(List<String> command) {
        try (Child child = new Child(command, log())) {
            return child.answer();
        }
    }
}
