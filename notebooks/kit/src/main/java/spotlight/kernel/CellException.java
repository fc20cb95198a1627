package spotlight.kernel;

import java.util.List;

/** A cell that failed, in the words the learner gets to read. */
final class CellException extends Exception {
    private static final long serialVersionUID = 1;
    private final String name;
    private final transient List<String> lines;

    /**
     * @param name    kind of the error, such as {@code CompilationError}
     * @param message what is wrong, without the kind
     * @param lines   the whole text under the cell
     */
    CellException(String name, String message, List<String> lines) {
        super(message);
        this.name = name;
        this.lines = List.copyOf(lines);
    }

    /** An error whose text is just its kind and message. */
    CellException(String name, String message) {
        this(name, message, List.of(name + ": " + message));
    }

    String name() {
        return name;
    }

    List<String> lines() {
        return lines;
    }
}
