package spotlight.bench;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Writing text token by token. */
final class GenerationSection implements Section {
    private static final Config CONFIG = Config.B;
    private static final int[] THREADS = {1, 2};
    private static final double SECONDS = 2; // of each process, once it is warm

    @Override
    public String name() {
        return "generation";
    }

    @Override
    public String title() {
        return "Generation, config " + CONFIG + ", one sequence, with a cache of keys and values";
    }

    @Override
    public double seconds(Options options) {
        return 42;
    }

    @Override
    public void run(Setup setup, Report report) {
        Samples samples = report.samples;
        int rounds = setup.options().rounds();
        for (int round = 1; round <= rounds; round++) {
            setup.progress().begin(title() + ", round " + round + " of " + rounds, seconds(setup.options()));
            for (int threads : THREADS) {
                String task = "threads " + threads;
                record(samples, task, Setup.SPOTLIGHT, setup.once(ours(setup, setup.jdk(), threads)));
                setup.old().ifPresent(
                        old -> record(samples, task, Setup.SPOTLIGHT_17, setup.once(ours(setup, old, threads))));
                setup.options().python().ifPresent(python -> record(samples, task, Setup.TORCH,
                        setup.once(setup.python("gpt.py", "generate", CONFIG, SECONDS, threads))));
            }
        }
        Table table = new Table("tokens/s", "1 thread", "2 threads");
        for (String who : List.of(Setup.SPOTLIGHT, Setup.SPOTLIGHT_17, Setup.TORCH)) {
            table.row(who, samples.median("threads 1", who), samples.median("threads 2", who));
        }
        report.add(table);
        report.add("Each new token sees all before it; medians over whole contexts of " + CONFIG.context + " tokens. "
                + "With the cache our logits were checked to be those of the whole sequence at once.");
        report.goal("generation, config B, our best number of threads over PyTorch's best", 3,
                ratio(best(samples, Setup.SPOTLIGHT), best(samples, Setup.TORCH)));
        report.goal("generation, JDK 17 over 25", 0.95,
                ratio(best(samples, Setup.SPOTLIGHT_17), best(samples, Setup.SPOTLIGHT)));
    }

    private static List<String> ours(Setup setup, Path home, int threads) {
        return setup.java(home, List.of("-Dspotlight.threads=" + threads), GenerateWorker.class, CONFIG, SECONDS);
    }

    private static void record(Samples samples, String task, String who, JsonObject answer) {
        if (answer.has("tokens")) {
            samples.add(task, who, answer.get("tokens").getAsDouble());
        }
    }

    private static OptionalDouble best(Samples samples, String who) {
        return IntStream.of(THREADS).mapToObj(threads -> samples.median("threads " + threads, who))
                .flatMapToDouble(OptionalDouble::stream).max();
    }

    private static OptionalDouble ratio(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(a.getAsDouble() / b.getAsDouble())
                : OptionalDouble.empty();
    }
}
