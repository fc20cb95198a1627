package spotlight.grader.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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

    private final LabGrade grade;
    private final Path folder;
    private final Random random = new Random(9);
    private final List<String> failures = new java.util.ArrayList<>();
    private int orphans;

    Killing(LabGrade grade, Path folder) {
        this.grade = grade;
        this.folder = folder;
    }

    Report run(int kills) throws IOException, InterruptedException {
        Path undisturbed = folder.resolve("undisturbed");
        grade.finish(undisturbed);
        delete(undisturbed.resolve("results"));
        long begin = System.nanoTime();
        grade.finish(undisturbed); // the tests are compiled by now, as they are after a restart
        long millis = (System.nanoTime() - begin) / 1_000_000;
        Map<String, String> expected = LabGrade.gradebook(undisturbed);
        Path disturbed = folder.resolve("disturbed");
        int runs = 0;
        int done = 0;
        while (done < kills) {
            Process grader = grade.start(disturbed);
            if (grader.waitFor(random.nextLong(Math.max(1, millis)), TimeUnit.MILLISECONDS)) {
                grade.checkEnd(grader);
                compare(expected, disturbed, ++runs);
                delete(disturbed.resolve("results"));
            } else {
                kill(grader);
                done++;
                System.err.println("killed " + done + " of " + kills);
            }
        }
        grade.finish(disturbed);
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

    private void compare(Map<String, String> expected, Path out, int run) throws IOException {
        Map<String, String> found = LabGrade.gradebook(out);
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        names.removeIf(name -> expected.getOrDefault(name, "").equals(found.get(name)));
        if (!names.isEmpty()) {
            failures.add("run " + run + " differs in " + names);
        }
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
