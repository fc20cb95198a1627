package spotlight.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.model.Generator;
import spotlight.model.Gpt;
import spotlight.model.Sampler;
import spotlight.text.BytePairs;

class RunGpt2Test {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aTextIsWrittenTokenByTokenAsItIsAtOnce() throws Exception {
        Path folder = Path.of(getClass().getResource("/golden/gpt2-tiny").toURI());
        Pretrained<Gpt, BytePairs> gpt2 = HuggingFace.gpt2(folder);
        for (int seed : List.of(1, 2, 3)) { // random bytes: many are half a character
            out.reset();
            assertEquals(0, run(folder.toString(), "我爱", "50", Integer.toString(seed)));
            int[] ids = new Generator(gpt2.model()).stop(gpt2.tokenizer().id(BytePairs.END_OF_TEXT))
                    .generate(gpt2.tokenizer().encode("我爱"), 50, Sampler.nucleus(seed));
            assertEquals("我爱" + gpt2.tokenizer().decode(ids) + System.lineSeparator(),
                    out.toString(StandardCharsets.UTF_8));
        }
        assertEquals(0, run(folder.toString(), ""));
    }

    @Test
    void errorsAreOneLine() throws Exception {
        assertEquals(2, run("folder"));
        assertEquals(2, run("folder", "text", "-3"));
        String usage = "usage: RunGpt2 FOLDER \"beginning of a text\" [TOKENS] [SEED]" + System.lineSeparator();
        assertEquals(usage + usage, err.toString(StandardCharsets.UTF_8));
        err.reset();
        assertEquals(1, run("nowhere", "text"));
        assertEquals(Path.of("nowhere", "config.json") + ": there is no such file" + System.lineSeparator(),
                err.toString(StandardCharsets.UTF_8));
        err.reset();
        Path folder = Path.of(getClass().getResource("/golden/gpt2-tiny").toURI());
        assertEquals(1, run(folder.toString(), "!!", "64"));
        assertEquals("generate: a prompt of 2 tokens and 64 more do not fit the context of 64" + System.lineSeparator(),
                err.toString(StandardCharsets.UTF_8));
    }

    private int run(String... args) {
        return RunGpt2.run(args, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
