package spotlight.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/** Learns which pairs to merge: always the one that occurs most often now, of equals the one with the smallest ids. */
final class PairTraining {
    private final List<String> special;
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<int[]> merges = new ArrayList<>();
    private final List<int[]> words = new ArrayList<>(); // the ids of each word as they are now
    private final List<Integer> times = new ArrayList<>(); // how often the word occurs
    private final Map<Long, Long> counts = new HashMap<>(); // of each pair
    private final Map<Long, Set<Integer>> places = new HashMap<>(); // words that have the pair, or had it
    private final PriorityQueue<long[]> queue = new PriorityQueue<>(Arrays::compare); // -count, pair

    PairTraining(Map<String, Integer> wordTimes, List<String> special) {
        this.special = special;
        tokens.addAll(special);
        ByteLetters.ALL.chars().forEach(letter -> {
            ids.put(Character.toString(letter), tokens.size());
            tokens.add(Character.toString(letter));
        });
        wordTimes.forEach((text, count) -> {
            byte[] bytes = ByteText.bytes(text);
            int[] word = new int[bytes.length];
            for (int i = 0; i < word.length; i++) {
                word[i] = ids.get(String.valueOf(ByteLetters.letter(bytes[i])));
            }
            words.add(word);
            times.add(count);
            count(words.size() - 1, 1);
        });
        counts.forEach((pair, count) -> queue.add(new long[] {-count, pair}));
    }

    List<String> tokens() {
        return tokens;
    }

    List<int[]> merges() {
        return merges;
    }

    /** Merges until the vocabulary has this size, or nothing occurs twice. */
    void run(int vocab, ObjIntConsumer<String> learned) {
        while (tokens.size() < vocab && !queue.isEmpty()) {
            long[] best = queue.poll();
            long count = counts.getOrDefault(best[1], 0L);
            if (count != -best[0]) {
                continue; // its count changed since, and so it is in the queue again
            }
            if (count < 2) {
                return;
            }
            int left = (int) (best[1] >> 32);
            int right = (int) best[1];
            String text = tokens.get(left) + tokens.get(right);
            if (!special.contains(text)) {
                merge(left, right, id(text));
                learned.accept(text, tokens.size());
            }
        }
    }

    /** The id of a token; two pairs may spell the same one. */
    private int id(String text) {
        Integer known = ids.putIfAbsent(text, tokens.size());
        if (known == null) {
            tokens.add(text);
        }
        return ids.get(text);
    }

    private void merge(int left, int right, int id) {
        merges.add(new int[] {left, right});
        Set<Long> changed = new HashSet<>();
        for (int w : places.remove(PairMerges.key(left, right))) {
            changed.addAll(pairs(words.get(w)));
            count(w, -1);
            words.set(w, merged(words.get(w), left, right, id));
            count(w, 1);
            changed.addAll(pairs(words.get(w)));
        }
        changed.forEach(pair -> {
            long count = counts.getOrDefault(pair, 0L);
            if (count > 0) {
                queue.add(new long[] {-count, pair});
            } else {
                counts.remove(pair);
                places.remove(pair);
            }
        });
    }

    private static int[] merged(int[] word, int left, int right, int id) {
        int[] shorter = new int[word.length];
        int n = 0;
        for (int i = 0; i < word.length; i++) {
            boolean here = i + 1 < word.length && word[i] == left && word[i + 1] == right;
            shorter[n++] = here ? id : word[i];
            i += here ? 1 : 0;
        }
        return Arrays.copyOf(shorter, n);
    }

    private static List<Long> pairs(int[] word) {
        List<Long> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < word.length; i++) {
            pairs.add(PairMerges.key(word[i], word[i + 1]));
        }
        return pairs;
    }

    /** Counts the pairs of a word, or with sign -1 takes them off. */
    private void count(int w, int sign) {
        for (long pair : pairs(words.get(w))) {
            counts.merge(pair, (long) sign * times.get(w), Long::sum);
            places.computeIfAbsent(pair, p -> new HashSet<>()).add(w);
        }
    }
}
