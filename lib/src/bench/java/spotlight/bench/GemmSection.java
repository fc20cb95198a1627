package spotlight.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Matrix products on one thread, against everybody. */
final class GemmSection implements Section {
    private static final List<String> SQUARES = List.of("gemm 64 64 64 1", "gemm 128 128 128 1", "gemm 256 256 256 1",
            "gemm 512 512 512 1", "gemm 1024 1024 1024 1");
    private static final List<String> OTHERS = List.of("gemm 1024 1536 384 1", "gemm 128 128 64 32",
            "gemm 4096 64 64 1");
    private static final List<String> VECTORS = List.of("gemm 1 768 768 1", "matvec 768 768");
    private static final double FMA_FLOP = 48e6;
    private static final String FMA = "fma " + (int) FMA_FLOP;
    private static final String PEAK = "peak";
    private static final List<String> PEERS = List.of(Contestants.OPENBLAS, Setup.TORCH, "libtorch (DJL)",
            "VectorBLAS", "EJML");

    @Override
    public String name() {
        return "gemm";
    }

    @Override
    public String title() {
        return "Matrix products, 1 thread";
    }

    @Override
    public double seconds(Options options) {
        return 45;
    }

    @Override
    public void run(Setup setup, Report report) {
        List<String> tasks = new ArrayList<>(SQUARES);
        tasks.addAll(OTHERS);
        List<String> timed = new ArrayList<>(tasks);
        timed.addAll(VECTORS);
        timed.add(FMA);
        Race race = new Race(setup, report.samples);
        Contestants.spotlight(race, setup, 0.5);
        Contestants.peers(race, setup, 0.3);
        race.with(PEAK, Contestants.engine(setup, setup.jdk(), "peak", 0.5, List.of()));
        race.run(title(), timed, seconds(setup.options()));
        Samples samples = report.samples;
        timed.remove(FMA);
        double peak = peak(samples);
        report.add(speeds(samples, timed, peak));
        report.add("GFLOP/s, medians. The processor's peak, the best sample of fused multiply-adds on registers alone: "
                + Table.number(peak) + " GFLOP/s.");
        report.add(ratios(samples, timed));
        report.add("Ratios: peer's time over ours, above 1 we are faster. JDK 17: time on 25 over time on 17.");
        report.add(race.notes());
        goals(report, samples, tasks, peak);
    }

    private static double peak(Samples samples) {
        return samples.least(FMA, PEAK).stream().map(ns -> FMA_FLOP / ns).findFirst().orElse(Double.NaN);
    }

    private static Table speeds(Samples samples, List<String> tasks, double peak) {
        List<String> header = new ArrayList<>(List.of("m x n x k", "**Spotlight**", "of peak", "on JDK 17"));
        header.addAll(PEERS);
        Table table = new Table(header.toArray(new String[0]));
        for (String task : tasks) {
            OptionalDouble ours = speed(samples, task, Setup.SPOTLIGHT);
            List<Object> row = new ArrayList<>(List.of(label(task), "**" + Table.number(ours) + "**"));
            row.add(ours.isPresent() ? Math.round(100 * ours.getAsDouble() / peak) + " %" : Table.NONE);
            row.add(speed(samples, task, Setup.SPOTLIGHT_17));
            PEERS.forEach(peer -> row.add(speed(samples, task, peer)));
            table.row(row.toArray());
        }
        return table;
    }

    private static Table ratios(Samples samples, List<String> tasks) {
        List<String> header = new ArrayList<>(List.of("ratio", "best of OpenBLAS and PyTorch"));
        header.addAll(PEERS);
        header.add("JDK 17");
        Table table = new Table(header.toArray(new String[0]));
        for (String task : tasks) {
            List<Object> row = new ArrayList<>(List.of(label(task), Table.ratio(best(samples, task))));
            PEERS.forEach(peer -> row.add(Table.ratio(samples.ratio(task, peer, Setup.SPOTLIGHT))));
            row.add(Table.ratio(samples.ratio(task, Setup.SPOTLIGHT, Setup.SPOTLIGHT_17)));
            table.row(row.toArray());
        }
        return table;
    }

    private static void goals(Report report, Samples samples, List<String> tasks, double peak) {
        OptionalDouble mean = geometricMean(tasks.stream().map(task -> best(samples, task)).toList());
        report.goal("matrix product, 1 thread, best of OpenBLAS and torch.mm, geometric mean of 8 shapes", 1.1, mean);
        report.goal("the same, worst shape", 1,
                Samples.least(tasks.stream().map(task -> best(samples, task)).toList()));
        List<OptionalDouble> shares = tasks.stream().filter(task -> !task.equals(SQUARES.get(0)))
                .map(task -> speed(samples, task, Setup.SPOTLIGHT))
                .map(s -> s.isPresent() ? OptionalDouble.of(s.getAsDouble() / peak) : s).toList();
        report.goal("share of the FMA peak, worst shape from 128", 0.85, Samples.least(shares));
        report.goal("matrix product against netlib VectorBLAS, worst square", 2.3, worst(samples, "VectorBLAS"));
        report.goal("matrix product against EJML, worst square", 17, worst(samples, "EJML"));
        report.goal("matrix product, JDK 17 over 25, worst shape", 0.95, Samples.least(tasks.stream()
                .map(task -> samples.ratio(task, Setup.SPOTLIGHT, Setup.SPOTLIGHT_17)).toList()));
    }

    private static OptionalDouble worst(Samples samples, String peer) {
        return Samples.least(SQUARES.stream().map(task -> samples.ratio(task, peer, Setup.SPOTLIGHT)).toList());
    }

    private static OptionalDouble geometricMean(List<OptionalDouble> values) {
        if (!values.stream().allMatch(OptionalDouble::isPresent)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble
                .of(Math.exp(values.stream().mapToDouble(v -> Math.log(v.getAsDouble())).average().orElse(0)));
    }

    /** The time of the faster of the two strongest peers over ours. */
    private static OptionalDouble best(Samples samples, String task) {
        OptionalDouble blas = samples.ratio(task, Contestants.OPENBLAS, Setup.SPOTLIGHT);
        OptionalDouble torch = samples.ratio(task, Setup.TORCH, Setup.SPOTLIGHT);
        return blas.isPresent() && torch.isPresent()
                ? Samples.least(List.of(blas, torch))
                : blas.isPresent() ? blas : torch;
    }

    private static OptionalDouble speed(Samples samples, String task, String who) {
        OptionalDouble ns = samples.median(task, who);
        return ns.isPresent() ? OptionalDouble.of(Product.flop(task) / ns.getAsDouble()) : ns;
    }

    private static String label(String task) {
        String[] words = task.split(" ");
        if (words[0].equals("matvec")) {
            return "matrix " + words[1] + " x " + words[2] + " by vector";
        }
        if (words[1].equals("1")) {
            return "vector by matrix " + words[3] + " x " + words[2];
        }
        return (words[4].equals("1") ? "" : words[4] + " times ") + words[1] + " x " + words[2] + " x " + words[3];
    }
}
