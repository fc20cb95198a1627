package spotlight.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.Main;

/** Some kernels measured by JMH, as a check of our own harness. */
final class JmhSection implements Section {
    private static final List<String> GEMM = List.of("gemm 128 128 128 1", "gemm 512 512 512 1");

    @Override
    public String name() {
        return "jmh";
    }

    @Override
    public String title() {
        return "The harness against JMH";
    }

    @Override
    public double seconds(Options options) {
        return 35.0 / options.rounds(); // once, whatever the rounds
    }

    @Override
    public void run(Setup setup, Report report) {
        setup.progress().begin(title(), seconds(setup.options()) * setup.options().rounds());
        Path results = setup.work().resolve("jmh.json");
        try {
            Files.deleteIfExists(results);
            List<String> flags = List.of("-Dorg.bytedeco.javacpp.cachedir=" + setup.work().resolve("javacpp"));
            List<String> command = setup.java(setup.jdk(), flags, Main.class, KernelsJmh.class.getName(), "-f", 2,
                    "-wi",
                    4, "-w", "500ms", "-i", 5, "-r", "300ms", "-rf", "json", "-rff", results);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(setup.log().toFile()));
            Child.freeThePeers(builder);
            builder.start().onExit().join();
            for (JsonElement each : JsonParser.parseString(Files.readString(results)).getAsJsonArray()) {
                record(each.getAsJsonObject(), report.samples);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Table table = new Table("GFLOP/s by JMH, 2 forks", "**Spotlight**", "OpenBLAS", "OpenBLAS's time over ours");
        for (String task : GEMM) {
            table.row(task.substring(5, task.length() - 2).replace(" ", " x "),
                    Product.flop(task) / report.samples.median(task, "spotlight").orElse(Double.NaN),
                    Product.flop(task) / report.samples.median(task, "openblas").orElse(Double.NaN),
                    Table.ratio(report.samples.ratio(task, "openblas", "spotlight")));
        }
        report.add(table);
    }

    private static void record(JsonObject result, Samples samples) {
        JsonObject params = result.getAsJsonObject("params");
        for (JsonElement fork : result.getAsJsonObject("primaryMetric").getAsJsonArray("rawData")) {
            fork.getAsJsonArray().forEach(ns -> samples.add(params.get("task").getAsString(),
                    params.get("engine").getAsString(), ns.getAsDouble()));
        }
    }
}
