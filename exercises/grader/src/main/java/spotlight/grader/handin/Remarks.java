package spotlight.grader.handin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was left out of one submission and why: each sentence once, and never more than fifty for single files. */
final class Remarks {
    static final int MOST = 50;
    private static final int LONGEST_NAME = 100;

    private final Set<String> limits = new LinkedHashSet<>();
    private final Set<String> said = new LinkedHashSet<>();
    private int more;

    void add(String sentence) {
        if (said.contains(sentence)) {
            return;
        }
        if (said.size() < MOST) {
            said.add(sentence);
        } else {
            more++;
        }
    }

    /** What concerns the submission as a whole: it stands first and is never among those that are left out. */
    void limit(String sentence) {
        limits.add(sentence);
    }

    List<String> list() {
        List<String> all = new ArrayList<>(limits);
        all.addAll(said);
        if (more > 0) {
            all.add("and " + more + " more of this kind");
        }
        return all;
    }

    /**
     * A file's name as a sentence can hold it: what would break the line, turn it around or hide in it is written as
     * {@code \}{@code u000A}, and a long name keeps its end, where the file's own name is.
     */
    static String quoted(String name) {
        StringBuilder text = new StringBuilder();
        int length = name.codePointCount(0, name.length());
        int from = 0;
        if (length > LONGEST_NAME) {
            from = name.offsetByCodePoints(0, length - LONGEST_NAME);
            text.append('…');
        }
        name.substring(from).codePoints().forEach(point -> {
            if (hides(point)) {
                text.append(String.format("\\u%04X", point));
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }

    private static boolean hides(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
                true;
            default -> false;
        };
    }
}
