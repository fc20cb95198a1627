package spotlight.kernel;

import io.github.spencerpark.jupyter.messages.request.HistoryRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The cells of this session, for a console's arrow keys. Nothing is kept beyond the life of the kernel. */
final class History {
    private record Entry(int count, String cell) {
    }

    private final List<Entry> entries = new ArrayList<>();

    void add(int count, String cell) {
        entries.add(new Entry(count, cell));
    }

    /** The content of the reply: session, count and text of each cell that was asked for. */
    Map<String, Object> answer(HistoryRequest request) {
        List<Entry> found;
        if (request instanceof HistoryRequest.Range range) {
            found = where(entry -> entry.count >= range.getStart() && entry.count < range.getStop());
        } else if (request instanceof HistoryRequest.Search search) {
            Pattern glob = glob(search.getPattern());
            found = last(where(entry -> glob.matcher(entry.cell).matches()), search.getMaxReturnLength());
        } else {
            found = last(entries, ((HistoryRequest.Tail) request).getMaxReturnLength());
        }
        return Map.of("status", "ok", "history",
                found.stream().map(entry -> List.<Object>of(0, entry.count, entry.cell)).toList());
    }

    private List<Entry> where(Predicate<Entry> condition) {
        return entries.stream().filter(condition).toList();
    }

    private static Pattern glob(String text) {
        return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"), Pattern.DOTALL);
    }

    private static List<Entry> last(List<Entry> all, int length) {
        return all.subList(Math.max(0, all.size() - length), all.size());
    }
}
