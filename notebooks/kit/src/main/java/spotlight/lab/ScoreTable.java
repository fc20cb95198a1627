package spotlight.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import spotlight.task.Card;
import spotlight.task.Score;

/** The scores of a training for a terminal: each beside its goal and what it is compared with. */
final class ScoreTable {

    private ScoreTable() {
    }

    static String of(Card card) {
        List<String[]> rows = new ArrayList<>();
        for (Score score : card.result().scores()) {
            rows.add(new String[] {score.what(), score.valueText(), score.goalText(),
                    !score.hasGoal() || card.quick() ? "" : score.reached() ? "reached" : "MISSED",
                    score.baselines().entrySet().stream().map(each -> each.getKey() + " "
                            + score.number(each.getValue())).collect(Collectors.joining(", "))});
        }
        StringBuilder table = new StringBuilder();
        int[] widths = new int[4];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            String line = "  ";
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - row[i].length());
                line += (i == 1 ? space + row[i] : row[i] + space) + (widths[i] > 0 ? "  " : "");
            }
            table.append((line + (row[4].isEmpty() ? "" : "(" + row[4] + ")")).stripTrailing()).append('\n');
        }
        card.result().samples().stream().limit(3).forEach(sample -> sample.lines()
                .forEach(line -> table.append("  | ").append(line).append('\n')));
        return table.append(String.format(Locale.ROOT, "  %,d parameters, %.0f s, %d threads, seed %d%n",
                card.result().parameters(), card.seconds(), card.threads(), card.seed())).toString();
    }
}
