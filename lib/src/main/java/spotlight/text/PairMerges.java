package spotlight.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import spotlight.tensor.Shapes;

/** The pairs that are merged, in the order in which they were learned, and what they become. */
final class PairMerges {
    private record Merge(int rank, int id) {
    }

    private final List<int[]> pairs;
    private final Map<Long, Merge> merges = new HashMap<>();
    private final int[] byteIds = new int[256];
    private final boolean[] special;

    /** These pairs of ids; the vocabulary must have what they become. */
    PairMerges(Vocabulary vocabulary, List<int[]> pairs) {
        this.pairs = pairs;
        special = new boolean[vocabulary.size()];
        Arrays.fill(special, true);
        for (int b = 0; b < 256; b++) {
            byteIds[b] = vocabulary.find(String.valueOf(ByteLetters.letter((byte) b)));
            if (byteIds[b] >= 0) {
                special[byteIds[b]] = false;
            }
        }
        for (int[] pair : pairs) {
            int id = vocabulary.id(vocabulary.token(pair[0]) + vocabulary.token(pair[1]));
            merges.putIfAbsent(key(pair[0], pair[1]), new Merge(merges.size(), id));
            special[id] = false;
        }
    }

    static long key(int left, int right) {
        return (long) left << 32 | right;
    }

    List<int[]> pairs() {
        return pairs;
    }

    /** Whether a token is neither a byte nor what some pair becomes. */
    boolean special(int id) {
        return special[id];
    }

    /**
     * The ids of one word: of all neighbours that are a pair the one learned first is merged, the leftmost of equals,
     * until there is none. A queue finds it, so a word of a million letters takes no longer than a million short ones.
     */
    int[] apply(byte[] word) {
        int n = word.length;
        int[] ids = new int[n]; // -1: merged into the one before
        int[] next = new int[n + 1];
        int[] before = new int[n + 1];
        PriorityQueue<long[]> queue = new PriorityQueue<>(Arrays::compare); // rank, place, the pair that was there
        for (int i = 0; i < n; i++) {
            ids[i] = byteIds[word[i] & 0xff];
            byte missing = word[i];
            Shapes.require(ids[i] >= 0,
                    () -> String.format("encode: byte 0x%02x is not in the vocabulary of %d", missing,
                            special.length));
            next[i] = i + 1;
            before[i + 1] = i;
        }
        for (int i = 0; i + 1 < n; i++) {
            offer(queue, ids, i, i + 1);
        }
        int left = n;
        while (!queue.isEmpty()) {
            long[] first = queue.poll();
            int i = (int) first[1];
            int j = next[i];
            if (j == n || ids[i] < 0 || key(ids[i], ids[j]) != first[2]) {
                continue; // one of the two was merged with another since
            }
            ids[i] = merges.get(first[2]).id;
            ids[j] = -1;
            next[i] = next[j];
            before[next[j]] = i;
            left--;
            if (i > 0) {
                offer(queue, ids, before[i], i);
            }
            if (next[i] < n) {
                offer(queue, ids, i, next[i]);
            }
        }
        int[] result = new int[left];
        for (int i = 0, k = 0; i < n; i = next[i]) {
            result[k++] = ids[i];
        }
        return result;
    }

    private void offer(PriorityQueue<long[]> queue, int[] ids, int i, int j) {
        long pair = key(ids[i], ids[j]);
        Merge merge = merges.get(pair);
        if (merge != null) {
            queue.add(new long[] {merge.rank, i, pair});
        }
    }
}
