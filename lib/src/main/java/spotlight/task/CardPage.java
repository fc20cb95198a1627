package spotlight.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A card as a page in Markdown, which can be read as it is, too. */
record CardPage(Card card) {

    String text() {
        List<String> page = new ArrayList<>();
        page.add("# " + card.task() + ": " + card.title());
        page.add("");
        page.add(card.quick()
                ? "The quick training, a test of the code: its scores say nothing about the task."
                : "What to expect, and what was seen on " + card.date() + " (" + card.machine() + ").");
        page.add("");
        page.addAll(conditions());
        page.add("");
        page.addAll(scores());
        card.stages().forEach(stage -> page.addAll(curve(stage)));
        section(page, "Samples", card.result().samples(), true);
        section(page, "If it looks different", card.result().ifYouSee(), false);
        return String.join("\n", page) + "\n";
    }

    private List<String> conditions() {
        String minutes = card.seconds() < 120 ? "" : String.format(Locale.ROOT, " (%.1f min)", card.seconds() / 60);
        return List.of("| parameters | seconds | threads | seed |", "|---|---|---|---|",
                String.format(Locale.ROOT, "| %,d | %.0f%s | %d | %d |", card.result().parameters(), card.seconds(),
                        minutes, card.threads(), card.seed()));
    }

    private List<String> scores() {
        List<String> table = new ArrayList<>(List.of("| score | value | goal | reached | to compare with |",
                "|---|---|---|---|---|"));
        for (Score score : card.result().scores()) {
            table.add("| " + cell(score.what()) + " | " + score.valueText() + " | " + score.goalText() + " | "
                    + (!score.hasGoal() || card.quick() ? "" : score.reached() ? "yes" : "**no**") + " | "
                    + cell(baselines(score))
                    + " |");
        }
        return table;
    }

    /** {@code bag of words 71.25, RNN 88.00}. */
    static String baselines(Score score) {
        return score.baselines().entrySet().stream().map(each -> each.getKey() + " " + score.number(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private List<String> curve(Stage stage) {
        return List.of("", "## Loss: " + stage.name(), "",
                String.format(Locale.ROOT, "%d steps in %.0f s", stage.losses().length, stage.seconds()), "", "```text",
                LossChart.draw(stage.losses()), "```");
    }

    private static void section(List<String> page, String title, List<String> lines, boolean asIs) {
        if (lines.isEmpty()) {
            return;
        }
        page.addAll(List.of("", "## " + title, ""));
        if (asIs) {
            page.add("```text");
            page.addAll(lines);
            page.add("```");
        } else {
            lines.forEach(line -> page.add("- " + line));
        }
    }

    /** A text that cannot end its cell. */
    static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
