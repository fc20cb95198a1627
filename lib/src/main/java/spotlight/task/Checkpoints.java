package spotlight.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import spotlight.file.ModelFileException;

/**
 * The last two checkpoints of one stage. A new one always replaces the older of the two, so that whatever happens while
 * it is written, the other one is there, whole.
 */
final class Checkpoints {
    private final List<Path> files;
    private Optional<Path> newest = Optional.empty(); // the one not to be overwritten, once it is known

    /** @param folder where they lie; need not exist yet */
    Checkpoints(Path folder, String stage) {
        String name = stage.replaceAll("[^\\p{Alnum}.-]+", "-") + "-" + Integer.toHexString(stage.hashCode());
        files = List.of(folder.resolve(name + ".1.safetensors"), folder.resolve(name + ".2.safetensors"));
    }

    /** Where a checkpoint was found. */
    private record Found(Checkpoint checkpoint, Path file) {
    }

    /** Replaces the older one. */
    void save(Checkpoint checkpoint) {
        if (newest.isEmpty()) {
            last(problem -> {
            });
        }
        Path older = newest.equals(Optional.of(files.get(0))) ? files.get(1) : files.get(0);
        checkpoint.write(older);
        newest = Optional.of(older);
    }

    /**
     * The newest one that can be read.
     *
     * @param problems hears of one that cannot
     */
    Optional<Checkpoint> last(Consumer<String> problems) {
        List<Found> found = new ArrayList<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                try {
                    found.add(new Found(Checkpoint.read(file), file));
                } catch (ModelFileException e) {
                    problems.accept(e.getMessage());
                }
            }
        }
        Optional<Found> last = found.stream().max(Comparator.comparingInt(each -> each.checkpoint().step()));
        newest = last.map(Found::file);
        return last.map(Found::checkpoint);
    }

    /** Deletes a folder of checkpoints with all that is in it. */
    static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
