package spotlight.grader.batch;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Results on disk, a file for each submission: {@code OUT/results/ID.json}. A file is written beside its place and moved
 * there when it is whole, so whatever ends this program leaves whole files only.
 */
public final class ResultStore {
    private static final String END = ".json";
    private static final String UNFINISHED = ".unfinished";
    private static final String LEFT = "left";

    private final Path folder;

    /** @param out the folder that the grader writes to; it need not exist yet */
    public ResultStore(Path out) {
        this.folder = out.resolve("results");
    }

    /**
     * Keeps a result, in place of an earlier one of that submission.
     *
     * @param key stands for the submission and everything it was graded with
     * @throws UncheckedIOException if it cannot be written
     */
    public void save(SubmissionResult result, String key) {
        Path file = file(result.submission().id());
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, ".", UNFINISHED);
            ByteBuffer bytes = StandardCharsets.UTF_8
                    .encode(ResultJson.text(new ResultJson.Saved(key, result)));
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            move(unfinished, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The result of a submission, if it was kept under this very key; a file that cannot be read counts as none. */
    public Optional<SubmissionResult> find(String id, String key) {
        if (!Files.exists(file(id))) {
            return Optional.empty();
        }
        try {
            ResultJson.Saved saved = ResultJson.saved(Files.readString(file(id)));
            return saved.key().equals(key) ? Optional.of(saved.result()) : Optional.empty();
        } catch (IOException | JsonParseException unreadable) {
            return Optional.empty();
        }
    }

    /** All results, in the order of id; each is read when it is its turn, and may be read again and again. */
    public Iterable<SubmissionResult> all() {
        return of(ids());
    }

    /** The results of these submissions, in this order; each is read when it is its turn. */
    public Iterable<SubmissionResult> of(Collection<String> ids) {
        List<String> wanted = List.copyOf(ids);
        return () -> {
            Iterator<String> each = wanted.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public SubmissionResult next() {
                    return read(each.next());
                }
            };
        };
    }

    /** Whose results there are, sorted. */
    public List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(END) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - END.length())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /**
     * Moves all other results to the folder {@code left}: whoever is no longer in the class is no longer in the
     * gradebook, but nothing is lost.
     *
     * @param ids whose results stay
     * @return whose were moved, sorted
     */
    List<String> putAside(Collection<String> ids) {
        List<String> left = ids().stream().filter(id -> !ids.contains(id)).toList();
        try {
            for (String id : left) {
                Path aside = Files.createDirectories(folder.resolve(LEFT)).resolve(id + END);
                Files.move(file(id), aside, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + folder, e);
        }
        return left;
    }

    /** Removes all results, so that every submission is graded anew. */
    void forget() {
        delete(END);
    }

    /** Removes what an ended program has left unfinished. */
    void clean() {
        delete(UNFINISHED);
    }

    private void delete(String end) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().endsWith(end)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + folder, e);
        }
    }

    private SubmissionResult read(String id) {
        Path file = file(id);
        try {
            return ResultJson.saved(Files.readString(file)).result();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JsonParseException e) {
            throw new GradingException(file + " is not a whole result: " + e.getMessage(),
                    "delete that file and grade again; the others are kept");
        }
    }

    private Path file(String id) {
        if (!id.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}")) {
            throw new IllegalArgumentException("the id \"" + id + "\" cannot name a file");
        }
        return folder.resolve(id + END);
    }
}
