package spotlight.grader.handin;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names that are safe in files, addresses and terminals, on each system, for names that may be anything. */
final class Ids {
    private static final int LONGEST = 80;
    private static final Set<String> WINDOWS_DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3",
            "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
            "lpt8", "lpt9");

    private Ids() {
    }

    /**
     * The id of each name. Two that differ in capitals only count as equal, as they do on a Windows disk; of equal ones the
     * name that needed no change keeps its id, the others get {@code -2}, {@code -3} in the order of the names.
     *
     * @param names by a key of their own
     * @return ids by the same keys
     */
    static Map<String, String> of(Map<String, String> names) {
        List<Map.Entry<String, String>> order = new ArrayList<>(names.entrySet());
        order.sort(Comparator
                .comparing((Map.Entry<String, String> entry) -> !safe(entry.getValue()).equals(entry.getValue()))
                .thenComparing(Map.Entry::getValue).thenComparing(Map.Entry::getKey));
        Map<String, String> ids = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Map.Entry<String, String> entry : order) {
            String safe = safe(entry.getValue());
            String id = safe;
            for (int number = 2; !taken.add(id.toLowerCase(Locale.ROOT)); number++) {
                id = safe + '-' + number;
            }
            ids.put(entry.getKey(), id);
        }
        return ids;
    }

    /** Letters, digits, {@code - _ .}: accents go, other letters are written as numbers, the rest is a dash. */
    static String safe(String name) {
        StringBuilder id = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFD).codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK).forEach(point -> {
                    if (point < 128 && (Character.isLetterOrDigit(point) || "-_.".indexOf(point) >= 0)) {
                        id.appendCodePoint(point);
                    } else if (point >= 128 && Character.isLetterOrDigit(point)) {
                        id.append('u').append(Integer.toHexString(point));
                    } else if (id.length() > 0 && id.charAt(id.length() - 1) != '-') {
                        id.append('-');
                    }
                });
        if (id.length() > LONGEST) {
            id.setLength(LONGEST);
        }
        // A dot in front hides a file, one at the end Windows drops, a dash in front is an option.
        String text = id.toString().replaceAll("^[-.]+|[-.]+$", "");
        String stem = text.toLowerCase(Locale.ROOT).replaceAll("\\..*", "");
        return text.isEmpty() ? "student" : WINDOWS_DEVICES.contains(stem) ? '_' + text : text;
    }
}
