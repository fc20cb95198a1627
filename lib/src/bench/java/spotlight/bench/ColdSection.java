package spotlight.bench;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The first steps of a new process, where Java still interprets and compiles. */
final class ColdSection implements Section {
    private static final Config CONFIG = Config.A;
    private static final int STEPS = 5;
    private static final int THREADS = 2;

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public String title() {
        return "Cold start: the first " + STEPS + " steps of config " + CONFIG + ", " + THREADS + " threads";
    }

    @Override
    public double seconds(Options options) {
        return 10;
    }

    @Override
    public void run(Setup setup, Report report) {
        Samples samples = report.samples;
        Map<String, List<String>> commands = commands(setup);
        for (int round = 1; round <= setup.options().rounds(); round++) {
            setup.progress().begin(title() + ", round " + round + " of " + setup.options().rounds(),
                    seconds(setup.options()));
            commands.forEach((who, command) -> {
                long start = System.nanoTime();
                JsonObject answer = setup.once(command);
                if (answer.has("seconds")) {
                    samples.add("all", who, (System.nanoTime() - start) / 1e9);
                    samples.add("steps", who, answer.get("seconds").getAsDouble());
                }
            });
        }
        Table table = new Table("seconds", "model and steps", "with the start and end of the process");
        commands.keySet().forEach(who -> table.row(who, samples.median("steps", who), samples.median("all", who)));
        report.add(table);
        OptionalDouble steps = samples.ratio("steps", Setup.SPOTLIGHT, Setup.TORCH);
        OptionalDouble all = samples.ratio("all", Setup.SPOTLIGHT, Setup.TORCH);
        report.goalAtMost("first five steps from a cold start, our time over PyTorch's, steps only", 2, steps);
        report.goalAtMost("the same with the start of the process", 2, all);
    }

    private static Map<String, List<String>> commands(Setup setup) {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        List<String> flags = List.of("-Dspotlight.threads=" + THREADS);
        commands.put(Setup.SPOTLIGHT, setup.java(setup.jdk(), flags, TrainWorker.class, "cold", CONFIG, STEPS));
        setup.old().ifPresent(old -> commands.put(Setup.SPOTLIGHT_17,
                setup.java(old, flags, TrainWorker.class, "cold", CONFIG, STEPS)));
        if (setup.options().python().isPresent()) {
            commands.put(Setup.TORCH, setup.python("gpt.py", "cold", CONFIG, STEPS, THREADS));
        }
        return commands;
    }
}
