package spotlight.file;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writing a file whole or not at all: into a new file beside it, forced to the disk, then renamed over the old one.
 * Whoever is killed in the middle leaves the old file as it was.
 */
public final class AtomicFile {
    private AtomicFile() {
    }

    /** What writes the content. */
    public interface Content {
        /** Writes everything into this channel, from its beginning. */
        void writeTo(FileChannel channel) throws IOException;
    }

    /**
     * Writes a file; folders that it needs are made.
     *
     * @throws ModelFileException if that fails; an older file of this name is then still there
     */
    public static void write(Path file, Content content) {
        Path whole = file.toAbsolutePath();
        Path part = null;
        try {
            Files.createDirectories(whole.getParent());
            part = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
            try (FileChannel channel = FileChannel.open(part, CREATE_NEW, WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            move(part, whole);
        } catch (IOException e) {
            throw new ModelFileException(file, "cannot be written (" + e + ")", e);
        } finally {
            delete(part);
        }
    }

    private static void move(Path part, Path whole) throws IOException {
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            // the file itself is right or was reported above; a leftover .part harms nobody
        }
    }
}
