package spotlight.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.Expect;
import spotlight.file.ModelFileException;

class CharactersTest {
    @TempDir
    Path folder;

    @Test
    void specialTokensComeFirstThenCodePointsInOrder() {
        Characters c = Characters.of("banana", Tokenizer.PAD, Tokenizer.END);
        assertArrayEquals(new int[] {3, 2, 4, 2, 4, 2}, c.encode("banana"));
        assertEquals(5, c.vocab());
        assertEquals(List.of("<pad>", "</s>", "a"), List.of(c.token(0), c.token(1), c.token(2)));
        assertEquals(1, c.id(Tokenizer.END));
        assertEquals("an", c.decode(new int[] {2, 4, 1, 0}));
    }

    @Test
    void anEmojiIsOneCharacterAndHalfAPairIsOneToo() {
        String text = "a😀\ud83d b";
        Characters c = Characters.of(text);
        assertEquals(5, c.encode(text).length);
        assertEquals(text, c.decode(c.encode(text)));
    }

    @Test
    void aTextThatSpellsASpecialTokenIsText() {
        Characters c = Characters.of("<s>", Tokenizer.BEGIN);
        assertArrayEquals(new int[] {1, 3, 2}, c.encode("<s>"));
        assertEquals("<s>", c.decode(c.encode("<s>")));
    }

    @Test
    void strangeCharactersBecomeUnknownWhereThatIsAToken() {
        Characters c = Characters.of("ab", Tokenizer.PAD, Tokenizer.UNKNOWN);
        assertArrayEquals(new int[] {2, 1, 3}, c.encode("a?b"));
        assertEquals("a<unk>b", c.decode(new int[] {2, 1, 3, 0}));
    }

    @Test
    void savedAndLoadedItIsTheSame() {
        String text = "line\nend\r\ttab \\n back\u0000😀\ud83d \u2028";
        Characters c = Characters.of(text, Tokenizer.PAD, Tokenizer.UNKNOWN);
        Path file = folder.resolve("new/characters.txt");
        c.save(file);
        Characters loaded = Characters.load(file);
        assertArrayEquals(c.encode(text + "ż"), loaded.encode(text + "ż"));
        assertEquals(text, loaded.decode(loaded.encode(text)));
        assertEquals(c.vocab(), loaded.vocab());
    }

    @Test
    void errorsNameTheCharacterAndItsPlace() {
        Characters c = Characters.of("hello\n", Tokenizer.PAD);
        Expect.error("encode: character 'ż' (U+017C) at line 2, column 3 of the text is not in the vocabulary of 6",
                () -> c.encode("hello\nheżlo"));
        Expect.error("encode: character '\\t' (U+0009) at line 1, column 1 of the text is not in the vocabulary of 6",
                () -> c.encode("\t"));
        Expect.error("token: id 6 is outside the vocabulary of 6", () -> c.token(6));
        Expect.error("token: id -1 is outside the vocabulary of 6", () -> c.decode(new int[] {-1}));
        Expect.error("id: token '</s>' is not in the vocabulary of 6", () -> c.id(Tokenizer.END));
        Expect.error("characters: 'ab' is not one character", () -> Characters.of(List.of("ab")));
        Expect.error("vocabulary: token 'a' is there twice", () -> Characters.of(List.of("a", "a")));
    }

    @Test
    void damagedFilesAreNamedWithLine() throws IOException {
        failsToLoad("", "line 1: expected 'spotlight characters, special ' and the number of special tokens, "
                + "at most 0, got ''");
        failsToLoad("spotlight words, special 0\na\n", "line 1: expected 'spotlight characters, special ' and the "
                + "number of special tokens, at most 1, got 'spotlight words, special 0'");
        failsToLoad("spotlight characters, special 2\na\n", "line 1: expected 'spotlight characters, special ' and "
                + "the number of special tokens, at most 1, got 'spotlight characters, special 2'");
        failsToLoad("spotlight characters, special 0\na\nb\na\n", "line 4: token 'a' is already in line 2");
        failsToLoad("spotlight characters, special 0\na\n\\x\n", "line 3: column 1: expected \\\\, \\n, \\r, \\t or "
                + "\\u and four hexadecimal digits after a backslash");
        failsToLoad("spotlight characters, special 0\na\nbc\n", "line 3: 'bc' is not one character");
    }

    private void failsToLoad(String content, String problem) throws IOException {
        Path file = folder.resolve("bad.txt");
        Files.writeString(file, content);
        String message = assertThrows(ModelFileException.class, () -> Characters.load(file)).getMessage();
        assertEquals(file + ": " + problem, message);
    }
}
