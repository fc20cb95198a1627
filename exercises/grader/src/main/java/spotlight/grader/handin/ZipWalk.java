package spotlight.grader.handin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through a zip where it lies, by its table of contents; nothing is unpacked but what is read later. Commons Compress
 * does it and not java.util.zip, because that one opens no zip in a zip without a file, refuses a whole zip for one encrypted
 * or oddly named entry, and does not tell links from files.
 */
final class ZipWalk {
    /** Bytes of a zip's table of contents: about forty thousand files. */
    static final long MOST_OF_TABLE = 4_000_000;
    /** The same for a zip of all submissions. */
    static final long MOST_OF_TABLE_OF_ALL = 40_000_000;
    /** Bytes of a zip in a zip, which is held in memory. */
    static final int MOST_INSIDE = 20_000_000;
    private static final int FILE_TYPE = 0170000;
    private static final Pattern CLIMBS = Pattern.compile("(?:.*/)?\\.\\.(?:/.*)?", Pattern.DOTALL);
    private static final Pattern ABSOLUTE = Pattern.compile("(?:/|[A-Za-z]:).*", Pattern.DOTALL);

    private final Contents contents;
    private final String path;
    private final int version;
    private final Top top;

    private ZipWalk(Contents contents, String path, int version, Top top) {
        this.contents = contents;
        this.path = path;
        this.version = version;
        this.top = top;
    }

    /** A zip that is the place of a submission. */
    static void ofFile(Contents contents, Path zip, Top top) {
        new ZipWalk(contents, "", 0, top).walk(() -> opened(zip));
    }

    /** The names at the top of a zip, sorted; none if it cannot be read. */
    static SortedSet<String> tops(Path zip) {
        SortedSet<String> tops = new TreeSet<>();
        try (MeteredChannel channel = new MeteredChannel(opened(zip), MOST_OF_TABLE_OF_ALL, "too large");
                ZipFile all = table(channel)) {
            all.getEntries().asIterator().forEachRemaining(entry -> tops.add(first(name(entry))));
        } catch (IOException | RuntimeException e) {
            tops.clear(); // whoever opens it as a submission says why
        }
        return tops;
    }

    /** A zip in a submission's folder. */
    static void inFolder(Contents contents, Path zip, String path, int version) {
        new ZipWalk(contents, path, version, Top.ALL).walk(() -> opened(zip));
    }

    private interface Opening {
        SeekableByteChannel channel() throws IOException;
    }

    private static SeekableByteChannel opened(Path zip) throws IOException {
        return Files.newByteChannel(zip, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    private void walk(Opening opening) {
        try {
            // Closed with the contents: entries are read later.
            MeteredChannel channel = contents.keep(metered(opening.channel(), top));
            ZipFile zip = contents.keep(table(channel));
            channel.allow(Contents.MOST_BYTES);
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                Optional<Top.Name> first = top.name(first(name(entry)));
                if (first.isPresent() && !entry.isDirectory() && !passedBy(name(entry))) {
                    if (!contents.another()) {
                        return;
                    }
                    visit(zip, entry, first.get());
                }
            }
        } catch (IOException | RuntimeException e) {
            // The library wraps what its channel said.
            Exception said = e.getCause() instanceof IOException inner ? inner : e;
            contents.remarks().add(shown() + " cannot be opened as a zip: " + Contents.reason(said));
        }
    }

    private static MeteredChannel metered(SeekableByteChannel channel, Top top) {
        long most = top.only().isPresent() ? MOST_OF_TABLE_OF_ALL : MOST_OF_TABLE;
        return new MeteredChannel(channel, most, "its table of contents is larger than " + most / 1_000_000
                + " MB, hand in only the folder exercises");
    }

    private static ZipFile table(SeekableByteChannel channel) throws IOException {
        return ZipFile.builder().setSeekableByteChannel(channel).setCharset("UTF-8").setIgnoreLocalFileHeader(true)
                .get();
    }

    private static String name(ZipArchiveEntry entry) {
        String name = entry.getName().replace('\\', '/');
        return name.startsWith("./") ? name.substring(2) : name;
    }

    private static String first(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    private void visit(ZipFile zip, ZipArchiveEntry entry, Top.Name first) {
        String name = name(entry);
        if (ABSOLUTE.matcher(name).matches() || CLIMBS.matcher(name).matches()) {
            contents.remarks().add(shown(name) + " leads out of the zip and is left out");
            return;
        }
        int slash = name.indexOf('/');
        String below = slash < 0 ? "" : name.substring(slash + 1);
        String inside = first.path() + (first.path().isEmpty() || below.isEmpty() ? "" : "/") + below;
        int type = entry.getUnixMode() & FILE_TYPE;
        if (type != 0 && type != UnixStat.FILE_FLAG) {
            contents.remarks().add(shown(inside) + (type == UnixStat.LINK_FLAG
                    ? " is a symbolic link, which is not followed"
                    : " is neither a file nor a folder and is passed by"));
        } else if (inside.chars().filter(letter -> letter == '/').count() > Contents.DEEPEST) {
            contents.remarks().add(shown(inside) + " is more than " + Contents.DEEPEST
                    + " folders deep and is passed by");
        } else {
            file(zip, entry, inside, slash < 0 ? Math.max(version, first.version()) : version);
        }
    }

    private void file(ZipFile zip, ZipArchiveEntry entry, String inside, int entryVersion) {
        String whole = path.isEmpty() ? inside : path + '/' + inside;
        if (!Contents.isZip(inside)) {
            contents.offer(new Item(whole, entryVersion, time(entry), most -> read(zip, entry, most)));
        } else if (top.only().isEmpty()) { // only in a zip that many students' files came in may a student's own be
            contents.remarks().add(Remarks.quoted(whole) + " is a zip in a zip and is not opened");
        } else if (contents.anotherZip()) {
            new ZipWalk(contents, whole, entryVersion, Top.ALL).walk(() -> {
                byte[] bytes = read(zip, entry, MOST_INSIDE + 1);
                if (bytes.length > MOST_INSIDE) {
                    throw new IOException("it is larger than " + MOST_INSIDE / 1_000_000 + " MB");
                }
                return new SeekableInMemoryByteChannel(bytes);
            });
        }
    }

    private byte[] read(ZipFile zip, ZipArchiveEntry entry, int most) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new IOException("it is encrypted");
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw new IOException("it is packed in a way that only some programs know");
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            byte[] bytes = contents.counted(stream.readNBytes(most));
            if (bytes.length < most && crc(bytes) != entry.getCrc()) {
                throw new IOException("the zip is damaged");
            }
            return bytes;
        } catch (RuntimeException e) {
            throw new IOException("the zip is damaged", e);
        }
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static Instant time(ZipArchiveEntry entry) {
        return Optional.ofNullable(entry.getLastModifiedTime()).map(FileTime::toInstant).orElse(Instant.EPOCH);
    }

    private static boolean passedBy(String name) {
        int from = 0;
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', from)) {
            if (Contents.passedBy(name.substring(from, slash))) {
                return true;
            }
            from = slash + 1;
        }
        return false;
    }

    private String shown() {
        return path.isEmpty() ? "the submission" : Remarks.quoted(path);
    }

    private String shown(String inside) {
        return Remarks.quoted(path.isEmpty() ? inside : path + '/' + inside);
    }
}
