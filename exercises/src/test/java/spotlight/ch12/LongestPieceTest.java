package spotlight.ch12;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.text.WordPieces;

@Exercise("12.4 Pieces of words")
@Tag("ch12")
class LongestPieceTest {
    private static final Set<String> PIECES = Set.of("un", "aff", "##aff", "##able", "##a", "play", "##ing", "p",
            "##lay");
    private static final List<String> UNKNOWN = List.of("[UNK]");

    @ParameterizedTest
    @CsvSource({"affaff,aff ##aff", "unaffable,un ##aff ##able", "playing,play ##ing", "unable,un ##able", "play,play",
            "p,p", "affable,aff ##able", "una,un ##a"})
    @Points(value = 2, hint = "Try the whole rest of the word first, then one letter less, and so on.")
    void theLongestPieceFromTheLeft(String word, String expected) {
        verify(word, PIECES, List.of(expected.split(" ")));
    }

    @Test
    @Points(value = 2, hint = "If no piece fits at one place, the answer is the single piece [UNK], whatever came before.")
    void whatCannotBeSplitIsUnknownAsAWhole() {
        verify("unplay", PIECES, UNKNOWN);
        verify("ing", PIECES, UNKNOWN);
        verify("unx", PIECES, UNKNOWN);
        verify("x", PIECES, UNKNOWN);
        verify("xplay", PIECES, UNKNOWN);
        verify("abcd", Set.of("ab", "abc", "##cd"), UNKNOWN);
        verify("able", PIECES, UNKNOWN);
    }

    @Test
    @Points(value = 1, hint = "Inside a word only pieces with ## count, at its beginning only those without.")
    void asTheTokenizerOfTheLibrary() {
        SplittableRandom random = new SplittableRandom(12);
        Set<String> some = new TreeSet<>();
        IntStream.range(0, 40).forEach(i -> some.add((i % 2 == 0 ? "##" : "") + letters(random, 1 + i % 3)));
        List<String> tokens = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
        tokens.addAll(some);
        WordPieces library = WordPieces.of(tokens, WordPieces.Options.CASED);
        for (int i = 0; i < 300; i++) {
            String word = letters(random, 1 + i % 6);
            verify(word, some, IntStream.of(library.encode(word)).mapToObj(library::token).toList());
        }
    }

    @Test
    @Points(value = 1, hint = "A space between two pieces, and then the ones before ## go, with the ## itself.")
    void joinedAgain() {
        List<String> pieces = List.of("un", "##aff", "##able", "play", "##ing", "[UNK]", "dog", ".");
        Verify.that("join", LongestPiece.join(pieces))
                .suspect(() -> String.join(" ", pieces).replace("##", ""), "the space before a piece with ## stays")
                .suspect(() -> String.join("", pieces).replace("##", ""), "there is no space between the words")
                .suspect(() -> String.join(" ", pieces), "the pieces are not joined to words")
                .equalTo("unaffable playing [UNK] dog .");
        Verify.that("join of one piece", LongestPiece.join(List.of("dog"))).equalTo("dog");
    }

    private static void verify(String word, Set<String> vocabulary, List<String> expected) {
        Verify.that("split(\"" + word + "\")", LongestPiece.split(word, vocabulary))
                .suspectIf(pieces -> pieces == null, "your method returned null")
                .suspectIf(pieces -> !pieces.equals(UNKNOWN) && pieces.contains("[UNK]"),
                        "a word is known as a whole or not at all: here the answer is [UNK] alone")
                .suspectIf(pieces -> pieces.size() > 1 && vocabulary.containsAll(pieces) && expected.equals(UNKNOWN)
                        && letters(pieces).equals(word) && marked(pieces),
                        "there is a way, but not a greedy one: no second thoughts, the longest piece decides")
                .suspectIf(pieces -> !expected.equals(UNKNOWN) && letters(pieces).equals(word) && marked(pieces)
                        && vocabulary.containsAll(pieces),
                        "these pieces fit, but they are not the longest from the left")
                .suspectIf(pieces -> !pieces.isEmpty() && pieces.get(0).startsWith("##"),
                        "a word cannot begin with a piece of the middle, ##")
                .suspectIf(pieces -> pieces.size() > 1 && !marked(pieces),
                        "a piece inside a word begins with ##, and the first one does not")
                .suspectIf(pieces -> !pieces.equals(UNKNOWN) && !letters(pieces).equals(word),
                        "letters are lost: after a piece, go on behind its last letter")
                .suspectIf(pieces -> pieces.equals(UNKNOWN), "it is called unknown, but it can be split")
                .equalTo(expected);
    }

    private static String letters(List<String> pieces) {
        return pieces.stream().map(piece -> piece.replace("##", "")).collect(Collectors.joining());
    }

    private static boolean marked(List<String> pieces) {
        return IntStream.range(0, pieces.size()).allMatch(i -> pieces.get(i).startsWith("##") == i > 0);
    }

    private static String letters(SplittableRandom random, int count) {
        return IntStream.range(0, count).mapToObj(i -> "" + (char) ('a' + random.nextInt(4)))
                .collect(Collectors.joining());
    }
}
