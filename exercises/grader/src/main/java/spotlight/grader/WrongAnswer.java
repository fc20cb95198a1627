package spotlight.grader;

import java.util.ArrayList;
import java.util.List;

/**
 * A classic mistake, written as changes to the solution.
 *
 * @param title   what the mistake is
 * @param line    where its entry starts in the bank file, counted from 1
 * @param changes what is replaced by what, one after another
 * @param names   the text that the failure message must contain
 */
public record WrongAnswer(String title, int line, List<Change> changes, String names) {
    /** Replaces one text, which must occur exactly once, by another. */
    public record Change(String from, String to) {
    }

    /** A copy of the list is kept. */
    public WrongAnswer {
        changes = List.copyOf(changes);
    }

    /**
     * The solution with the mistake in it.
     *
     * @throws IllegalArgumentException if a text does not occur exactly once
     */
    public String applyTo(String solution) {
        String text = solution;
        for (Change change : changes) {
            int first = text.indexOf(change.from());
            if (first < 0) {
                throw new IllegalArgumentException("the text `" + change.from() + "` does not occur in the solution");
            }
            if (text.indexOf(change.from(), first + 1) >= 0) {
                throw new IllegalArgumentException(
                        "the text `" + change.from() + "` occurs more than once in the solution");
            }
            text = text.substring(0, first) + change.to() + text.substring(first + change.from().length());
        }
        return text;
    }

    /**
     * The entries of a bank file; its form is described in {@code exercises/README.md}.
     *
     * @throws IllegalArgumentException if an entry is incomplete, with its line
     */
    public static List<WrongAnswer> parse(List<String> lines) {
        List<WrongAnswer> answers = new ArrayList<>();
        for (int start = 0; start < lines.size();) {
            String line = lines.get(start);
            if (line.isBlank() || line.startsWith("#")) {
                start++;
                continue;
            }
            int end = start + 1;
            while (end < lines.size() && !lines.get(end).startsWith("==")) {
                end++;
            }
            answers.add(new BankEntry(start + 1, lines.subList(start, end)).read());
            start = end;
        }
        return answers;
    }
}
