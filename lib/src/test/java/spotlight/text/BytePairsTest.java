package spotlight.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.Expect;
import spotlight.file.ModelFileException;

class BytePairsTest {
    private static final String TEXT = "low low low low low lower lower newest newest newest newest newest newest "
            + "widest widest widest";
    @TempDir
    Path folder;

    @Test
    void theMostFrequentPairIsMergedFirst() {
        List<String> learned = new ArrayList<>();
        BytePairs pairs = BytePairs.train(TEXT, 257 + 4, (token, size) -> learned.add(token + " " + size), "<|end|>");
        // es 9 times, st 9; then est 9; lo 7, ow 7, then low; Ġlow would be 6
        assertEquals(List.of("es 258", "est 259", "lo 260", "low 261"), learned);
        assertEquals(List.of("n", "e", "w", "est"), tokens(pairs, "newest"));
        assertEquals(List.of("low", "est", "<|end|>", "Ġ", "low"), tokens(pairs, "lowest<|end|> low"));
        assertEquals(0, pairs.id("<|end|>"));
    }

    @Test
    void trainingEndsWhereNothingOccursTwice() {
        BytePairs pairs = BytePairs.train("abab", 1000);
        assertEquals(List.of("ab", "ab"), tokens(pairs, "abab"));
        assertEquals(257, pairs.vocab());
        assertEquals(256, BytePairs.train("", 300).vocab());
    }

    @Test
    void aSpecialTokenIsNeverLearned() {
        BytePairs pairs = BytePairs.train("abx abx abx abx", 300, "ab");
        assertEquals(List.of("ab", "x"), tokens(pairs, "abx"));
        assertEquals(List.of("ab"), IntStream.range(0, 1).mapToObj(pairs::token).toList());
    }

    @Test
    void aTextIsSplitAsGpt2Does() {
        assertEquals("it|'s| 20|km|,| isn|'t| it|?!", String.join("|", BytePairs.split("it's 20km, isn't it?!")));
        assertEquals("a|  | b|\n|\n|c|\u3000|é", String.join("|", BytePairs.split("a   b\n\nc\u3000é")));
        assertEquals("IT|'|S|   ", String.join("|", BytePairs.split("IT'S   ")));
        assertEquals(List.of("Ġ", "Ġ", "a", "Ċ"), tokens(BytePairs.train("", 256), "  a\n"));
    }

    @Test
    void everyStringComesBack() {
        Random random = new Random(7);
        List<BytePairs> trained = List.of(BytePairs.train("", 256),
                BytePairs.train(TEXT.repeat(3) + "naïve café 我爱吃苹果 我爱吃苹果 😀😀😀😀", 400, BytePairs.END_OF_TEXT));
        for (int i = 0; i < 2000; i++) {
            String text = randomText(random);
            for (BytePairs pairs : trained) {
                assertEquals(text, pairs.decode(pairs.encode(text)));
            }
        }
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(30); n > 0; n--) {
            switch (random.nextInt(7)) {
                case 0 -> text.append((char) random.nextInt(0x10000)); // also halves of surrogates
                case 1 -> text.append((char) (0xd800 + random.nextInt(0x800)));
                case 2 -> text.appendCodePoint(random.nextInt(0x110000));
                case 3 -> text.append(TEXT, n, n + 5);
                case 4 -> text.append("<|endoftext|>", 0, random.nextInt(14));
                case 5 -> text.append(" \n\t'".charAt(random.nextInt(4)));
                default -> text.append((char) random.nextInt(128));
            }
        }
        return text.toString();
    }

    @Test
    void partsOfACharacterAreReplacedAsJavaReplacesThem() {
        Random random = new Random(8);
        BytePairs pairs = BytePairs.train("", 256);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            for (int k = 0; k < bytes.length; k++) { // many that can follow, none that begins half a pair
                bytes[k] = random.nextBoolean()
                        ? (byte) (bytes[k] & 0xbf | 0x80)
                        : bytes[k] == (byte) 0xed ? 0 : bytes[k];
            }
            int[] ids = IntStream.range(0, bytes.length)
                    .map(k -> pairs.id(String.valueOf(ByteLetters.letter(bytes[k])))).toArray();
            assertEquals(new String(bytes, StandardCharsets.UTF_8), pairs.decode(ids));
        }
        assertEquals("\ufffd", pairs.decode(new int[] {pairs.encode("é")[0]}));
    }

    @Test
    void savedAndLoadedItIsTheSame() {
        BytePairs pairs = BytePairs.train(TEXT + " 我爱吃苹果 我爱吃苹果", 330, BytePairs.END_OF_TEXT);
        pairs.save(folder.resolve("vocab.json"), folder.resolve("merges.txt"));
        BytePairs loaded = BytePairs.load(folder.resolve("vocab.json"), folder.resolve("merges.txt"));
        String text = TEXT + "<|endoftext|> 苹果 \ud800\n";
        assertArrayEquals(pairs.encode(text), loaded.encode(text));
        assertEquals(text, loaded.decode(loaded.encode(text)));
        assertEquals(pairs.vocab(), loaded.vocab());
    }

    @Test
    void aWordOfManyThousandLettersIsEncoded() {
        BytePairs pairs = BytePairs.train("aaaa aaaa aaaa", 300);
        String text = "a".repeat(300_001);
        int[] ids = pairs.encode(text);
        assertTrue(ids.length < 180_000, ids.length + " ids");
        assertEquals(text, pairs.decode(ids));
    }

    @Test
    void errorsNameWhatIsWrong() {
        Expect.error("train: vocab 256 is smaller than 257, the special tokens and the 256 bytes",
                () -> BytePairs.train("a", 256, "<s>"));
        BytePairs pairs = BytePairs.train("", 256);
        Expect.error("token: id 256 is outside the vocabulary of 256", () -> pairs.decode(new int[] {256}));
        Expect.error("id: token '<|endoftext|>' is not in the vocabulary of 256",
                () -> pairs.id(BytePairs.END_OF_TEXT));
    }

    @Test
    void damagedFilesAreNamed() throws IOException {
        vocabFails("{\"a\":0,\"b\":2}", "token 'b': expected an id from 0 to 1, got 2");
        vocabFails("{\"a\":0,\"b\":-1}", "token 'b': expected an id from 0 to 1, got -1");
        vocabFails("{\"a\":0,\"b\":\"1\"}", "token 'b': expected an id from 0 to 1, got \"1\"");
        vocabFails("{\"a\":0,\"b\":0}", "tokens 'a' and 'b' have the same id, 0");
        vocabFails("{\"a\":0,\"a\":1}", "no JSON: name \"a\" is there twice at offset 7");
        mergesFail("#version: 0.2\na b\n", "line 2: 'b' is no token of the vocabulary of 2");
        mergesFail("a a\n\na  a\n", "line 3: expected two tokens and a space between them, got 'a  a'");
        mergesFail("a\n", "line 1: expected two tokens and a space between them, got 'a'");
        Files.writeString(folder.resolve("merges.txt"), "a a");
        BytePairs small = BytePairs.load(folder.resolve("vocab.json"), folder.resolve("merges.txt"));
        assertArrayEquals(new int[] {1, 0}, small.encode("aaa"));
        Expect.error("encode: byte 0x62 is not in the vocabulary of 2", () -> small.encode("ab"));
    }

    private void vocabFails(String vocab, String problem) throws IOException {
        Path file = folder.resolve("vocab.json");
        Files.writeString(file, vocab);
        fails(file, problem);
    }

    private void mergesFail(String merges, String problem) throws IOException {
        Files.writeString(folder.resolve("vocab.json"), "{\"aa\":1,\"a\":0}");
        Files.writeString(folder.resolve("merges.txt"), merges);
        fails(folder.resolve("merges.txt"), problem);
    }

    private void fails(Path file, String problem) {
        ModelFileException e = assertThrows(ModelFileException.class,
                () -> BytePairs.load(folder.resolve("vocab.json"), folder.resolve("merges.txt")));
        assertEquals(file + ": " + problem, e.getMessage());
    }

    private static List<String> tokens(BytePairs pairs, String text) {
        return IntStream.of(pairs.encode(text)).mapToObj(pairs::token).toList();
    }
}
