package spotlight.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.Expect;
import spotlight.file.ModelFileException;

class WordPiecesTest {
    private static final List<String> TOKENS = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "un", "##aff",
            "##able", "cafe", "café", "Cafe", "我", "爱", ",", "!", "the", "##s", "'", "##😀", "x");
    @TempDir
    Path folder;

    @Test
    void theLongestPieceIsTakenFromTheLeft() {
        assertEquals("un ##aff ##able", pieces("unaffable", WordPieces.Options.UNCASED));
        assertEquals("the ##s", pieces("thes", WordPieces.Options.UNCASED));
        assertEquals("[UNK] the", pieces("thez the", WordPieces.Options.UNCASED));
        assertEquals("x ##😀", pieces("x😀", WordPieces.Options.UNCASED));
        assertEquals("[UNK]", pieces("x" + "s".repeat(100), WordPieces.Options.UNCASED));
    }

    @Test
    void capitalsAndAccentsGoWhereThatIsWanted() {
        assertEquals("cafe cafe cafe", pieces("CAFÉ Cafe\u0301 café", WordPieces.Options.UNCASED));
        assertEquals("[UNK] café Cafe", pieces("CAFÉ café Cafe", WordPieces.Options.CASED));
        assertEquals("café", pieces("CAFÉ", new WordPieces.Options(true, false, true)));
    }

    @Test
    void chineseAndPunctuationStandAlone() {
        assertEquals("the , the ! the ' ##s".replace(" ##s", " [UNK]"),
                pieces("the,the!the's", WordPieces.Options.UNCASED));
        assertEquals("我 爱 the 我", pieces("我爱the我", WordPieces.Options.UNCASED));
        assertEquals("[UNK] 我", pieces("我爱 我", new WordPieces.Options(true, true, false)));
    }

    @Test
    void controlCharactersGoAndEverySpaceSeparates() {
        assertEquals("the the the the", pieces("t\u0000he\tthe\u3000th\u200de\r\nt\ufffdhe\ud800",
                WordPieces.Options.UNCASED));
    }

    @Test
    void specialTokensInTheTextAreTokens() {
        WordPieces pieces = WordPieces.of(TOKENS, WordPieces.Options.UNCASED);
        assertEquals("the [MASK] , [UNK]",
                pieces("the[MASK], [mask".replace("[mask", "z"), WordPieces.Options.UNCASED));
        assertArrayEquals(new int[] {2, 15, 4, 3}, pieces.sequence("the [MASK]"));
        assertArrayEquals(new int[] {2, 15, 3, 19, 3}, pieces.sequence("the", "X"));
        assertEquals("unaffable, [MASK] cafe!", pieces.decode(pieces.sequence("Unaffable, [MASK] café!")));
    }

    @Test
    void savedAndLoadedItIsTheSame() {
        WordPieces pieces = WordPieces.of(TOKENS, WordPieces.Options.CASED);
        Path file = folder.resolve("vocab.txt");
        pieces.save(file);
        WordPieces loaded = WordPieces.load(file, WordPieces.Options.CASED);
        assertEquals(TOKENS, IntStream.range(0, loaded.vocab()).mapToObj(loaded::token).toList());
    }

    @Test
    void damagedFilesAreNamed() throws IOException {
        Path file = folder.resolve("vocab.txt");
        Files.writeString(file, "[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\n");
        assertEquals(file + ": there is no token [MASK]", message(file));
        Files.writeString(file, "a\nb\r\na\n");
        assertEquals(file + ": line 3: token 'a' is already in line 1", message(file));
        Expect.error("id: token '[PAD]' is not in the vocabulary of 1",
                () -> WordPieces.of(List.of("a"), WordPieces.Options.CASED));
    }

    private static String message(Path file) {
        return assertThrows(ModelFileException.class, () -> WordPieces.load(file, WordPieces.Options.CASED))
                .getMessage();
    }

    private static String pieces(String text, WordPieces.Options options) {
        WordPieces pieces = WordPieces.of(TOKENS, options);
        return String.join(" ", IntStream.of(pieces.encode(text)).mapToObj(pieces::token).toList());
    }
}
