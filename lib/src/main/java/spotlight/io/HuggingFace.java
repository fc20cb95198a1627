package spotlight.io;

import java.nio.file.Path;
import java.util.Map;
import spotlight.file.ModelFileException;
import spotlight.model.Bert;
import spotlight.model.Gpt;
import spotlight.tensor.Shapes;
import spotlight.text.BytePairs;
import spotlight.text.Tokenizer;
import spotlight.text.WordPieces;

/**
 * The folders in which GPT-2 and BERT are published on Hugging Face: {@code config.json}, the files of the tokenizer, and
 * {@code model.safetensors}. What is written here is read by Python's transformers, and the other way round.
 *
 * <pre>{@code
 * var gpt2 = HuggingFace.gpt2(Path.of("gpt2"));
 * int[] prompt = gpt2.tokenizer().encode("Attention is");
 * int[] next = gpt2.model().generate(prompt, 20, Sampler.greedy(), id -> System.out.print(...));
 * }</pre>
 */
public final class HuggingFace {
    static final String CONFIG = "config.json";
    static final String WEIGHTS = "model.safetensors";
    /** Says that the tensors are PyTorch's; Python asks for it. */
    static final Map<String, String> METADATA = Map.of("format", "pt");

    private HuggingFace() {
    }

    /**
     * Reads a GPT-2: {@code config.json}, {@code vocab.json}, {@code merges.txt}, {@code model.safetensors}.
     *
     * @throws ModelFileException if a file is missing or damaged, a tensor is missing or has another shape than the
     *                            configuration needs, the tokenizer is that of another model, or the configuration wants
     *                            something that {@link Gpt} does not do
     */
    public static Pretrained<Gpt, BytePairs> gpt2(Path folder) {
        return GptFolder.read(folder);
    }

    /**
     * Reads a BERT that guesses hidden words ({@code BertForMaskedLM}): {@code config.json}, {@code vocab.txt}, {@code
     * model.safetensors}, and {@code tokenizer_config.json} if it is there.
     *
     * @throws ModelFileException as {@link #gpt2}
     */
    public static Pretrained<Bert, WordPieces> bert(Path folder) {
        return BertFolder.read(folder);
    }

    /**
     * Writes a GPT as a GPT-2; one without biases gets zeros.
     *
     * @throws IllegalArgumentException if it has something that GPT-2 has not, or the tokenizer has not as many tokens
     * @throws ModelFileException       if a file cannot be written
     */
    public static void save(Path folder, Gpt gpt, BytePairs tokenizer) {
        GptFolder.write(folder, gpt, tokenizer);
    }

    /**
     * Writes a BERT.
     *
     * @throws IllegalArgumentException if it has something that BERT has not, or the tokenizer has not as many tokens
     * @throws ModelFileException       if a file cannot be written
     */
    public static void save(Path folder, Bert bert, WordPieces tokenizer) {
        BertFolder.write(folder, bert, tokenizer);
    }

    static void requireSame(Path tokenizerFile, Tokenizer tokenizer, int vocab) {
        if (tokenizer.vocab() != vocab) {
            throw new ModelFileException(tokenizerFile,
                    "has " + tokenizer.vocab() + " tokens, the model in config.json has " + vocab);
        }
    }

    static void requireSame(Tokenizer tokenizer, int vocab) {
        Shapes.require(tokenizer.vocab() == vocab,
                () -> "save: the tokenizer has " + tokenizer.vocab() + " tokens, the model has " + vocab);
    }
}
