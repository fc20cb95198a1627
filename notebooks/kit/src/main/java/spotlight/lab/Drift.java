package spotlight.lab;

import com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what a chapter printed when it was committed with what it prints now. Texts must be equal but for white
 * space and for the numbers in them: whole numbers must be equal, others may differ by {@value #TOLERANCE}, absolute or
 * relative. A cell that trains says by a tag how far its numbers, whole ones too, may be from the committed ones: with
 * {@code within-0.05} by 0.05, absolute or relative.
 */
final class Drift {

    /** Float32 sums differ in the seventh digit between vector widths; what is printed has four. */
    static final double TOLERANCE = 1e-4;

    private static final String WITHIN = "within-";

    // not within a word, as the 1 in T1 is; the exponent belongs to the number
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    // the identity of an object, as Object.toString() prints it
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{5,8}\\b");

    private Drift() {
    }

    /**
     * Every difference, in words, for all cells that are compared; empty if there is none.
     *
     * @param untouched compare the cells tagged "exercise" too: their outputs are those of stubs as they were committed
     */
    static List<String> between(Notebook committed, Notebook now, boolean untouched) {
        List<String> found = new ArrayList<>();
        for (Notebook.Cell cell : committed.cells()) {
            if (cell.isCode() && !cell.tagged("varies") && (untouched || !cell.tagged("exercise"))) {
                String name = "cell [" + committed.number(cell.index()) + "] ";
                between(cell.outputs(), now.cells().get(cell.index()).outputs(), cell.number(WITHIN))
                        .forEach(difference -> found.add(name + difference));
            }
        }
        return found;
    }

    /** The differences between the outputs of one cell. */
    static List<String> between(JsonArray committed, JsonArray now) {
        return between(committed, now, OptionalDouble.empty());
    }

    private static List<String> between(JsonArray committed, JsonArray now, OptionalDouble within) {
        List<String> found = new ArrayList<>();
        Map<String, String> before = Outputs.compared(committed);
        Map<String, String> after = Outputs.compared(now);
        before.forEach((part, text) -> {
            if (!after.containsKey(part)) {
                found.add(part + ": committed, but not there now");
            } else {
                difference(part, text, after.get(part), within).ifPresent(what -> found.add(part + ": " + what));
            }
        });
        after.keySet().stream().filter(part -> !before.containsKey(part))
                .forEach(part -> found.add(part + ": there now, but not committed"));
        return found;
    }

    private static Optional<String> difference(String part, String committed, String now, OptionalDouble within) {
        if (!part.endsWith(Outputs.ERROR)) {
            return difference(committed, now, within);
        }
        // IJava and JJava name an error after the kernel's own exception, and the cell's only in the traceback
        String expected = committed.lines().findFirst().orElse("");
        return now.contains(expected) ? Optional.empty() : words(expected, now.lines().findFirst().orElse(""));
    }

    /** The first difference between two texts; empty if they agree. */
    static Optional<String> difference(String committed, String now) {
        return difference(committed, now, OptionalDouble.empty());
    }

    /** The same with numbers that may differ by more. */
    static Optional<String> difference(String committed, String now, OptionalDouble within) {
        String left = normal(committed);
        String right = normal(now);
        Matcher a = NUMBER.matcher(left);
        Matcher b = NUMBER.matcher(right);
        int fromA = 0;
        int fromB = 0;
        while (a.find(fromA) & b.find(fromB)) {
            if (!left.substring(fromA, a.start()).strip().equals(right.substring(fromB, b.start()).strip())) {
                return words(left.substring(fromA), right.substring(fromB));
            }
            if (!(within.isPresent()
                    ? near(a.group(), b.group(), within.getAsDouble())
                    : close(a.group(), b.group()))) {
                return Optional.of("committed " + a.group() + ", now " + b.group() + around(left, a.start()));
            }
            fromA = a.end();
            fromB = b.end();
        }
        return left.substring(fromA).strip().equals(right.substring(fromB).strip())
                ? Optional.empty()
                : words(left.substring(fromA), right.substring(fromB));
    }

    static boolean close(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        boolean whole = !(a + b).matches(".*[.eE].*");
        return whole ? Double.parseDouble(a) == Double.parseDouble(b) : near(a, b, TOLERANCE);
    }

    private static boolean near(String a, String b, double tolerance) {
        double x = Double.parseDouble(a);
        double y = Double.parseDouble(b);
        double limit = tolerance * Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
        // four printed decimals that differ in the last by one are 1e-4 apart, give or take the rounding of doubles
        return Math.abs(x - y) <= limit * (1 + 1e-9);
    }

    private static String normal(String text) {
        return IDENTITY.matcher(text).replaceAll("@…").replaceAll("\\s+", " ").strip();
    }

    private static Optional<String> words(String left, String right) {
        return Optional.of("committed \"" + shorten(left) + "\", now \"" + shorten(right) + "\"");
    }

    private static String around(String text, int at) {
        return ", after \"" + text.substring(Math.max(0, at - 30), at).stripLeading() + "\"";
    }

    private static String shorten(String text) {
        String stripped = text.strip();
        return stripped.length() <= 60 ? stripped : stripped.substring(0, 60) + "…";
    }
}
