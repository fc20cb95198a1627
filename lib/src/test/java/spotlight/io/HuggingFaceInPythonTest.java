package spotlight.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.file.Json;
import spotlight.file.TextFile;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.model.Bert;
import spotlight.model.Gpt;
import spotlight.model.Sampler;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;
import spotlight.text.BytePairs;
import spotlight.text.WordPieces;
import spotlight.train.AdamW;

/** What we train loads in PyTorch and computes the same there: asked of a Python that has transformers. */
class HuggingFaceInPythonTest {
    private static final String PYTHON = System.getProperty("torch.python", "");
    private static final String TEXT = "The café isn't far, it's  10 km.\n苹果";
    private static final int BATCH = 3;
    private static final int TOKENS = 12;

    @BeforeAll
    static void needsPython() {
        assumeTrue(!PYTHON.isEmpty(), "-Dtorch.python=PATH names no Python with torch and transformers");
    }

    @Test
    void gptsComputeTheSame(@TempDir Path folder) throws Exception {
        BytePairs tokenizer = BytePairs.train(TEXT.repeat(3), 280, BytePairs.END_OF_TEXT);
        Gpt.Config config = new Gpt.Config(tokenizer.vocab(), 32, 2, 3, 24);
        List<Gpt> gpts = Stream.of(config, config.untied().withGelu(Activation.GELU), config.withoutBiases())
                .map(c -> trained(Gpt.init(c, new TorchRandom(c.hashCode())))).toList();
        int[] ids = ids(tokenizer.vocab());
        for (int i = 0; i < gpts.size(); i++) {
            HuggingFace.save(folder.resolve("gpt" + i), gpts.get(i), tokenizer);
            ask(folder.resolve("gpt" + i), ids);
        }
        run(folder, "gpt0", "gpt1", "gpt2");
        for (int i = 0; i < gpts.size(); i++) {
            Gpt gpt = gpts.get(i);
            Map<?, ?> answer = Json.object(folder.resolve("gpt" + i + "/answer.json"));
            sameIds(tokenizer::encode, answer);
            close(answer.get("logits"), gpt.logits(ids, BATCH).value());
            int[] targets = new int[ids.length];
            for (int k = 0; k < ids.length; k++) {
                targets[k] = (k + 1) % TOKENS == 0 ? Gpt.IGNORE : ids[k + 1];
            }
            assertEquals(((Number) answer.get("loss")).doubleValue(), gpt.loss(ids, targets, BATCH).value().item(),
                    1e-4);
            int[] first = Arrays.copyOf(ids, TOKENS);
            int[] written = gpt.generate(first, 8, Sampler.greedy(), id -> {
            });
            assertArrayEquals(IntStream.concat(IntStream.of(first), IntStream.of(written)).toArray(),
                    integers(answer.get("greedy")));
        }
    }

    @Test
    void bertsComputeTheSame(@TempDir Path folder) throws Exception {
        List<String> tokens = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "The", "cafe", "café", "isn",
                "'", "t", "far", ",", "it", "s", "10", "km", ".", "苹", "果", "ca", "##fe", "f", "##ar", "k");
        WordPieces cased = WordPieces.of(tokens, WordPieces.Options.CASED);
        WordPieces uncased = WordPieces.of(tokens, WordPieces.Options.UNCASED);
        Bert.Config config = new Bert.Config(tokens.size(), 16, 2, 2, 16, 40).withPadding(-1);
        Bert bert = Bert.init(config, new TorchRandom(5));
        int[] ids = ids(tokens.size());
        Var loss = bert.loss(ids, ids, BATCH);
        loss.backward();
        new AdamW(bert.params(), 0.01).step();
        HuggingFace.save(folder.resolve("cased"), bert, cased);
        HuggingFace.save(folder.resolve("uncased"), bert, uncased);
        ask(folder.resolve("cased"), ids);
        ask(folder.resolve("uncased"), ids);
        run(folder, "cased", "uncased");
        Map<?, ?> answer = Json.object(folder.resolve("cased/answer.json"));
        close(answer.get("logits"), bert.logits(ids, BATCH).value());
        sameIds(text -> cased.sequence(text), answer);
        sameIds(text -> uncased.sequence(text), Json.object(folder.resolve("uncased/answer.json")));
    }

    /** A step of training, so that no bias is 0 and no norm 1. */
    private static Gpt trained(Gpt gpt) {
        int[] ids = ids(gpt.config().vocab());
        gpt.loss(ids, ids, BATCH).backward();
        new AdamW(gpt.params(), 0.01).step();
        return gpt;
    }

    private static int[] ids(int vocab) {
        return IntStream.range(0, BATCH * TOKENS).map(i -> (i * i + 7) % vocab).toArray();
    }

    private static void ask(Path folder, int[] ids) {
        List<?> rows = IntStream.range(0, BATCH)
                .mapToObj(b -> Arrays.stream(ids, b * TOKENS, (b + 1) * TOKENS).boxed().toList()).toList();
        TextFile.write(folder.resolve("ask.json"), Json.write(Map.of("texts", texts(), "ids", rows)));
    }

    /** One text that can be read, and many of random characters, often of those that are treated in their own way. */
    private static List<String> texts() {
        Random random = new Random(9);
        List<String> texts = new ArrayList<>(List.of(TEXT));
        String often = "aT's 'll \u00e9\u0130\u03a3\u00df\u01c5\u0300\u00a0\u3000\u200d\u200b\u0085\t\r\n\u0000\ufffd\u00ad10²½\u4e00苹[MASK]<|>_-¡€";
        for (int i = 0; i < 1000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                switch (random.nextInt(5)) {
                    case 0 -> text.appendCodePoint(random.nextInt(0x250));
                    case 1 -> text.appendCodePoint(0x2000 + random.nextInt(0x65));
                    case 2 -> text.append(TEXT, n, n + 3);
                    case 3 -> text.appendCodePoint(0x1f300 + random.nextInt(0x200));
                    default -> text.append(often.charAt(random.nextInt(often.length())));
                }
            }
            texts.add(text.append(i % 10 == 0 ? "[MASK]<|endoftext|>" : "").toString());
        }
        return texts;
    }

    private static void sameIds(Function<String, int[]> ours, Map<?, ?> answer) {
        List<?> theirs = (List<?>) answer.get("ids");
        List<String> texts = texts();
        for (int i = 0; i < texts.size(); i++) {
            assertArrayEquals(integers(theirs.get(i)), ours.apply(texts.get(i)), Json.write(texts.get(i)));
        }
    }

    private static void run(Path folder, String... models) throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("spotlight.root"), "lib/src/test/python/compare_with_transformers.py");
        List<String> command = Stream.concat(Stream.of(PYTHON, script.toString()),
                Arrays.stream(models).map(model -> folder.resolve(model).toString())).toList();
        Path log = folder.resolve("python.log");
        Process python = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertTrue(python.waitFor(5, TimeUnit.MINUTES), "Python takes longer than 5 minutes");
        } finally {
            python.destroyForcibly();
        }
        if (python.exitValue() != 0) {
            fail(command.stream().collect(Collectors.joining(" ")) + "\n" + Files.readString(log));
        }
    }

    private static int[] integers(Object list) {
        return ((List<?>) list).stream().mapToInt(id -> ((Long) id).intValue()).toArray();
    }

    private static void close(Object numbers, Tensor actual) {
        List<?> list = (List<?>) numbers;
        float[] expected = new float[list.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = ((Number) list.get(i)).floatValue();
        }
        assertEquals(0, Tensor.of(expected, actual.shape()).maxAbsDiff(actual), 1e-4, "logits");
    }
}
