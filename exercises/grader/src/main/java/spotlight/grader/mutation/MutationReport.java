package spotlight.grader.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import spotlight.grader.Bank;
import spotlight.grader.Home;

/**
 * What the run of the bank of wrong answers and of PIT gave, chapter by chapter. Fails if fewer than nine mutants in
 * ten are killed, or if one survives without a reason.
 */
public final class MutationReport {
    private static final double GOAL = 90;
    private static final String BEGIN = "<!-- mutants: written by mvn -Pmutation -->\n";
    private static final String END = "<!-- end of mutants -->";

    private final List<Mutant> mutants;
    private final List<Survivor> survivors;
    private final Map<String, Integer> wrongAnswers;

    MutationReport(List<Mutant> mutants, List<Survivor> survivors, Map<String, Integer> wrongAnswers) {
        this.mutants = mutants;
        this.survivors = survivors;
        this.wrongAnswers = wrongAnswers;
    }

    /** @param args PIT's mutations.xml, and the chapters it is of: {@code ch*} for all, which are then written down */
    public static void main(String[] args) throws IOException {
        Path home = Home.get();
        List<Mutant> mutants = Mutant.read(Path.of(args[0]), home.resolve("solutions/src/main/java"));
        List<Survivor> survivors = Survivor.parse(Files.readAllLines(home.resolve("exercises/src/test/survivors.txt")));
        boolean all = args[1].equals("ch*");
        MutationReport report = new MutationReport(mutants, survivors, wrongAnswers(home, all ? "" : args[1]));
        System.out.println(report.table());
        List<String> problems = report.problems();
        problems.forEach(System.out::println);
        if (all && problems.isEmpty()) {
            Path page = home.resolve("exercises/README.md");
            Files.writeString(page, into(Files.readString(page), report.table() + "\n" + report.reasons()));
        }
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    /** How many wrong answers each chapter's bank has. */
    private static Map<String, Integer> wrongAnswers(Path home, String chapter) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(home.resolve("exercises/src/test/bank").resolve(chapter))) {
            for (Path file : tree.filter(path -> path.toString().endsWith(".txt")).toList()) {
                counts.merge(file.getParent().getFileName().toString(), Bank.read(file).size(), Integer::sum);
            }
        }
        return counts;
    }

    /** A Markdown table, a row for each chapter and one for all. */
    String table() {
        StringBuilder table = new StringBuilder("| chapter | wrong answers, each named | mutants | killed | share |\n"
                + "|---|--:|--:|--:|--:|\n");
        wrongAnswers.forEach((chapter, count) -> table.append(row(chapter, count, mutants.stream()
                .filter(mutant -> mutant.chapter().equals(chapter)).toList())));
        return table.append(row("all", wrongAnswers.values().stream().mapToInt(Integer::intValue).sum(), mutants))
                .toString();
    }

    private static String row(String name, int wrong, List<Mutant> mutants) {
        return String.format(Locale.ROOT, "| %s | %d | %d | %d | %.1f %% |%n", name, wrong, mutants.size(),
                killed(mutants), share(mutants)).replace(System.lineSeparator(), "\n");
    }

    /** Those that survive, each with its reason, as a Markdown list. */
    String reasons() {
        return survivors.stream().map(one -> "- `" + one.stub() + "`, " + one.change() + " in `" + one.line() + "`: "
                + one.reason() + "\n").collect(Collectors.joining());
    }

    /** What must be mended; empty if nothing. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (wrongAnswers.size() > 1 && share(mutants) < GOAL) { // of one chapter alone it is not asked
            problems.add(String.format(Locale.ROOT, "%.1f %% of the mutants are killed, the goal is %.0f %%",
                    share(mutants), GOAL));
        }
        List<Survivor> unused = new ArrayList<>(survivors); // each explains one mutant: a line may have several
        for (Mutant mutant : mutants) {
            if (!mutant.killed() && !takeOne(unused, mutant)) {
                problems.add(
                        mutant.stub() + ":" + mutant.number() + ": no test catches \"" + mutant.change() + "\" in `"
                                + mutant.line() + "`; add a test, or the reason to exercises/src/test/survivors.txt");
            }
        }
        for (Survivor survivor : unused) {
            if (mutants.stream().anyMatch(mutant -> mutant.stub().equals(survivor.stub()))) {
                problems.add("survivors: \"" + survivor.change() + "\" in `" + survivor.line() + "` of "
                        + survivor.stub() + " does not survive any more; remove it");
            }
        }
        return problems;
    }

    /** Takes the reason why this mutant survives out of the list. @return whether there is one */
    private static boolean takeOne(List<Survivor> survivors, Mutant mutant) {
        return survivors.stream().filter(survivor -> survivor.of(mutant)).findFirst().map(survivors::remove)
                .orElse(false);
    }

    private static long killed(List<Mutant> mutants) {
        return mutants.stream().filter(Mutant::killed).count();
    }

    private static double share(List<Mutant> mutants) {
        return mutants.isEmpty() ? 100 : 100.0 * killed(mutants) / mutants.size();
    }

    /** The page with what stands between its two marks replaced. */
    static String into(String page, String text) {
        int from = page.indexOf(BEGIN);
        int to = page.indexOf(END);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("the page has no lines \"" + BEGIN.strip() + "\" and \"" + END + "\"");
        }
        return page.substring(0, from) + BEGIN + "\n" + text + "\n" + page.substring(to);
    }
}
