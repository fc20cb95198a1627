package spotlight.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** The computer as the launcher sees it. Tests put an invented one in its place. */
interface Machine {

    /**
     * What a finished program said.
     *
     * @param exit its exit status, -1 if it could not be started or took too long
     * @param output standard output and error together, without the last line break
     */
    record Outcome(int exit, String output) {
        boolean ok() {
            return exit == 0;
        }

        /** The last line, where programs say what went wrong. */
        String lastLine() {
            return output.strip().lines().reduce("", (a, b) -> b).strip();
        }
    }

    Os os();

    /** An environment variable, empty if it is not set. */
    Optional<String> env(String name);

    /** All programs of this name on PATH, the one a shell would start first. */
    List<Path> programs(String name);

    /** Runs a program to its end, at most {@code limit}; {@code line} sees every line as it comes. */
    Outcome run(Duration limit, Map<String, String> env, Consumer<String> line, List<String> command);

    default Outcome run(Duration limit, String... command) {
        return run(limit, Map.of(), line -> {
        }, List.of(command));
    }

    /**
     * The Java this program runs on.
     *
     * @param feature the first number of the version
     * @param compiler true if it is a JDK, not only a runtime
     */
    record Java(String version, String vendor, String home, int feature, boolean compiler) {
    }

    /** What can be drawn here: any text; the course's own texts; nothing. */
    enum Fonts {
        ALL, BUNDLED, NONE
    }

    Java java();

    /** How wide this machine's vectors are, empty if the Java has no vector module. */
    OptionalInt vectorBits();

    /** Memory of the machine in bytes. */
    long memory();

    /** True if a server could listen on this port now. */
    boolean free(int port);

    Fonts fonts();

    /** True if this program runs as the system's administrator on a Unix. */
    default boolean root() {
        return os() != Os.WINDOWS && "root".equals(System.getProperty("user.name"));
    }
}
