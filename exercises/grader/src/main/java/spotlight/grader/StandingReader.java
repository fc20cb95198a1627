package spotlight.grader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import spotlight.grader.Standing.Entry;
import spotlight.grader.Standing.State;

/**
 * Finds out how far a learner has come, by checking every exercise. What has not changed since the last time is not
 * checked again: {@code .lab/progress} remembers it, and deleting that is safe.
 */
public final class StandingReader {
    private static final Pattern POINTS = Pattern.compile("@Points\\(\\s*(?:value\\s*=\\s*(\\d+))?");

    private final Path home;
    private final CheckRunner runner;
    private final Path memory;

    /** @param home the course folder @param runner checks exercises of that course */
    public StandingReader(Path home, CheckRunner runner) {
        this.home = home;
        this.runner = runner;
        this.memory = home.resolve(".lab/progress");
    }

    /** Every exercise of the course. @param told how many of them are known, again and again */
    public Standing read(IntConsumer told) throws InterruptedException {
        Map<String, Entry> known = remembered();
        Map<String, Entry> now = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (ExerciseFiles files : ExerciseFiles.all(home)) {
            String print = fingerprint(files);
            Entry before = known.get(print);
            Entry entry = before != null && before.title().equals(files.title()) ? before : check(files);
            entries.add(entry);
            now.put(print, entry);
            told.accept(entries.size());
        }
        remember(now);
        return new Standing(entries);
    }

    private Entry check(ExerciseFiles files) throws InterruptedException {
        CheckResult check = runner.check(files.number().toString());
        ExerciseResult result = check.result();
        boolean ran = !result.methods().isEmpty();
        int max = ran ? result.max() : worth(ExerciseFiles.read(files.test()));
        boolean untouched = ran && result.count(Status.NOT_ATTEMPTED) == result.methods().size();
        State state = result.points() == max ? State.DONE : untouched ? State.UNTOUCHED : State.TRIED;
        return new Entry(files.title(), state, result.points(), max);
    }

    /** What a test that cannot run is worth, by its source. */
    static int worth(String test) {
        int sum = 0;
        for (Matcher points = POINTS.matcher(test); points.find();) {
            sum += points.group(1) == null ? 1 : Integer.parseInt(points.group(1));
        }
        return sum;
    }

    private static String fingerprint(ExerciseFiles files) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(Files.exists(files.stub()) ? Files.readAllBytes(files.stub()) : new byte[0]);
            return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(files.test())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read exercise " + files.title(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private Map<String, Entry> remembered() {
        Map<String, Entry> known = new HashMap<>();
        if (Files.exists(memory)) {
            for (String line : ExerciseFiles.read(memory).lines().toList()) {
                String[] parts = line.split("\t");
                if (parts.length == 5) {
                    known.put(parts[0], new Entry(parts[4], State.valueOf(parts[1]), Integer.parseInt(parts[2]),
                            Integer.parseInt(parts[3])));
                }
            }
        }
        return known;
    }

    private void remember(Map<String, Entry> entries) {
        String text = entries.entrySet().stream().map(one -> String.join("\t", one.getKey(),
                one.getValue().state().name(), "" + one.getValue().points(), "" + one.getValue().max(),
                one.getValue().title()) + "\n").sorted().collect(Collectors.joining());
        try {
            Files.createDirectories(memory.getParent());
            Files.write(memory, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // a folder that cannot be written: the next time takes as long as this one
        }
    }
}
