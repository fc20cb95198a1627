package spotlight.kernel;

import java.util.HashMap;
import java.util.Map;
import jdk.jshell.Snippet;

/**
 * Remembers where in which cell each snippet of JShell was written, so that a message can name the line the learner
 * sees.
 */
final class CellSources {
    /**
     * A statement of a cell.
     *
     * @param number execution count of the cell
     * @param cell   text of the whole cell
     * @param start  where the statement begins in it
     */
    record Place(int number, String cell, int start) {
        /** The line in the cell (from 1) that position {@code offset} of the cell is on. */
        int line(int offset) {
            return 1 + (int) cell.substring(0, Math.min(offset, cell.length())).chars().filter(c -> c == '\n').count();
        }
    }

    private final Map<String, Place> places = new HashMap<>();
    private int current;
    private int end;

    void add(Snippet snippet, Place place) {
        int at = place.cell().indexOf(snippet.source(), place.start());
        end = at < 0 ? -1 : at + snippet.source().length();
        places.put(snippet.id(), at < 0 ? place : new Place(place.number(), place.cell(), at));
        current = place.number();
    }

    /** Where the last snippet ends in its cell; the cell's end if it is not known to lie behind {@code from}. */
    int end(String cell, int from) {
        return end > from ? end : cell.length();
    }

    /** Where a snippet was written, null when it is not from a cell. */
    Place place(String snippetId) {
        return places.get(snippetId);
    }

    /** {@code cell line 3}, or {@code cell [7] line 3} when it is an earlier one; line 1 is the snippet's first. */
    String line(String snippetId, int lineInSnippet) {
        Place place = places.get(snippetId);
        if (place == null) {
            return "cell";
        }
        int line = place.line(place.start()) + lineInSnippet - 1;
        return (place.number() == current ? "cell" : "cell [" + place.number() + "]") + " line " + line;
    }
}
