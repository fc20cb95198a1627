package spotlight.grader.handin;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks through a folder, the shallow before the deep, in the order of names; follows no links. */
final class FolderWalk {
    /** Files of one folder; more, and it is passed by, because the system gives them in an order of its own. */
    static final int MOST_IN_A_FOLDER = 10_000;

    private record Folder(Path place, String path, int depth) {
    }

    private record Child(Path place, String path, int version) {
    }

    private final Contents contents;
    private final Deque<Folder> folders = new ArrayDeque<>();

    FolderWalk(Contents contents) {
        this.contents = contents;
    }

    /** @param top which of the files in the folder itself are looked at */
    void walk(Path root, Top top) {
        folders.add(new Folder(root, "", 0));
        while (!folders.isEmpty()) {
            Folder folder = folders.remove();
            for (Child child : children(folder, top)) {
                if (!contents.another()) {
                    return;
                }
                visit(child, folder.depth() + 1);
            }
        }
    }

    private List<Child> children(Folder folder, Top top) {
        List<Child> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.place())) {
            for (Path place : stream) {
                String name = place.getFileName().toString();
                Optional<Top.Name> known = folder.depth() == 0 ? top.name(name) : Optional.of(new Top.Name(name, 0));
                known.ifPresent(as -> children.add(
                        new Child(place, folder.path().isEmpty() ? as.path() : folder.path() + '/' + as.path(),
                                as.version())));
                if (children.size() > MOST_IN_A_FOLDER) {
                    contents.remarks().add(shown(folder.path()) + " has more than " + MOST_IN_A_FOLDER
                            + " files and is passed by: hand in only the folder exercises");
                    return List.of();
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            contents.remarks().add(shown(folder.path()) + " cannot be read: "
                    + Contents.reason(e instanceof DirectoryIteratorException at ? at.getCause() : e));
        }
        children.sort(Comparator.comparing(child -> child.place().getFileName().toString()));
        return children;
    }

    private void visit(Child child, int depth) {
        try {
            BasicFileAttributes kind = Files.readAttributes(child.place(), BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            if (kind.isSymbolicLink()) {
                contents.remarks().add(shown(child.path()) + " is a symbolic link, which is not followed");
            } else if (kind.isDirectory()) {
                folder(child, depth);
            } else if (kind.isRegularFile()) {
                file(child, kind);
            } else {
                contents.remarks().add(shown(child.path()) + " is neither a file nor a folder and is passed by");
            }
        } catch (IOException | RuntimeException e) {
            contents.remarks().add(shown(child.path()) + " cannot be read: " + Contents.reason(e));
        }
    }

    private void folder(Child child, int depth) {
        if (Contents.passedBy(child.place().getFileName().toString())) {
            return;
        }
        if (depth > Contents.DEEPEST) {
            contents.remarks().add(shown(child.path()) + " is more than " + Contents.DEEPEST
                    + " folders deep and is passed by");
        } else {
            folders.add(new Folder(child.place(), child.path(), depth));
        }
    }

    private void file(Child child, BasicFileAttributes kind) {
        if (Contents.isZip(child.path())) {
            if (contents.anotherZip()) {
                ZipWalk.inFolder(contents, child.place(), child.path(), child.version());
            }
            return;
        }
        contents.offer(new Item(child.path(), child.version(), kind.lastModifiedTime().toInstant(),
                most -> read(child.place(), most)));
    }

    private byte[] read(Path file, int most) throws IOException {
        // Not to follow a link that has come in since the walk.
        try (SeekableByteChannel channel = Files.newByteChannel(file,
                Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            return contents.counted(Channels.newInputStream(channel).readNBytes(most));
        }
    }

    private static String shown(String path) {
        return path.isEmpty() ? "the folder" : Remarks.quoted(path);
    }
}
