package spotlight.kernel;

/** The lines that begin with {@code %}. */
final class Magics {
    Magics(Evaluator evaluator) {
    }

    /** Where the magic that begins at {@code start} ends; {@code start} itself when there is none. */
    static int end(String cell, int start) {
        return start;
    }

    Object run(String magic) throws CellException {
        return null;
    }
}
