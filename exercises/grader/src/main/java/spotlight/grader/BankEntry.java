package spotlight.grader;

import java.util.ArrayList;
import java.util.List;

/** Reads one entry of a bank of wrong answers. */
final class BankEntry {
    private final int firstLine;
    private final List<String> lines;
    private final List<WrongAnswer.Change> changes = new ArrayList<>();
    private final List<String> from = new ArrayList<>();
    private final List<String> to = new ArrayList<>();
    private String names = "";

    /** @param firstLine number of the first line, counted from 1 */
    BankEntry(int firstLine, List<String> lines) {
        this.firstLine = firstLine;
        this.lines = lines;
    }

    WrongAnswer read() {
        String title = lines.get(0);
        if (!title.startsWith("== ")) {
            throw problem(0, "an entry starts with `== title`, not with `" + title + "`");
        }
        for (int i = 1; i < lines.size(); i++) {
            readLine(i, lines.get(i));
        }
        endChange(lines.size() - 1);
        if (changes.isEmpty() || names.isBlank()) {
            throw problem(0, "an entry needs a `-` line, a `+` line and a `>` line");
        }
        return new WrongAnswer(title.substring(3).strip(), firstLine, changes, names);
    }

    private void readLine(int i, String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        String text = line.length() < 2 ? "" : line.substring(2);
        switch (line.charAt(0)) {
            case '-' -> {
                if (!to.isEmpty()) {
                    endChange(i);
                }
                from.add(text);
            }
            case '+' -> to.add(text);
            case '>' -> names = text.strip();
            default -> throw problem(i, "a line starts with ==, -, +, > or #, not with `" + line + "`");
        }
    }

    private void endChange(int i) {
        if (from.isEmpty() != to.isEmpty()) {
            throw problem(i, "a `-` line and the `+` line after it belong together");
        }
        if (!from.isEmpty()) {
            changes.add(new WrongAnswer.Change(String.join("\n", from), String.join("\n", to)));
        }
        from.clear();
        to.clear();
    }

    private IllegalArgumentException problem(int i, String what) {
        return new IllegalArgumentException("line " + (firstLine + i) + ": " + what);
    }
}
