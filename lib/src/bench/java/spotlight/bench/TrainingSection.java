package spotlight.bench;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** Whole steps of training: time, memory, and what a step allocates. */
final class TrainingSection implements Section {
    private static final int[] THREADS = {1, 2};
    private static final double[][] GOALS = {{1.4, 2.0}, {1.25, 1.45}}; // config, threads
    private static final double[] MEMORY_GOALS = {0.40, 0.45};

    @Override
    public String name() {
        return "training";
    }

    @Override
    public String title() {
        return "Training steps";
    }

    @Override
    public double seconds(Options options) {
        return options.quick() ? 95 : 105;
    }

    @Override
    public void run(Setup setup, Report report) {
        Samples samples = report.samples;
        TreeSet<String> failures = new TreeSet<>();
        int rounds = setup.options().rounds();
        for (int round = 1; round <= rounds; round++) {
            for (Config config : Config.values()) {
                for (int threads : THREADS) {
                    setup.progress().begin(title() + ", config " + config + ", threads: " + threads + ", round " + round
                            + " of " + rounds, seconds(setup.options()) / Config.values().length / THREADS.length);
                    round(setup, config, threads, samples, failures);
                }
            }
        }
        report.add(speed(samples));
        report.add("ms per step and tokens per second, medians. PyTorch runs eagerly, with its fused AdamW and SDPA. "
                + "JDK 17: time on 25 over time on 17.");
        report.add(memory(samples));
        report.add(
                "Peak memory of the whole process (VmHWM), and what a step allocates on the Java heap once it is warm, "
                        + "by the JVM's own counter over all threads.");
        failures.forEach(report::add);
        goals(samples, report);
    }

    private static void round(Setup setup, Config config, int threads, Samples samples, TreeSet<String> failures) {
        double seconds = setup.options().quick() ? 1 : 2;
        String task = config + " " + threads;
        record(task, Setup.SPOTLIGHT, ours(setup, setup.jdk(), config, threads, seconds), samples, failures);
        setup.old().ifPresent(old -> record(task, Setup.SPOTLIGHT_17, ours(setup, old, config, threads, seconds),
                samples, failures));
        if (setup.options().python().isPresent()) {
            JsonObject answer = setup.once(setup.python("gpt.py", "train", config, seconds, threads));
            record(task, Setup.TORCH, answer, samples, failures);
        } else {
            failures.add("- PyTorch: not measured: give -Dtorch.python");
        }
    }

    private static JsonObject ours(Setup setup, Path home, Config config, int threads, double seconds) {
        List<String> flags = List.of(config.heap, "-Dspotlight.threads=" + threads);
        return setup.once(setup.java(home, flags, TrainWorker.class, "train", config, seconds));
    }

    private static void record(String task, String who, JsonObject answer, Samples samples, TreeSet<String> failures) {
        if (answer.has("error")) {
            failures.add("- " + who + ", config and threads " + task + ": " + answer.get("error").getAsString());
        }
        for (String field : List.of("ms", "mib", "bytes")) {
            if (answer.has(field)) {
                samples.add(field + " " + task, who, answer.get(field).getAsDouble());
            }
        }
    }

    private static Table speed(Samples samples) {
        Table table = new Table("config, threads", "**Spotlight** ms", "on JDK 17", "PyTorch ms",
                "**Spotlight** tokens/s",
                "PyTorch tokens/s", "PyTorch over ours", "JDK 17");
        for (Config config : Config.values()) {
            for (int threads : THREADS) {
                String task = "ms " + config + " " + threads;
                OptionalDouble ms = samples.median(task, Setup.SPOTLIGHT);
                table.row(config + ", " + threads, "**" + Table.number(ms) + "**",
                        samples.median(task, Setup.SPOTLIGHT_17), samples.median(task, Setup.TORCH),
                        "**" + tokens(config, ms) + "**", tokens(config, samples.median(task, Setup.TORCH)),
                        Table.ratio(samples.ratio(task, Setup.TORCH, Setup.SPOTLIGHT)),
                        Table.ratio(samples.ratio(task, Setup.SPOTLIGHT, Setup.SPOTLIGHT_17)));
            }
        }
        return table;
    }

    private static String tokens(Config config, OptionalDouble ms) {
        return ms.isPresent()
                ? String.format(Locale.ROOT, "%,.0f", 1000 * config.tokens() / ms.getAsDouble())
                : Table.NONE;
    }

    private static Table memory(Samples samples) {
        Table table = new Table("config, threads", "heap", "**Spotlight** MiB", "on JDK 17", "PyTorch MiB",
                "ours over PyTorch's", "allocated per step, KiB");
        for (Config config : Config.values()) {
            for (int threads : THREADS) {
                String task = config + " " + threads;
                OptionalDouble bytes = samples.median("bytes " + task, Setup.SPOTLIGHT);
                table.row(config + ", " + threads, config.heap,
                        "**" + Table.number(samples.median("mib " + task, Setup.SPOTLIGHT)) + "**",
                        samples.median("mib " + task, Setup.SPOTLIGHT_17), samples.median("mib " + task, Setup.TORCH),
                        Table.ratio(samples.ratio("mib " + task, Setup.SPOTLIGHT, Setup.TORCH)),
                        bytes.isPresent() ? OptionalDouble.of(bytes.getAsDouble() / 1024) : bytes);
            }
        }
        return table;
    }

    private static void goals(Samples samples, Report report) {
        List<OptionalDouble> old = new ArrayList<>();
        for (Config config : Config.values()) {
            for (int threads : THREADS) {
                String task = "ms " + config + " " + threads;
                report.goal(
                        "training step, config " + config + ", " + threads + (threads == 1 ? " thread" : " threads"),
                        GOALS[config.ordinal()][threads - 1], samples.ratio(task, Setup.TORCH, Setup.SPOTLIGHT));
                old.add(samples.ratio(task, Setup.SPOTLIGHT, Setup.SPOTLIGHT_17));
            }
            report.goalAtMost("peak memory of training, config " + config + ", 2 threads, " + config.heap
                    + ", ours over PyTorch's", MEMORY_GOALS[config.ordinal()],
                    samples.ratio("mib " + config + " 2", Setup.SPOTLIGHT, Setup.TORCH));
        }
        report.goal("training, JDK 17 over 25, worst", 0.95, Samples.least(old));
    }
}
