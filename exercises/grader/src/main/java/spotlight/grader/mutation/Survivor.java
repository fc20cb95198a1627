package spotlight.grader.mutation;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a mutant that no test catches is no mistake; {@code exercises/src/test/survivors.txt} lists them:
 *
 * <pre>{@code
 * == ch05.SampleLeak: changed conditional boundary
 * - if (difference > tolerance) {
 * > a difference of exactly the tolerance is neither right nor wrong
 * }</pre>
 */
record Survivor(String stub, String change, String line, String reason) {

    /** Whether it speaks of this mutant. */
    boolean of(Mutant mutant) {
        return stub.equals(mutant.stub()) && change.equals(mutant.change()) && line.equals(mutant.line());
    }

    /** @throws IllegalArgumentException if an entry is not of the form above; the message names its line */
    static List<Survivor> parse(List<String> lines) {
        List<Survivor> survivors = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
                continue;
            }
            String[] head = lines.get(i).replaceFirst("^== ", "").split(": ", 2);
            if (!lines.get(i).startsWith("== ") || head.length < 2 || i + 2 >= lines.size()
                    || !lines.get(i + 1).startsWith("- ") || !lines.get(i + 2).matches("> .*\\S.*")) {
                throw new IllegalArgumentException("survivors, line " + (i + 1)
                        + ": expected three lines, `== CLASS: CHANGE`, `- SOURCE LINE`, `> REASON`");
            }
            survivors.add(new Survivor(head[0], head[1], lines.get(i + 1).substring(2).strip(),
                    lines.get(i + 2).substring(2).strip()));
            i += 2;
        }
        return survivors;
    }
}
