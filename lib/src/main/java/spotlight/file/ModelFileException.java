package spotlight.file;

import java.nio.file.Path;

/**
 * A file of a model or of its tokenizer cannot be used: it is missing, damaged, or not what was expected. The only
 * exception that reading one ends in; the message begins with the file.
 */
public final class ModelFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Path file;

    /** {@code file: problem}. */
    public ModelFileException(Path file, String problem) {
        this(file, problem, null);
    }

    /** {@code file: problem}, and what it came from. */
    public ModelFileException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
        this.file = file;
    }

    /** The file, or the folder that should have had it. */
    public Path file() {
        return file;
    }
}
