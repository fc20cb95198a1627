package spotlight.gradebook;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Later deadlines for single students, {@code extensions.csv} with the columns id and until. */
final class Extensions {
    private record Entry(OffsetDateTime until, InstructorTable.Row row) {
    }

    private final Map<String, Entry> entries = new TreeMap<>();

    private Extensions() {
    }

    /** The same deadline for all. */
    static Extensions none() {
        return new Extensions();
    }

    /** @throws GradebookException if a line is wrong or repeats an earlier one */
    static Extensions read(Path file) {
        Extensions extensions = new Extensions();
        for (InstructorTable.Row row : InstructorTable.read(file, "id", "until")) {
            String id = row.text(0, "id");
            try {
                Entry entry = new Entry(Deadline.moment(row.text(1, "until")), row);
                Entry earlier = extensions.entries.putIfAbsent(id, entry);
                if (earlier != null) {
                    throw row.trouble(Visible.line(id) + " is already on line " + earlier.row.line());
                }
            } catch (GradebookException e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw row.trouble(e.getMessage());
            }
        }
        return extensions;
    }

    Optional<OffsetDateTime> of(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::until);
    }

    /** @throws GradebookException if a line names no student, unless this is only a part of the class */
    void check(Set<String> ids, boolean shard) {
        entries.forEach((id, entry) -> {
            if (!ids.contains(id) && !shard) {
                throw entry.row.trouble("there is no student with the id " + Visible.line(id));
            }
        });
    }
}
