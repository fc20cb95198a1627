package spotlight.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence and its translation.
 *
 * @param source what is translated
 * @param target how
 */
public record Parallel(String source, String target) {

    /**
     * Reads a file with one pair a line, the two separated by a tab; empty lines do not count.
     *
     * @throws IllegalArgumentException if it cannot be read, or a line is no such pair; the message names file and line
     */
    public static List<Parallel> tsv(Path file) {
        List<Parallel> pairs = new ArrayList<>();
        List<String> lines = TextInput.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] fields = lines.get(i).split("\t", -1);
            if (fields.length != 2) {
                throw TextInput.error(file, i + 1, fields.length + (fields.length == 1 ? " field" : " fields")
                        + ", expected 2 (source, a tab, target)");
            }
            if (fields[0].isBlank() || fields[1].isBlank()) {
                throw TextInput.error(file, i + 1, "the " + (fields[0].isBlank() ? "source" : "target") + " is empty");
            }
            pairs.add(new Parallel(fields[0].strip(), fields[1].strip()));
        }
        return pairs;
    }
}
