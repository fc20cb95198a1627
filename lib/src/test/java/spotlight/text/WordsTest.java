package spotlight.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.Expect;
import spotlight.file.ModelFileException;

class WordsTest {
    @TempDir
    Path folder;

    @Test
    void wordsKeepApostrophesAndSignsStandAlone() {
        assertEquals(List.of("It", "isn't", "a", "well-known", "café", ",", "is", "it", "?", "3", ".", "14"),
                Words.split("It isn't a\twell-known café, is it? 3.14"));
        assertEquals(List.of("我", "爱", "GPT2", "。", "😀"), Words.split("我爱GPT2。😀"));
        assertEquals(List.of("'", "quoted", "'", "-", "-", "x"), Words.split("'quoted' --x"));
        assertEquals(List.of(), Words.split(" \n\u00a0\u3000"));
    }

    @Test
    void frequentWordsComeFirstAndEqualsInOrder() {
        Words w = Words.of("b a b c a d", Tokenizer.PAD, Tokenizer.UNKNOWN);
        assertEquals(List.of("a", "b", "c", "d"), List.of(w.token(2), w.token(3), w.token(4), w.token(5)));
        Words three = Words.of("b a b c a d b", 3, Tokenizer.UNKNOWN);
        assertArrayEquals(new int[] {1, 2, 0, 0}, three.encode("b a c x"));
        assertEquals(3, three.vocab());
    }

    @Test
    void decodedTextIsSpacedAsEnglishIs() {
        for (String text : List.of("The cat (it's black), sat!", "我爱苹果。你呢？", "one two")) {
            Words w = Words.of(text, Tokenizer.BEGIN);
            assertEquals(text, w.decode(w.encode(text)));
        }
    }

    @Test
    void specialTokensAreLeftOutExceptUnknown() {
        Words w = Words.of("a b", Tokenizer.PAD, Tokenizer.UNKNOWN, Tokenizer.BEGIN, Tokenizer.END);
        assertEquals("a <unk>", w.decode(new int[] {2, 4, 1, 3, 0, 0}));
        assertEquals(6, w.vocab());
        assertEquals(2, w.id(Tokenizer.BEGIN));
    }

    @Test
    void savedAndLoadedItIsTheSame() {
        Words w = Words.of("it's a 😀 well-known 苹果", Tokenizer.PAD, Tokenizer.UNKNOWN);
        w.save(folder.resolve("words.txt"));
        Words loaded = Words.load(folder.resolve("words.txt"));
        assertArrayEquals(w.encode("a 😀 xyz 果"), loaded.encode("a 😀 xyz 果"));
        assertEquals(w.vocab(), loaded.vocab());
    }

    @Test
    void errorsNameTheWordAndItsPlace() {
        Words w = Words.of("a b", Tokenizer.PAD);
        Expect.error("encode: word 'Zebra' at line 2, column 3 of the text is not in the vocabulary of 3",
                () -> w.encode("a b\nb Zebra"));
        Expect.error("words: 'a b' is not one word", () -> Words.of(List.of("a b")));
        Expect.error("words: '' is not one word", () -> Words.of(List.of("")));
        Expect.error("words: vocab 1 is smaller than the number of special tokens, 2",
                () -> Words.of("a", 1, Tokenizer.PAD, Tokenizer.END));
        Path file = folder.resolve("none.txt");
        assertEquals(file + ": there is no such file",
                assertThrows(ModelFileException.class, () -> Words.load(file)).getMessage());
    }
}
