package spotlight.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import spotlight.model.Weights;
import spotlight.tensor.Tensor;
import spotlight.train.Optimizer;
import spotlight.train.Schedule;

/** What a stage of a training starts from: a checkpoint made under other conditions belongs to another training. */
final class Conditions {
    private Conditions() {
    }

    /** Everything about a stage that can be told apart without running it, by name. */
    static Map<String, String> of(Run run, Weights weights, Optimizer optimizer, Schedule schedule, double clip,
            int steps) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("seed", "" + run.seed());
        conditions.put("threads", "" + run.threads());
        conditions.put("steps", "" + steps);
        conditions.put("clip", "" + clip);
        conditions.put("schedule", rates(schedule, steps));
        conditions.put("optimizer", optimizer.getClass().getSimpleName() + optimizer.state().arrays().keySet());
        conditions.put("data", run.dataSum());
        conditions.put("weights at the start", sum(weights.tensors()));
        return conditions;
    }

    /** A sum over all files below a folder, by name and content; pages to read (.md) do not count. */
    static String files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".md"))
                    .sorted().toList();
            CRC32 sum = new CRC32();
            for (Path file : files) {
                sum.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                sum.update(Files.readAllBytes(file));
            }
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static String rates(Schedule schedule, int steps) {
        CRC32 sum = new CRC32();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES);
        for (int step = 0; step < steps; step++) { // as float: cos may differ in the last bit of a double
            sum.update(bytes.putFloat(0, (float) schedule.lr(step)).array());
        }
        return Long.toHexString(sum.getValue());
    }

    private static String sum(Map<String, Tensor> tensors) {
        CRC32 sum = new CRC32();
        tensors.forEach((name, tensor) -> update(sum, name, tensor));
        return Long.toHexString(sum.getValue());
    }

    static void update(CRC32 sum, String name, Tensor tensor) {
        sum.update((name + Arrays.toString(tensor.shape())).getBytes(StandardCharsets.UTF_8));
        float[] numbers = tensor.data();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length);
        bytes.asFloatBuffer().put(numbers);
        sum.update(bytes.array());
    }
}
