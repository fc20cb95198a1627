package spotlight.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Attention over ever longer sequences: time and memory. */
final class AttentionSection implements Section {
    private static final int[] THREADS = {1, 2};
    private static final int[] TOKENS = {512, 1024, 2048, 4096, 8192, 16384};
    private static final int LONGEST_QUADRATIC = 4096;
    private static final int GOAL = 4096;

    @Override
    public String name() {
        return "attention";
    }

    @Override
    public String title() {
        return "Attention, forward, causal, 4 heads of 64";
    }

    @Override
    public double seconds(Options options) {
        return options.quick() ? 15 : 60;
    }

    @Override
    public void run(Setup setup, Report report) {
        List<String> tasks = new ArrayList<>();
        for (int threads : THREADS) {
            for (int tokens : TOKENS) {
                if (!setup.options().quick() || tokens <= GOAL) {
                    tasks.add("attention " + tokens + " " + threads);
                }
                if (tokens <= LONGEST_QUADRATIC) {
                    tasks.add("quadratic " + tokens + " " + threads);
                }
            }
        }
        Race race = new Race(setup, report.samples).withScratch();
        Contestants.spotlight(race, setup, 0.2);
        Contestants.torch(race, setup, 0.2);
        race.run(title(), tasks, seconds(setup.options()));
        Samples samples = report.samples;
        for (int threads : THREADS) {
            report.add(table(samples, threads));
            report.goal("attention forward, T = " + GOAL + ", " + threads + " thread" + (threads > 1 ? "s" : ""),
                    threads == 1 ? 1.15 : 1.2,
                    samples.ratio("attention " + GOAL + " " + threads, Setup.TORCH, Setup.SPOTLIGHT));
        }
        report.add(memory(samples));
        report.add("Memory beyond operands and result: of ours what the JVM's allocation counter adds up over one call "
                + "on a fresh thread, of PyTorch the growth of the process's peak, 0 where it fits into what the process "
                + "held. *T x T* is the formula as the paper prints it, on our own matrix product and softmax: its "
                + "memory grows with the square.");
        report.add(race.notes());
        OptionalDouble growth = samples.ratio("scratch attention " + TOKENS[5] + " 1", Setup.SPOTLIGHT,
                Setup.SPOTLIGHT, "scratch attention " + TOKENS[2] + " 1");
        report.goalAtMost("memory of attention, T = 16384 over T = 2048 (T x T would be 64)", 8.5, growth);
        report.goal("attention, JDK 17 over 25, worst length", 0.95, Samples.least(tasks.stream()
                .filter(task -> task.startsWith("attention"))
                .map(task -> samples.ratio(task, Setup.SPOTLIGHT, Setup.SPOTLIGHT_17)).toList()));
    }

    private static Table table(Samples samples, int threads) {
        Table table = new Table("ms, " + threads + (threads == 1 ? " thread" : " threads"), "**Spotlight**",
                "on JDK 17", "T x T", "PyTorch SDPA", "PyTorch over ours", "T x T over ours", "JDK 17");
        for (int tokens : TOKENS) {
            String task = "attention " + tokens + " " + threads;
            String quadratic = "quadratic " + tokens + " " + threads;
            OptionalDouble plain = samples.median(quadratic, Setup.SPOTLIGHT);
            table.row("T = " + tokens, "**" + Table.number(millis(samples.median(task, Setup.SPOTLIGHT))) + "**",
                    millis(samples.median(task, Setup.SPOTLIGHT_17)), millis(plain),
                    millis(samples.median(task, Setup.TORCH)),
                    Table.ratio(samples.ratio(task, Setup.TORCH, Setup.SPOTLIGHT)),
                    Table.ratio(samples.ratio(quadratic, Setup.SPOTLIGHT, Setup.SPOTLIGHT, task)),
                    Table.ratio(samples.ratio(task, Setup.SPOTLIGHT, Setup.SPOTLIGHT_17)));
        }
        return table;
    }

    private static Table memory(Samples samples) {
        Table table = new Table("MiB beyond operands and result, 1 thread", "**Spotlight**", "T x T", "PyTorch SDPA");
        for (int tokens : TOKENS) {
            String scratch = "scratch attention " + tokens + " ";
            table.row("T = " + tokens, "**" + mib(samples.median(scratch + 1, Setup.SPOTLIGHT)) + "**",
                    mib(samples.median("scratch quadratic " + tokens + " 1", Setup.SPOTLIGHT)),
                    mib(samples.median(scratch + 1, Setup.TORCH)));
        }
        return table;
    }

    private static OptionalDouble millis(OptionalDouble ns) {
        return ns.isPresent() ? OptionalDouble.of(ns.getAsDouble() / 1e6) : ns;
    }

    private static String mib(OptionalDouble bytes) {
        return bytes.isPresent() ? String.format(Locale.ROOT, "%.2f", bytes.getAsDouble() / (1 << 20)) : Table.NONE;
    }
}
