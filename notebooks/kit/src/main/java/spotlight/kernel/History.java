package spotlight.kernel;

import io.github.spencerpark.jupyter.kernel.history.HistoryEntry;
import io.github.spencerpark.jupyter.kernel.history.HistoryManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells of this session, for a console's arrow keys. Nothing is kept beyond the life of the kernel. */
final class History implements HistoryManager {
    private final List<HistoryEntry> entries = new ArrayList<>();

    void add(int count, String cell) {
        entries.add(new HistoryEntry(0, count, cell));
    }

    @Override
    public List<HistoryEntry> lookupTail(int length, Set<ResultFlag> flags) {
        return last(entries, length);
    }

    @Override
    public List<HistoryEntry> lookupRange(int session, int start, int end, Set<ResultFlag> flags) {
        return entries.stream().filter(entry -> entry.getCellNumber() >= start && entry.getCellNumber() < end).toList();
    }

    @Override
    public List<HistoryEntry> search(String glob, int length, Set<ResultFlag> flags) {
        String regex = Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
        return last(entries.stream().filter(entry -> pattern.matcher(entry.getInput()).matches()).toList(), length);
    }

    private static List<HistoryEntry> last(List<HistoryEntry> all, int length) {
        return all.subList(Math.max(0, all.size() - length), all.size());
    }
}
