package spotlight.data.sentiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spotlight.data.Corpus;
import spotlight.file.TextFile;

/**
 * Reviews of films, food, hotels and books. The held-out ones are compositions that no training review has: every word
 * was seen, but not this adjective behind this negation, or beside this "although". The label is what the grammar
 * means, so a reader of English gets all of them right: 100 %.
 */
public final class Reviews implements Corpus {
    private static final int TRAIN = 14_000;
    private static final int HELD_OUT = 2_100;
    private static final long SEED = 7;

    /** The reviews to learn from. */
    public static List<Review> train(Path data) {
        return read(data.resolve("sentiment").resolve("train.tsv"));
    }

    /** Other reviews, to be measured on. */
    public static List<Review> heldOut(Path data) {
        return read(data.resolve("sentiment").resolve("held-out.tsv"));
    }

    /**
     * Reads reviews, one a line: {@code good} or {@code bad}, the phenomenon, the text, with tabs between them.
     *
     * @throws IllegalArgumentException at the first line that is something else; it says file and line
     */
    static List<Review> read(Path file) {
        List<String> lines = TextFile.lines(file);
        return IntStream.range(0, lines.size()).mapToObj(i -> review(file, i + 1, lines.get(i)))
                .toList();
    }

    private static Review review(Path file, int number, String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 3 || !parts[0].matches("good|bad")) {
            throw new IllegalArgumentException(file.getFileName() + ", line " + number
                    + ": expected good or bad, the phenomenon and the text, with tabs between them, not \"" + line
                    + "\"");
        }
        return new Review(parts[0].equals("good"), Phenomenon.named(parts[1]), parts[2]);
    }

    @Override
    public String name() {
        return "sentiment";
    }

    @Override
    public Map<String, String> files() {
        Random random = new Random(SEED); // its numbers are laid down by Java's specification
        return Map.of("train.tsv", lines(write(new ReviewWriter(random, false), TRAIN)), "held-out.tsv",
                lines(write(new ReviewWriter(random, true), HELD_OUT)));
    }

    private static String lines(List<Review> reviews) {
        return reviews.stream().map(review -> review.line() + "\n").collect(Collectors.joining());
    }

    /** So many reviews, all different: of each phenomenon as many, half of them good. */
    private static List<Review> write(ReviewWriter writer, int count) {
        Phenomenon[] phenomena = Phenomenon.values();
        Map<String, Review> reviews = new LinkedHashMap<>();
        while (reviews.size() < count) {
            int i = reviews.size();
            Review review = writer.write(phenomena[i / 2 % phenomena.length], i % 2 == 0);
            reviews.putIfAbsent(review.text(), review);
        }
        return List.copyOf(reviews.values());
    }
}
