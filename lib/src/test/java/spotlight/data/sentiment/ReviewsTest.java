package spotlight.data.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.data.DataFolder;
import spotlight.file.TextFile;
import spotlight.text.Words;

class ReviewsTest {
    private static final Path DATA = DataFolder.find();
    private static final Pattern NEGATION = Pattern
            .compile("\\b(not|never|hardly|far from|anything but|by no means|nobody)\\b|n't\\b");
    private static final Pattern NEGATED = Pattern
            .compile(
                    "(?:n't|\\b(?:never|hardly|far from|anything but|by no means|not)) (?!say|true|claim)[a-z]+( at all)?");

    private final List<Review> train = Reviews.train(DATA);
    private final List<Review> heldOut = Reviews.heldOut(DATA);

    @Test
    void theCommittedFilesAreWhatTheGrammarWrites() {
        new Reviews().files().forEach((name, text) -> assertEquals(text,
                TextFile.read(DATA.resolve("sentiment").resolve(name)), name + ": ./lab data writes it anew"));
    }

    @Test
    void noHeldOutReviewIsLearnedFrom() {
        Set<String> seen = train.stream().map(Review::text).collect(Collectors.toSet());
        assertEquals(14_000, seen.size(), "all different");
        assertEquals(2_100, heldOut.size());
        heldOut.forEach(review -> assertTrue(seen.add(review.text()), review.text()));
    }

    @Test
    void halfOfEachPhenomenonIsGood() {
        for (Phenomenon phenomenon : Phenomenon.values()) {
            for (boolean positive : new boolean[] {true, false}) {
                assertEquals(150, heldOut.stream()
                        .filter(review -> review.phenomenon() == phenomenon && review.positive() == positive).count());
            }
        }
    }

    @Test
    void everyHeldOutWordWasSeen() {
        Set<String> seen = new HashSet<>(words(train));
        assertEquals(Set.of(),
                words(heldOut).stream().filter(word -> !seen.contains(word)).collect(Collectors.toSet()));
    }

    private static Set<String> words(List<Review> reviews) {
        return reviews.stream().flatMap(review -> Words.split(review.text().toLowerCase()).stream())
                .collect(Collectors.toSet());
    }

    @Test
    void noHeldOutNegationWasSeenBeforeItsWord() {
        Set<String> seen = negated(train);
        Set<String> fresh = negated(heldOut);
        assertTrue(seen.size() > 200 && fresh.size() > 80, seen.size() + " and " + fresh.size());
        fresh.retainAll(seen);
        assertEquals(Set.of(), fresh);
    }

    private static Set<String> negated(List<Review> reviews) {
        return reviews.stream().filter(review -> review.phenomenon() == Phenomenon.NEGATION)
                .flatMap(review -> NEGATED.matcher(review.text()).results().map(match -> match.group()))
                .collect(Collectors.toSet());
    }

    /** Written without a look at the grammar's code: the label is in the text, and nothing else is needed. */
    @Test
    void aReaderWhoKnowsEnglishGetsAllRight() {
        Stream.concat(train.stream(), heldOut.stream())
                .forEach(review -> assertEquals(review.positive(), liked(review.text()), review.text()));
    }

    private static boolean liked(String text) {
        Set<String> praise = opinions(true);
        Set<String> complaint = opinions(false);
        String opinion = Arrays.stream(text.toLowerCase().split("(?<=\\.) "))
                .filter(sentence -> Words.split(sentence).stream()
                        .anyMatch(word -> praise.contains(word) || complaint.contains(word)))
                .collect(Collectors.joining(" "));
        String decisive = opinion.replaceFirst("^(even )?(al)?though .*?, ", "")
                .replaceFirst(", (even )?(al)?though .*", "").replaceFirst(".*(, but|, yet|\\. however,) ", "");
        String word = Words.split(decisive).stream().filter(w -> praise.contains(w) || complaint.contains(w))
                .findFirst()
                .orElseThrow();
        return praise.contains(word) ^ NEGATION.matcher(decisive).results().count() % 2 == 1;
    }

    private static Set<String> opinions(boolean positive) {
        return Stream.concat(Opinion.verbs(positive).stream(),
                Domain.ALL.stream().flatMap(domain -> Opinion.adjectives(domain, positive).stream()))
                .map(Opinion::word).collect(Collectors.toSet());
    }

    @Test
    void aStrangeLineIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("mine.tsv"),
                "good\tplain\tThe film was good.\nfine\tplain\tOK.\n");
        assertEquals("mine.tsv, line 2: expected good or bad, the phenomenon and the text, with tabs between them,"
                + " not \"fine\tplain\tOK.\"",
                assertThrows(IllegalArgumentException.class, () -> Reviews.read(file)).getMessage());
        Files.writeString(file, "good\tirony\tWell done.\n");
        assertEquals("reviews: no phenomenon \"irony\", there are plain, intensified, negation, double negation,"
                + " contrast, concession, negated contrast",
                assertThrows(IllegalArgumentException.class, () -> Reviews.read(file)).getMessage());
    }
}
