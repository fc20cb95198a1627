package spotlight.grader.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Kills the grader, as kill -9 does, at random moments, lets it go on, and compares what it ends with. */
final class Killing {
    /**
     * How it went.
     *
     * @param runs     that came to their end between the kills; each was compared and then begun anew
     * @param orphans  processes that still ran ten seconds after their grader was killed
     * @param failures differences from the undisturbed run
     */
    record Report(int kills, int runs, int orphans, List<String> failures) {
    }

    private final Path home;
    private final Path submissions;
    private final Path folder;
    private final List<String> only;
    private final Random random = new Random(9);
    private final List<String> failures = new java.util.ArrayList<>();
    private int orphans;

    Killing(Path home, Path submissions, Path folder, List<String> only) {
        this.home = home;
        this.submissions = submissions;
        this.folder = folder;
        this.only = only;
    }

    Report run(int kills) throws IOException, InterruptedException {
        Path undisturbed = folder.resolve("undisturbed");
        finish(undisturbed);
        long begin = System.nanoTime();
        delete(undisturbed.resolve("results"));
        finish(undisturbed); // the tests are compiled by now, as they are after a restart
        long millis = (System.nanoTime() - begin) / 1_000_000;
        Map<String, String> expected = results(undisturbed);
        Path disturbed = folder.resolve("disturbed");
        int runs = 0;
        int done = 0;
        while (done < kills) {
            Process grader = start(disturbed);
            if (grader.waitFor(random.nextLong(Math.max(1, millis)), TimeUnit.MILLISECONDS)) {
                compare(expected, disturbed, ++runs);
                delete(disturbed.resolve("results"));
            } else {
                kill(grader);
                done++;
            }
        }
        finish(disturbed);
        compare(expected, disturbed, ++runs);
        return new Report(done, runs, orphans, failures);
    }

    private void kill(Process grader) throws InterruptedException {
        List<ProcessHandle> children;
        try (Stream<ProcessHandle> all = grader.descendants()) {
            children = all.toList();
        }
        grader.destroyForcibly().waitFor();
        for (ProcessHandle child : children) {
            try {
                child.onExit().get(10, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                orphans++;
                child.destroyForcibly();
            }
        }
    }

    private Process start(Path out) throws IOException {
        File log = folder.resolve("log.txt").toFile();
        return Grader.start(home, submissions, out, only, log);
    }

    private void finish(Path out) throws IOException, InterruptedException {
        if (start(out).waitFor() != 0) {
            throw new IllegalStateException("the grader failed: " + Files.readString(folder.resolve("log.txt")));
        }
    }

    private void compare(Map<String, String> expected, Path out, int run) throws IOException {
        if (!results(out).equals(expected)) {
            failures.add("run " + run + " gave other results");
        }
    }

    /** All that the gradebook is made of, byte for byte. */
    private static Map<String, String> results(Path out) throws IOException {
        Map<String, String> results = new TreeMap<>();
        try (Stream<Path> files = Files.list(out.resolve("results"))) {
            for (Path file : files.toList()) {
                results.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return results;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
