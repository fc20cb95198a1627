package spotlight.grader.sandbox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why a class or member is not allowed, as {@code reasons.txt} says it. */
final class Reasons {
    private static final String OTHERWISE = "it is not on the list of what an exercise needs (exercises/SECURITY.md)";

    private final Map<String, String> reasons = new TreeMap<>();

    /** @param lines of the form that {@code reasons.txt} explains */
    Reasons(List<String> lines) {
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (colon > 0 && !line.startsWith("#")) {
                reasons.put(line.substring(0, colon), line.substring(colon + 2).strip());
            }
        }
    }

    /** The reasons that come with the course. */
    static Reasons ofCourse() {
        return new Reasons(SandboxFile.lines("reasons.txt"));
    }

    /** The sentence of the member, whatever its class, or else of the longest beginning of the name, or a general one. */
    String why(String name) {
        String ofMember = reasons.get("*" + name.substring(Math.max(0, name.lastIndexOf('.'))));
        if (ofMember != null) {
            return ofMember;
        }
        for (int end = name.length(); end > 0; end--) {
            String reason = reasons.get(name.substring(0, end));
            if (reason != null) {
                return reason;
            }
        }
        return OTHERWISE;
    }

    /** Whether there is a sentence for the name, or for a beginning of it. */
    boolean knows(String name) {
        return !why(name).equals(OTHERWISE);
    }
}
