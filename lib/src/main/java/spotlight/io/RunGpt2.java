package spotlight.io;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import spotlight.file.ModelFileException;
import spotlight.model.Generator;
import spotlight.model.Gpt;
import spotlight.model.Sampler;
import spotlight.text.BytePairs;

/** Lets a GPT-2 in a folder of Hugging Face go on with a text; {@code lib/README.md} says where to get one. */
public final class RunGpt2 {
    private static final int TOKENS = 40;

    private RunGpt2() {
    }

    /** A folder, the beginning of a text, and if wanted how many tokens to add and the seed of the random choices. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** The exit code. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        boolean numbers = Arrays.stream(args).skip(2).allMatch(arg -> arg.matches("[0-9]{1,9}"));
        if (args.length < 2 || args.length > 4 || !numbers) {
            err.println("usage: RunGpt2 FOLDER \"beginning of a text\" [TOKENS] [SEED]");
            return 2;
        }
        int tokens = args.length > 2 ? Integer.parseInt(args[2]) : TOKENS;
        int seed = args.length > 3 ? Integer.parseInt(args[3]) : 0;
        try {
            write(HuggingFace.gpt2(Path.of(args[0])), args[1], tokens, Sampler.nucleus(seed), out);
            return 0;
        } catch (ModelFileException | IllegalArgumentException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    /** Prints each token as soon as it is chosen; half a character waits for its other half. */
    private static void write(Pretrained<Gpt, BytePairs> gpt2, String prompt, int tokens, Sampler sampler,
            PrintStream out) {
        BytePairs tokenizer = gpt2.tokenizer();
        int end = tokenizer.has(BytePairs.END_OF_TEXT) ? tokenizer.id(BytePairs.END_OF_TEXT) : -1;
        int[] ids = tokenizer.encode(prompt.isEmpty() ? BytePairs.END_OF_TEXT : prompt);
        StringBuilder shown = new StringBuilder();
        int[] added = new int[tokens];
        int[] count = {0};
        out.print(prompt);
        int[] all = new Generator(gpt2.model()).stop(end).generate(ids, tokens, sampler, id -> {
            added[count[0]++] = id;
            String text = tokenizer.decode(Arrays.copyOf(added, count[0]));
            if (!text.endsWith("\ufffd")) {
                out.print(text.substring(shown.length()));
                out.flush();
                shown.append(text, shown.length(), text.length());
            }
        });
        out.println(tokenizer.decode(all).substring(shown.length()));
    }
}
