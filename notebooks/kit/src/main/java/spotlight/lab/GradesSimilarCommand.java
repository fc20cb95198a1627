package spotlight.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import spotlight.grader.ExerciseFiles;
import spotlight.grader.handin.HandIn;
import spotlight.grader.handin.Intake;
import spotlight.grader.handin.Submission;
import spotlight.grader.handin.Submissions;
import spotlight.gradebook.Gradebook;
import spotlight.gradebook.GradebookSettings;
import spotlight.gradebook.SimilarPage;
import spotlight.gradebook.SimilarPairs;

/** {@code ./lab grades similar}: which hand-ins share code. */
@Command(name = "similar", mixinStandardHelpOptions = true, usageHelpWidth = 100, header = "Look for similar hand-ins.", description = {
        "",
        "Compares the stub files of all submissions by JPlag, without the code that the course's stubs and",
        "solutions have. Nothing leaves this machine, and no student's code is run. The most similar pairs are in",
        "OUT/similar.html, JPlag's own report is OUT/similar.zip.", "",
        "JPlag is free software under the GPL, version 3. It is no part of Spotlight: Maven fetches it when you",
        "ask for it here the first time, and it runs in a process of its own.", ""}, footer = {"", "Example:",
                "  ./lab grades similar downloads.zip -o grades"})
final class GradesSimilarCommand implements Callable<Integer> {
    private static final int LONGEST = 100_000; // characters; no answer is near it, and JPlag's time grows faster
    private static final String REPORT = "similar.zip";

    @Parameters(paramLabel = "SUBMISSIONS", description = "The folder or zip that was graded.")
    private Path submissions;

    @Option(names = {"-o",
            "--out"}, paramLabel = "OUT", required = true, description = "The folder of the gradebook, or a "
                    + "new one.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Home home = Home.find();
        Path folder = home.lab().resolve("similarity");
        Progress progress = Progress.onTerminal();
        JPlagRun jplag = new JPlagRun(new LocalMachine(), folder);
        progress.step("JPlag", news -> jplag.prepare(), text -> text);
        Path work = Files.createTempDirectory(folder, "work");
        try {
            Path handIns = Files.createDirectories(work.resolve("hand-ins"));
            Path base = Files.createDirectories(work.resolve("base"));
            Map<String, String> names = progress.step("Hand-ins",
                    news -> collect(home.root(), handIns, base, news), all -> all.size() + " read");
            Files.createDirectories(out);
            SimilarPairs found = progress.step("Comparison",
                    news -> jplag.compare(handIns, base, out.resolve(REPORT).toAbsolutePath()),
                    pairs -> pairs.compared() + " hand-ins compared");
            new SimilarPage(found, names, handIns).write(out.resolve(Gradebook.SIMILAR), REPORT);
        } finally {
            delete(work);
        }
        if (Files.isDirectory(out.resolve("results"))) {
            GradesCommand.write(out, GradesCommand.understood(() -> GradebookSettings.read(out)), spec);
        }
        spec.commandLine().getOut().println("open " + out.resolve(Gradebook.SIMILAR).toAbsolutePath().normalize());
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Lays out what is compared and what everyone was given; returns the names by id. */
    private Map<String, String> collect(Path home, Path handIns, Path base, Consumer<String> news) {
        Set<String> stubs = ExerciseFiles.all(home).stream().map(ExerciseFiles::className)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> names = new LinkedHashMap<>();
        try {
            for (String module : List.of("exercises", "solutions")) {
                for (String stub : stubs) {
                    Path source = home.resolve(module + "/src/main/java/" + stub.replace('.', '/') + ".java");
                    if (Files.exists(source)) {
                        write(base.resolve(module), stub, Files.readString(source));
                    }
                }
            }
            List<Submission> all = Submissions.find(submissions);
            for (Submission submission : all) {
                news.accept(names.size() + " of " + all.size());
                HandIn handIn = Intake.open(submission, stubs);
                names.put(submission.id(), submission.name());
                for (Map.Entry<String, String> stub : handIn.stubs().entrySet()) {
                    if (stub.getValue().length() <= LONGEST) {
                        write(handIns.resolve(submission.id()), stub.getKey(), stub.getValue());
                    }
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + submissions, e);
        } catch (IllegalArgumentException e) {
            throw new Trouble(e.getMessage(), "name the folder that ./lab grade graded");
        }
    }

    /** {@code spotlight.ch02.OneWeight} becomes {@code ch02/OneWeight.java}. */
    private static void write(Path folder, String stub, String text) throws IOException {
        Path file = folder.resolve(stub.replaceFirst("^spotlight\\.", "").replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
