package spotlight.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** A machine made of answers: healthy, until a test takes something away. */
final class FakeMachine implements Machine {

    Os os = Os.DEBIAN;
    Java java = new Java("17.0.15", "Debian", "/jdk", 17, true);
    OptionalInt bits = OptionalInt.of(256);
    long memory = 8L << 30;
    boolean portFree = true;
    Fonts fonts = Fonts.ALL;
    boolean root;
    final Map<String, String> env = new HashMap<>();
    final Map<String, List<Path>> programs = new HashMap<>(
            Map.of("mvn", List.of(Path.of("/bin/mvn")), "python3", List.of(Path.of("/bin/python3"))));
    final List<List<String>> commands = new ArrayList<>();
    final List<Map<String, String>> environments = new ArrayList<>();
    /** Answers a command; what it puts into the list are the lines it prints. */
    Function<List<String>, Outcome> answer = command -> new Outcome(0, "3.11 True");

    @Override
    public Os os() {
        return os;
    }

    @Override
    public Optional<String> env(String name) {
        return Optional.ofNullable(env.get(name));
    }

    @Override
    public List<Path> programs(String name) {
        return programs.getOrDefault(name, List.of());
    }

    @Override
    public Outcome run(Duration limit, Map<String, String> variables, Consumer<String> line, List<String> command) {
        commands.add(command);
        environments.add(variables);
        Outcome outcome = answer.apply(command);
        outcome.output().lines().forEach(line);
        return outcome;
    }

    @Override
    public Java java() {
        return java;
    }

    @Override
    public OptionalInt vectorBits() {
        return bits;
    }

    @Override
    public long memory() {
        return memory;
    }

    @Override
    public boolean free(int port) {
        return portFree;
    }

    @Override
    public Fonts fonts() {
        return fonts;
    }

    @Override
    public boolean root() {
        return root;
    }
}
