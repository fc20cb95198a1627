package spotlight.grader.handin;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was taken from a submission: the sources of stubs, and nothing else.
 *
 * @param stubs   source text by class name, {@code spotlight.ch02.OneWeight}; only stubs that the kit has
 * @param remarks what was left out or refused, one sentence each; the instructor reads them
 */
public record HandIn(Submission submission, SortedMap<String, String> stubs, List<String> remarks) {
    /** Copies are kept. */
    public HandIn {
        stubs = new TreeMap<>(stubs);
        remarks = List.copyOf(remarks);
    }
}
