package spotlight.grader.handin;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files of one submission that somebody wants, found in its folders and zips without reading or writing any of them.
 * What cannot be opened is a remark. Closing it closes the zips.
 */
final class Contents implements Closeable {
    /** Files and folders that are looked at; a copy of the course has some hundred. */
    static final int MOST_FILES = 20_000;
    /** Folders in folders; a copy of the course has eight. */
    static final int DEEPEST = 32;
    /** Bytes that are read of one submission, unpacked. */
    static final long MOST_BYTES = 50_000_000;
    private static final int MOST_ZIPS = 20;
    private static final Set<String> OTHER_ARCHIVES = Set.of("rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "zst");
    // A copy of the course brings these along; nobody's work is in them.
    private static final Set<String> NOT_LOOKED_AT = Set.of("__MACOSX", "target", "node_modules");

    private final Predicate<String> wanted;
    private final List<Item> items = new ArrayList<>();
    private final List<Closeable> open = new ArrayList<>();
    private final Remarks remarks;
    private long bytesLeft = MOST_BYTES;
    private int filesLeft = MOST_FILES;
    private int zipsLeft = MOST_ZIPS;

    /** @param wanted says of a file's name whether it is wanted */
    Contents(Predicate<String> wanted, Remarks remarks) {
        this.wanted = wanted;
        this.remarks = remarks;
    }

    /** Finds the files of a submission. */
    Contents of(Submission submission) {
        Path place = submission.place();
        try {
            Top top = Top.of(submission);
            BasicFileAttributes kind = Files.readAttributes(place, BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            if (kind.isDirectory()) {
                new FolderWalk(this).walk(place, top);
            } else if (kind.isSymbolicLink()) {
                remarks.add("the submission is a symbolic link, which is not followed: hand in the files themselves");
            } else if (kind.isRegularFile() && isZip(place.toString())) {
                ZipWalk.ofFile(this, place, top);
            } else {
                remarks.add("the submission is neither a folder nor a zip: hand in one of the two");
            }
        } catch (IOException | RuntimeException e) {
            remarks.add("the submission cannot be read: " + reason(e));
        }
        return this;
    }

    List<Item> items() {
        return items;
    }

    Remarks remarks() {
        return remarks;
    }

    /** Notes a file if it is wanted. */
    void offer(Item item) {
        if (wanted.test(item.name())) {
            items.add(item);
        } else if (OTHER_ARCHIVES.contains(extension(item.name()))) {
            remarks.add(Remarks.quoted(item.path()) + " is not opened: hand in a zip, a folder or the files");
        }
    }

    /** Whether one more file may be looked at; says so once if not. */
    boolean another() {
        if (filesLeft == 0) {
            remarks.limit(
                    "there are more than " + MOST_FILES + " files, and the rest was not looked at: hand in only the"
                            + " folder exercises");
            return false;
        }
        filesLeft--;
        return true;
    }

    /** Whether one more zip may be opened; says so once if not. */
    boolean anotherZip() {
        if (zipsLeft == 0) {
            remarks.limit("there are more than " + MOST_ZIPS + " zips, and the rest was not opened");
            return false;
        }
        zipsLeft--;
        return true;
    }

    /** Counts bytes that were read. */
    byte[] counted(byte[] bytes) throws IOException {
        bytesLeft -= bytes.length;
        if (bytesLeft < 0) {
            remarks.limit(
                    "there are more than " + MOST_BYTES / 1_000_000 + " MB under the names of stubs, and the rest was"
                            + " not read: hand in only the folder exercises");
            throw new IOException("too much was read before");
        }
        return bytes;
    }

    /** Keeps something open until this is closed. */
    <T extends Closeable> T keep(T closeable) {
        open.add(closeable);
        return closeable;
    }

    /** Whether a folder is passed by: hidden, or in each copy of the course. */
    static boolean passedBy(String folder) {
        return folder.startsWith(".") && !folder.equals(".") && !folder.equals("..") || NOT_LOOKED_AT.contains(folder);
    }

    static boolean isZip(String name) {
        return extension(name).equals("zip");
    }

    static boolean isArchive(String name) {
        return isZip(name) || OTHER_ARCHIVES.contains(extension(name));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Why something could not be read, in one line; the paths of this machine stay out of it. */
    static String reason(Exception e) {
        return switch (e.getClass().getSimpleName()) {
            case "AccessDeniedException" -> "access is denied";
            case "NoSuchFileException" -> "it is not there";
            case "FileSystemException", "FileSystemLoopException", "NotDirectoryException" -> "the system refuses it";
            default -> Remarks.quoted(Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
        };
    }

    @Override
    public void close() {
        for (Closeable each : open) {
            try {
                each.close();
            } catch (IOException | RuntimeException e) {
                remarks.add("a zip cannot be closed: " + reason(e));
            }
        }
    }
}
