package spotlight.lab;

import com.google.gson.GsonBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The kernel spec {@code java}: how Jupyter starts the kernel. It lies under {@code .lab/kernels/NAME}, which only our
 * Jupyter searches, so an IJava or JJava of the user is never touched.
 *
 * <p>
 * Every kernel needs {@code jdk.incubator.vector} twice: for its own JVM and for the compiler behind the cells.
 */
final class KernelSpec {

    static final String VECTOR = "--add-modules jdk.incubator.vector";

    private final Home home;
    private final KernelChoice choice;
    private final Path java;
    private final String classpath;

    /**
     * @param java the Java program that runs the kernel
     * @param classpath what notebooks can import, with absolute paths
     */
    KernelSpec(Home home, KernelChoice choice, Path java, String classpath) {
        this.home = home;
        this.choice = choice;
        this.java = java;
        this.classpath = classpath;
    }

    /** The spec for this very Java and the class path this program was started with. */
    static KernelSpec here(Home home, KernelChoice choice) {
        String absolute = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString()).distinct()
                .collect(Collectors.joining(File.pathSeparator));
        return new KernelSpec(home, choice, javaProgram(), absolute);
    }

    /** The {@code java} program this program itself runs on. */
    static Path javaProgram() {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        return Files.exists(bin.resolve("java.exe")) ? bin.resolve("java.exe") : bin.resolve("java");
    }

    /** The kernel's name for people. */
    String title() {
        return choice.kind().title();
    }

    /** The folder to put on Jupyter's search path. */
    Path searchPath() {
        return home.lab().resolve("kernels").resolve(choice.kind().id());
    }

    /** Writes the spec; an equal one is left as it is. Returns its file. */
    Path write() {
        Path file = searchPath().resolve("kernels/java/kernel.json");
        String text = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(content()) + "\n";
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Path fresh = Files.createTempFile(file.getParent(), "kernel", ".json");
                Files.writeString(fresh, text);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the kernel spec " + file, e);
        }
    }

    private Map<String, Object> content() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("argv", command());
        spec.put("display_name", choice.kind().title());
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        spec.put("env", environment());
        return spec;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of(VECTOR.split(" ")));
        command.addAll(List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"));
        switch (choice.kind()) {
            case SPOTLIGHT -> command.addAll(List.of("-cp", classpath, "spotlight.kernel.Main"));
            case IJAVA -> command.addAll(List.of("-jar", jar()));
            case JJAVA -> command.addAll(List.of("--add-opens", "jdk.jshell/jdk.jshell=ALL-UNNAMED", "-jar", jar()));
        }
        command.add("{connection_file}");
        return command;
    }

    private String jar() {
        return choice.jar().orElseThrow().toString();
    }

    private Map<String, String> environment() {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("SPOTLIGHT_HOME", home.root().toString());
        env.put("IJAVA_CLASSPATH", classpath);
        env.put("IJAVA_COMPILER_OPTS", VECTOR);
        if (choice.kind() == KernelChoice.Kind.JJAVA) {
            env.put("JJAVA_CLASSPATH", classpath);
            env.put("JJAVA_COMPILER_OPTS", VECTOR);
        }
        return env;
    }
}
