package spotlight.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import spotlight.task.Card;
import spotlight.task.Score;
import spotlight.task.Task;

/** The page {@code lib/RESULTS.md}: a table from cards, in a text that stands in {@code lib/src/results/page.md}. */
final class ResultsPage {
    private static final String TABLE = "{table}";
    private static final String HEAD = """
            | task | score | value | goal | reached | to compare with | parameters | seconds | threads | seed | date | machine |
            |---|---|--:|--:|---|---|--:|--:|--:|--:|---|---|
            """;

    private final Path page;
    private final Path text;

    ResultsPage(Home home) {
        this(home.root().resolve("lib/RESULTS.md"), home.root().resolve("lib/src/results/page.md"));
    }

    ResultsPage(Path page, Path text) {
        this.page = page;
        this.text = text;
    }

    /**
     * Writes the page. The rows of a task that has no card among these stay as they are.
     *
     * @param tasks all there are, in the order of the page
     */
    void record(List<Task> tasks, List<Card> cards) {
        try {
            Map<String, List<String>> old = rows();
            Map<String, List<String>> now = new LinkedHashMap<>();
            tasks.forEach(task -> now.put(task.name(), old.getOrDefault(task.name(), List.of())));
            cards.forEach(card -> now.put(card.task(), rows(card)));
            String table = now.values().stream().flatMap(List::stream).collect(Collectors.joining());
            Files.writeString(page, Files.readString(text).replace(TABLE, HEAD + table.stripTrailing()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + page, e);
        }
    }

    /** The rows of the page as it is, by task. */
    private Map<String, List<String>> rows() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        if (!Files.exists(page)) {
            return rows;
        }
        boolean inTable = false;
        for (String line : Files.readAllLines(page)) {
            inTable = line.startsWith("|") && (inTable || line.equals(HEAD.lines().findFirst().orElseThrow()));
            if (inTable && !HEAD.contains(line)) {
                String task = line.split("\\|")[1].strip();
                rows.computeIfAbsent(task, name -> new ArrayList<>()).add(line + "\n");
            }
        }
        return rows;
    }

    private static List<String> rows(Card card) {
        List<String> rows = new ArrayList<>();
        for (Score score : card.result().scores()) {
            String baselines = score.baselines().entrySet().stream()
                    .map(each -> each.getKey() + " " + score.number(each.getValue())).collect(Collectors.joining(", "));
            rows.add("| " + String.join(" | ", card.task(), cell(score.what()), score.valueText(), score.goalText(),
                    score.hasGoal() ? score.reached() ? "yes" : "**no**" : "", cell(baselines),
                    String.format(Locale.ROOT, "%,d | %.0f", card.result().parameters(), card.seconds()),
                    "" + card.threads(), "" + card.seed(), card.date(), card.machine()) + " |\n");
        }
        return rows;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
