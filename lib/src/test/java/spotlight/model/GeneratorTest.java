package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

class GeneratorTest {
    private static final Gpt GPT = GptTest.model(new Gpt.Config(17, 32, 2, 4, 16));
    private static final int[] PROMPT = {3, 1, 4};

    /** The definition: the whole text is read again for each token. */
    private static int[] slowly(int[] prompt, int n, Sampler sampler, int window) {
        int[] text = prompt.clone();
        try (Var.Scope off = Var.noGrad()) {
            for (int i = 0; i < n; i++) {
                int[] seen = Arrays.copyOfRange(text, Math.max(0, text.length - window), text.length);
                Tensor logits = GPT.logits(seen, 1).value().select(0, 0);
                text = Arrays.copyOf(text, text.length + 1);
                text[text.length - 1] = sampler.next(logits.select(0, -1));
            }
        }
        return Arrays.copyOfRange(text, prompt.length, text.length);
    }

    private static int[][] prompts(int n) {
        int[][] prompts = new int[n][];
        for (int i = 0; i < n; i++) {
            prompts[i] = GptTest.ids(i, 1 + i * 7 % 12, 17);
        }
        return prompts;
    }

    @Test
    void writesWhatReadingTheWholeTextEachTimeWrites() {
        assertArrayEquals(slowly(PROMPT, 29, Sampler.greedy(), 32),
                new Generator(GPT).generate(PROMPT, 29, Sampler.greedy()));
        assertArrayEquals(slowly(PROMPT, 29, Sampler.nucleus(5), 32),
                new Generator(GPT).generate(PROMPT, 29, Sampler.nucleus(5)));
    }

    @Test
    void tellsOfEachToken() {
        List<Integer> heard = new ArrayList<>();
        int[] text = GPT.generate(PROMPT, 10, Sampler.nucleus(1), heard::add);
        assertEquals(Arrays.toString(text), heard.toString());
    }

    @Test
    void stopsBeforeTheStopToken() {
        int[] whole = new Generator(GPT).generate(PROMPT, 20, Sampler.nucleus(1));
        int stop = whole[7];
        int first = 0;
        while (whole[first] != stop) {
            first++;
        }
        List<Integer> heard = new ArrayList<>();
        int[] text = new Generator(GPT).stop(stop).generate(PROMPT, 20, Sampler.nucleus(1), heard::add);
        assertArrayEquals(Arrays.copyOf(whole, first), text);
        assertEquals(first, heard.size());
    }

    @Test
    void manyTextsAtOnceAreThoseOfEachAlone() {
        int[][] prompts = prompts(75); // three groups, the last not full
        for (Sampler sampler : List.of(Sampler.greedy(), new Sampler(1, 5, 0.9, 3))) {
            int[][] texts = new Generator(GPT).stop(2).generate(prompts, 12, sampler);
            for (int i = 0; i < prompts.length; i++) {
                int[] alone = new Generator(GPT).stop(2).generate(prompts[i], 12, sampler.forText(i));
                assertArrayEquals(alone, texts[i], "text " + i);
            }
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        int[][] prompts = prompts(100);
        int[][][] texts = new int[3][][];
        for (int threads = 1; threads <= 3; threads++) {
            try (Workers.Scope scope = Workers.use(threads)) {
                texts[threads - 1] = new Generator(GPT).generate(prompts, 12, Sampler.nucleus(4));
            }
        }
        assertTrue(Arrays.deepEquals(texts[0], texts[1]));
        assertTrue(Arrays.deepEquals(texts[0], texts[2]));
    }

    @Test
    void slidesWhenTheContextIsFull() {
        int[] text = new Generator(GPT).slide().generate(PROMPT, 100, Sampler.greedy());
        assertArrayEquals(slowly(PROMPT, 29, Sampler.greedy(), 32), Arrays.copyOf(text, 29));
        int[] before = new int[PROMPT.length + 30];
        System.arraycopy(PROMPT, 0, before, 0, PROMPT.length);
        System.arraycopy(text, 0, before, PROMPT.length, 30);
        assertArrayEquals(slowly(before, 1, Sampler.greedy(), 16), Arrays.copyOfRange(text, 30, 31),
                "the 31st token is the first that no longer fits: the last 16 are read again");
        int[] longPrompt = GptTest.ids(1, 50, 17);
        assertArrayEquals(slowly(longPrompt, 1, Sampler.greedy(), 32),
                new Generator(GPT).slide().generate(longPrompt, 1, Sampler.greedy()));
    }

    @Test
    void aSlidingTextMayBeEndedByItsListener() {
        List<Integer> heard = new ArrayList<>();
        assertThrows(IllegalStateException.class, () -> new Generator(GPT).slide().generate(PROMPT, Integer.MAX_VALUE,
                Sampler.nucleus(1), id -> {
                    heard.add(id);
                    if (heard.size() == 100) {
                        throw new IllegalStateException("enough");
                    }
                }));
        assertEquals(100, heard.size());
    }

    @Test
    void nothingToAddIsNothing() {
        assertEquals(0, new Generator(GPT).generate(PROMPT, 0, Sampler.greedy()).length);
        assertEquals(0, new Generator(GPT).generate(new int[][] {PROMPT}, 0, Sampler.greedy())[0].length);
        assertEquals(0, new Generator(GPT).generate(new int[0][], 5, Sampler.greedy()).length);
    }

    @Test
    void theContextCanBeFilledToItsEnd() {
        assertEquals(30, new Generator(GPT).generate(PROMPT, 30, Sampler.greedy()).length); // the last is not read
        assertEquals(30, new Generator(GPT).generate(new int[][] {PROMPT}, 30, Sampler.greedy())[0].length);
    }

    @Test
    void badInputIsNamed() {
        Generator generator = new Generator(GPT);
        Sampler greedy = Sampler.greedy();
        Expect.error("generate: the prompt is empty", () -> generator.generate(new int[0], 5, greedy));
        Expect.error("generate: -1 tokens are to be added, that is negative",
                () -> generator.generate(PROMPT, -1, greedy));
        Expect.error("generate: a prompt of 3 tokens and 31 more do not fit the context of 32",
                () -> generator.generate(PROMPT, 31, greedy));
        Expect.error("generate: a prompt of 3 tokens and 2147483647 more do not fit the context of 32",
                () -> generator.generate(PROMPT, Integer.MAX_VALUE, greedy));
        Expect.error("gpt: id 17 at [0,1] is outside the vocabulary of 17",
                () -> generator.generate(new int[] {1, 17}, 3, greedy));
        Expect.error("generate: text 1: the prompt is empty",
                () -> generator.generate(new int[][] {{1}, {}}, 5, greedy));
        Expect.error("generate: text 0: a prompt of 3 tokens and 31 more do not fit the context of 32",
                () -> generator.generate(new int[][] {PROMPT}, 31, greedy));
        Expect.error("generate: only a single text can slide",
                () -> generator.slide().generate(new int[][] {PROMPT}, 31, greedy));
    }

    @Test
    void aModelThatDivergedIsNamed() {
        Gpt gpt = Gpt.init(new Gpt.Config(3, 8, 1, 1, 4), new TorchRandom(0));
        gpt.weights().get("ln_f.bias").value().data()[0] = Float.NaN;
        Expect.error("sampler: the score of token 0 is NaN; did the training diverge?",
                () -> new Generator(gpt).generate(new int[] {1}, 3, Sampler.greedy()));
        Expect.error("sampler: the score of token 0 is NaN; did the training diverge?",
                () -> new Generator(gpt).generate(new int[][] {{1}}, 3, Sampler.greedy()));
    }
}
