package spotlight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** What one section found: text with tables, and a row for each goal. */
final class Report {
    final Samples samples = new Samples();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder goals = new StringBuilder();

    /** A paragraph, list or table. */
    void add(Object block) {
        text.append(block.toString().stripTrailing()).append("\n\n");
    }

    /** A goal that says "at least this much". */
    void goal(String work, double atLeast, OptionalDouble measured) {
        String reached = measured.isEmpty() ? "not measured" : measured.getAsDouble() >= atLeast ? "yes" : "**no**";
        goals.append(
                "| " + work + " | >= " + Table.ratio(OptionalDouble.of(atLeast)) + " | " + Table.ratio(measured) + " | "
                        + reached + " |\n");
    }

    /** A goal that says "at most this much". */
    void goalAtMost(String work, double atMost, OptionalDouble measured) {
        String reached = measured.isEmpty() ? "not measured" : measured.getAsDouble() <= atMost ? "yes" : "**no**";
        goals.append(
                "| " + work + " | <= " + Table.ratio(OptionalDouble.of(atMost)) + " | " + Table.ratio(measured) + " | "
                        + reached + " |\n");
    }

    void save(Path folder, String section) throws IOException {
        Files.writeString(folder.resolve(section + ".md"), text);
        Files.writeString(folder.resolve(section + ".goals"), goals);
        Files.writeString(folder.resolve(section + ".tsv"), samples.toString());
    }

    /** What this or an earlier run found in a section. */
    static Optional<String> saved(Path folder, String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    }
}
