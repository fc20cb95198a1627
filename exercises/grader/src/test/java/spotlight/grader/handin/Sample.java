package spotlight.grader.handin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Submissions for the tests: files on disk and zips with whatever a zip can hold. */
final class Sample {
    static final String ONE_WEIGHT = "spotlight.ch02.OneWeight";
    static final Set<String> KIT = Set.of(ONE_WEIGHT, "spotlight.ch03.Scores");
    static final String SOURCE = "package spotlight.ch02;\npublic class OneWeight {}\n";

    private Sample() {
    }

    static Submission at(Path place) {
        return at(place, Map.of());
    }

    static Submission at(Path place, Map<String, String> platform) {
        return new Submission("anna", "Anna", platform, place, Optional.empty());
    }

    static HandIn open(Path place) {
        return Intake.open(at(place), KIT);
    }

    static Path write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zip of what the filler adds. */
    static byte[] zip(Consumer<Filler> filler) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            filler.accept((name, content, change) -> {
                try {
                    ZipArchiveEntry entry = new ZipArchiveEntry(name);
                    entry.setTime(1_700_000_000_000L);
                    change.accept(entry);
                    zip.putArchiveEntry(entry);
                    zip.write(content);
                    zip.closeArchiveEntry();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Adds entries to a zip. */
    interface Filler {
        void add(String name, byte[] content, Consumer<ZipArchiveEntry> change);

        default void add(String name, String text) {
            add(name, text.getBytes(StandardCharsets.UTF_8), entry -> {
            });
        }

        default void add(String name, byte[] content) {
            add(name, content, entry -> {
            });
        }
    }
}
