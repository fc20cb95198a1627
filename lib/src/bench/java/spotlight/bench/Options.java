package spotlight.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param only    the sections to run; empty is all
 * @param rounds  how often each measurement is repeated in fresh processes
 * @param quick   one round, small: to see that everything works
 * @param profile print where a training step spends its time, and nothing else
 * @param python  a Python with PyTorch, if one is given
 * @param lib     the folder of this module
 */
record Options(List<String> only, int rounds, boolean quick, boolean profile, Optional<Path> python, Path lib) {

    /** Reads the properties bench.only, bench.rounds, bench.quick, bench.profile, bench.lib and torch.python. */
    static Options read() {
        boolean quick = flag("bench.quick");
        String rounds = text("bench.rounds", quick ? "1" : "5");
        if (!rounds.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException("-Dbench.rounds=" + rounds + " is not a number from 1 to 999");
        }
        String only = text("bench.only", "");
        Optional<Path> python = Optional.of(text("torch.python", "")).filter(p -> !p.isEmpty()).map(Path::of);
        if (python.isPresent() && !Files.isExecutable(python.get())) {
            throw new IllegalArgumentException("-Dtorch.python=" + python.get() + " is not a program");
        }
        return new Options(only.isEmpty() ? List.of() : List.of(only.split(",")), Integer.parseInt(rounds), quick,
                flag("bench.profile"), python, Path.of(text("bench.lib", ".")));
    }

    /** A property, or the other text where it is missing or empty, as Maven passes what was not given. */
    static String text(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isEmpty() ? otherwise : value;
    }

    private static boolean flag(String name) {
        return !text(name, "false").equals("false");
    }

    /** The command line that asks for this, without what is only true on one machine. */
    String command() {
        StringBuilder command = new StringBuilder("mvn -q -Pbench -pl lib verify");
        if (quick) {
            command.append(" -Dbench.quick");
        } else if (rounds != 5) {
            command.append(" -Dbench.rounds=").append(rounds);
        }
        if (python.isPresent()) {
            command.append(" -Dtorch.python=PYTHON");
        }
        return command.toString();
    }
}
