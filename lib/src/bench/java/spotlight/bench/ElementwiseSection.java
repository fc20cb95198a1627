package spotlight.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The kernels between the matrix products, on one thread. */
final class ElementwiseSection implements Section {
    private static final List<String> TASKS = List.of("softmax 1536 256", "softmaxBackward 1536 256",
            "layerNorm 2048 384", "layerNormBackward 2048 384", "gelu 256 1536", "geluBackward 256 1536",
            "crossEntropy 2048 65", "adamW 1 1000000");
    private static final List<String> PEERS = List.of(Setup.TORCH, "libtorch (DJL)");

    @Override
    public String name() {
        return "elementwise";
    }

    @Override
    public String title() {
        return "Softmax, layer norm, GELU, cross entropy, AdamW, 1 thread";
    }

    @Override
    public double seconds(Options options) {
        return 25;
    }

    @Override
    public void run(Setup setup, Report report) {
        Race race = new Race(setup, report.samples);
        Contestants.spotlight(race, setup, 0.5);
        Contestants.libtorch(race, setup, 0.3);
        Contestants.torch(race, setup, 0.3);
        race.run(title(), TASKS, seconds(setup.options()));
        Samples samples = report.samples;
        Table table = new Table("ns per element", "**Spotlight**", "on JDK 17", PEERS.get(0), PEERS.get(1),
                "PyTorch over ours", "JDK 17");
        for (String task : TASKS) {
            List<Object> row = new ArrayList<>(List.of(label(task)));
            row.add("**" + Table.number(nanos(samples, task, Setup.SPOTLIGHT)) + "**");
            row.add(nanos(samples, task, Setup.SPOTLIGHT_17));
            PEERS.forEach(peer -> row.add(nanos(samples, task, peer)));
            row.add(Table.ratio(samples.ratio(task, Setup.TORCH, Setup.SPOTLIGHT)));
            row.add(Table.ratio(samples.ratio(task, Setup.SPOTLIGHT, Setup.SPOTLIGHT_17)));
            table.row(row.toArray());
            report.goal(task.split(" ")[0] + ", 1 thread, against PyTorch", 1,
                    samples.ratio(task, Setup.TORCH, Setup.SPOTLIGHT));
        }
        report.add(table);
        report.add("The sizes are those of config B. Cross entropy is the losses and their gradient together.");
        report.add(race.notes());
        report.goal("the slowest of these, JDK 17 over 25", 0.95, Samples.least(TASKS.stream()
                .map(task -> samples.ratio(task, Setup.SPOTLIGHT, Setup.SPOTLIGHT_17)).toList()));
    }

    private static OptionalDouble nanos(Samples samples, String task, String who) {
        String[] words = task.split(" ");
        OptionalDouble ns = samples.median(task, who);
        return ns.isEmpty()
                ? ns
                : OptionalDouble.of(ns.getAsDouble() / Integer.parseInt(words[1]) / Integer.parseInt(words[2]));
    }

    private static String label(String task) {
        String[] words = task.split(" ");
        return words[0].replaceAll("([A-Z])", " $1").toLowerCase() + " [" + words[1] + "," + words[2] + "]";
    }
}
