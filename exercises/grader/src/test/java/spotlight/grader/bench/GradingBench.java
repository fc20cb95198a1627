package spotlight.grader.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import spotlight.grader.batch.BatchOptions;
import spotlight.grader.hostile.HostileRun;
import spotlight.grader.sandbox.Confinement;

/**
 * Grades an invented class and measures it, then what is hostile, then kills the grader again and again; writes
 * {@code exercises/GRADING.md}: {@code mvn -q -Pgrading-bench -pl exercises/grader -am verify}.
 */
public final class GradingBench {
    private final Path home;
    private final Path folder;
    private final StringBuilder page = new StringBuilder();

    private GradingBench(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** @param args course folder, students of the class, kills, 1 for the hostile submissions; 0 leaves a part out */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("grading-bench");
        try {
            GradingBench bench = new GradingBench(Path.of(args[0]).toAbsolutePath(), folder);
            bench.write(Integer.parseInt(args[1]), Integer.parseInt(args[2]), !args[3].equals("0"));
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private void write(int students, int kills, boolean hostile) throws IOException, InterruptedException {
        say("# Grading a class: figures\n\nWritten by `mvn -q -Pgrading-bench -pl exercises/grader -am verify`.\n");
        say("Machine: " + machine() + "\n");
        say("Fence: list of allowed classes; " + Confinement.best().title() + ". It adds "
                + Confinement.best().overhead().toMillis() + " ms to the start of a JVM.\n");
        if (students > 0) {
            say("## Speed\n\nFrom `./lab grade`, two submissions at a time, to the last page of the gradebook, the kit's own "
                    + "compilation included. All exercises.\n");
            grade("right", Math.max(1, students / 10), false);
            List<MemoryWatch.Sample> samples = grade("class", students, true);
            memory(samples);
        }
        if (hostile) {
            hostile();
        }
        if (kills > 0) {
            kills(kills);
        }
        Files.writeString(home.resolve("exercises/GRADING.md"), page.toString().strip() + '\n');
    }

    private List<MemoryWatch.Sample> grade(String name, int students, boolean mixed)
            throws IOException, InterruptedException {
        Path submissions = folder.resolve(name);
        new InventedClass().write(submissions, students, mixed);
        LabGrade lab = new LabGrade(home, submissions, List.of(), folder.resolve(name + ".log").toFile());
        long start = System.nanoTime();
        Process grader = lab.start(folder.resolve(name + "-out"));
        try (MemoryWatch watch = new MemoryWatch(grader.toHandle())) {
            lab.checkEnd(grader);
            double seconds = (System.nanoTime() - start) / 1e9;
            say("- " + students + (mixed ? " students, " + InventedClass.WHO : " students who have everything right")
                    + text(": **%.0f s, %.1f submissions a minute**. ", seconds, students * 60 / seconds)
                    + lab.line("\\d+ submissions graded in.*") + " by its own count, without the compilation; "
                    + lab.line("\\d+ submissions, on average.*") + '.');
            return watch.samples();
        }
    }

    private void memory(List<MemoryWatch.Sample> samples) {
        say("\n## Memory\n\nIn the class of all kinds; the heap of each JVM of a submission is limited to 512 MB. Megabytes "
                + "held (RSS):\n\n| after | grader | its children | processes |\n|---|---|---|---|");
        for (int i = 0; i < 10; i++) {
            List<MemoryWatch.Sample> part = samples.subList(i * samples.size() / 10, (i + 1) * samples.size() / 10);
            part.stream().max(Comparator.comparing(sample -> sample.grader() + sample.children()))
                    .ifPresent(most -> say(text("| %.0f s | %d | %d | %d |", most.seconds(), most.grader(),
                            most.children(), most.processes())));
        }
        say("\nEach row is the highest sum in a tenth of the time. Highest: grader "
                + samples.stream().mapToInt(MemoryWatch.Sample::grader).max().orElse(0) + " MB, children "
                + samples.stream().mapToInt(MemoryWatch.Sample::children).max().orElse(0) + " MB.\n");
    }

    private void hostile() throws IOException, InterruptedException {
        Stopwatch watch = new Stopwatch();
        HostileRun run = new HostileRun(home, BatchOptions.standard(1).withLimits(2, 128, 1));
        List<HostileRun.Row> rows = run.run(Files.createDirectories(folder.resolve("hostile")), each -> true, watch);
        long failed = rows.stream().filter(row -> !row.wrong().isEmpty()).count();
        say(text("## Hostile submissions\n\n%d in %.0f s, one after the other, %d as they must end, %d not. ",
                rows.size(),
                watch.seconds(), rows.size() - failed, failed)
                + "Around them: " + (run.wrong().isEmpty()
                        ? "nothing changed, no port reached, honest submissions got all points"
                        : run.wrong())
                + text(". Each may take 2 s of processor time for a test, and what cannot be compiled 60 s; the slowest held "
                        + "the next one up for %.0f s (%s), half of them for less than %.1f s.\n\n```", watch.most(),
                        watch.slowest(), watch.median()));
        rows.forEach(row -> say(row.text() + (row.wrong().isEmpty() ? "" : "   WRONG: " + row.wrong())));
        say("```\n");
    }

    private void kills(int kills) throws IOException, InterruptedException {
        Path submissions = folder.resolve("small-class");
        new InventedClass().write(submissions, 20, true);
        Path place = Files.createDirectories(folder.resolve("killing"));
        Killing.Report report = new Killing(new LabGrade(home, submissions, List.of("2.1", "2.2", "3.1"),
                place.resolve("log").toFile()), place).run(kills);
        say("## Killed\n\n`./lab grade` of 20 submissions killed (kill -9) " + report.kills()
                + " times at random moments; "
                + report.runs() + " runs came to their end in between, and their results and gradebooks were "
                + (report.failures().isEmpty() ? "byte for byte those of an undisturbed run" : report.failures()) + ". "
                + report.orphans() + " processes outlived their grader by ten seconds.");
    }

    private static String machine() {
        String model;
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            model = lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.replaceFirst(".*: ", ", ")).orElse("");
        } catch (IOException notLinux) {
            model = "";
        }
        return Runtime.getRuntime().availableProcessors() + " processors" + model + ", " + System.getProperty("os.name")
                + ", Java " + System.getProperty("java.version") + text(", load when it began %.1f",
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void say(String line) {
        page.append(line).append('\n');
        System.out.println(line);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
