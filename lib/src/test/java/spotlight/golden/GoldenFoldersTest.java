package spotlight.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import spotlight.file.Json;
import spotlight.io.HuggingFace;
import spotlight.io.Pretrained;
import spotlight.model.Bert;
import spotlight.model.Gpt;
import spotlight.model.Sampler;
import spotlight.tensor.Tensor;
import spotlight.text.BytePairs;
import spotlight.text.Tokenizer;
import spotlight.text.WordPieces;

/**
 * Whole models in Hugging Face's layout: every folder below {@code -Dgolden.dir=...}, or that folder itself, that has a
 * {@code config.json}. Its {@code expected.json} has what Python's transformers made of some texts.
 */
class GoldenFoldersTest {
    @TestFactory
    Stream<DynamicTest> everyModel() throws Exception {
        List<Path> folders = models(GoldenTest.folder());
        if (System.getProperty("golden.dir") == null) {
            assertEquals(2, folders.size(), "models of our own");
        }
        return folders.stream().flatMap(GoldenFoldersTest::tests);
    }

    /** This folder, or those in it, that hold a model. */
    static List<Path> models(Path folder) throws IOException {
        if (isModel(folder)) {
            return List.of(folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(GoldenFoldersTest::isModel).sorted().toList();
        }
    }

    static boolean isModel(Path folder) {
        return Files.exists(folder.resolve("config.json"));
    }

    private static Stream<DynamicTest> tests(Path folder) {
        Object type = Json.object(folder.resolve("config.json")).get("model_type");
        String name = folder.getFileName() + ": ";
        if (!"gpt2".equals(type) && !"bert".equals(type)) {
            return Stream.of(DynamicTest.dynamicTest(name + type, () -> fail("model_type " + type + " is not known")));
        }
        Map<?, ?> expected = Json.object(folder.resolve("expected.json"));
        double tolerance = ((Number) expected.get("tolerance")).doubleValue();
        List<DynamicTest> tests = new ArrayList<>();
        List<?> cases = (List<?>) expected.get("cases");
        assertFalse(cases.isEmpty(), name + "no cases");
        if (type.equals("gpt2")) {
            Pretrained<Gpt, BytePairs> gpt2 = HuggingFace.gpt2(folder);
            cases.forEach(c -> tests.add(test(name, (Map<?, ?>) c, given -> gpt2(gpt2, given, tolerance))));
        } else {
            Pretrained<Bert, WordPieces> bert = HuggingFace.bert(folder);
            cases.forEach(c -> tests.add(test(name, (Map<?, ?>) c, given -> bert(bert, given, tolerance))));
        }
        return tests.stream();
    }

    private interface Comparison {
        void with(Map<?, ?> given);
    }

    private static DynamicTest test(String name, Map<?, ?> given, Comparison comparison) {
        return DynamicTest.dynamicTest(name + given.get("text"), () -> comparison.with(given));
    }

    private static void gpt2(Pretrained<Gpt, BytePairs> gpt2, Map<?, ?> given, double tolerance) {
        Gpt gpt = gpt2.model();
        int[] ids = ids(given.get("input_ids"));
        assertArrayEquals(ids, gpt2.tokenizer().encode((String) given.get("text")), "input_ids");
        assertEquals(given.get("decoded"), gpt2.tokenizer().decode(ids));
        Tensor logits = gpt.logits(ids, 1).value(); // [1,T,V]
        close(given.get("last_logits"), logits.select(0, 0).select(0, -1), tolerance);
        close(given.get("last_logits"), gpt.next(ids, gpt.cache()), tolerance);
        float loss = gpt.loss(Arrays.copyOf(ids, ids.length - 1), Arrays.copyOfRange(ids, 1, ids.length), 1).value()
                .item();
        assertEquals(((Number) given.get("loss")).doubleValue(), loss, tolerance, "loss");
        int[] greedy = ids(given.get("greedy_ids"));
        int[] added = gpt.generate(ids, greedy.length - ids.length, Sampler.greedy(), id -> {
        });
        assertArrayEquals(greedy, IntStream.concat(IntStream.of(ids), IntStream.of(added)).toArray(), "greedy_ids");
    }

    private static void bert(Pretrained<Bert, WordPieces> bert, Map<?, ?> given, double tolerance) {
        int[] ids = bert.tokenizer().sequence((String) given.get("text"));
        assertArrayEquals(ids(given.get("input_ids")), ids, "input_ids");
        assertEquals(given.get("tokens"), tokens(bert.tokenizer(), ids), "tokens");
        int[] places = ids(given.get("mask_positions"));
        Tensor logits = bert.model().logits(ids, 1).value().select(0, 0); // [T,V]
        Tensor masked = bert.model().logitsAt(places, ids, 1).value(); // [n,V]
        for (int i = 0; i < places.length; i++) {
            Object expected = ((List<?>) given.get("mask_logits")).get(i);
            close(expected, logits.select(0, places[i]), tolerance);
            close(expected, masked.select(0, i), tolerance);
            float[] scores = logits.select(0, places[i]).data();
            int[] best = IntStream.range(0, scores.length).boxed().sorted((a, b) -> Float.compare(scores[b], scores[a]))
                    .limit(5).mapToInt(id -> id).toArray();
            assertEquals(((List<?>) given.get("top5")).get(i), tokens(bert.tokenizer(), best), "top5");
        }
    }

    private static List<String> tokens(Tokenizer tokenizer, int[] ids) {
        return IntStream.of(ids).mapToObj(tokenizer::token).toList();
    }

    private static int[] ids(Object list) {
        return ((List<?>) list).stream().mapToInt(id -> ((Long) id).intValue()).toArray();
    }

    private static void close(Object expected, Tensor actual, double tolerance) {
        List<?> numbers = (List<?>) expected;
        float[] wanted = new float[numbers.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = ((Number) numbers.get(i)).floatValue();
        }
        assertTrue(Tensor.of(wanted, wanted.length).close(actual, tolerance),
                "logits differ by up to " + Tensor.of(wanted, wanted.length).maxAbsDiff(actual));
    }
}
