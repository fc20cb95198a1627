package spotlight.bench;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The process that trains, answering one JSON object: {@code train CONFIG SECONDS} after a warm-up, or
 * {@code cold CONFIG STEPS}, the first steps of a new process. The threads are given by -Dspotlight.threads.
 */
final class TrainWorker {
    private static final double WARM_UP = 8; // seconds: the last kernels are compiled after six
    private static final int LEAST_STEPS = 4;

    private TrainWorker() {
    }

    /** @param args as above */
    public static void main(String[] args) {
        long start = System.nanoTime();
        Config config = Config.valueOf(args[1]);
        JsonObject answer = new JsonObject();
        if (args[0].equals("cold")) {
            Training training = new Training(config);
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                answer.addProperty("loss", training.step());
            }
            answer.addProperty("seconds", (System.nanoTime() - start) / 1e9);
        } else {
            train(config, Double.parseDouble(args[2]), answer);
        }
        Machine.peakMiB().ifPresent(peak -> answer.addProperty("mib", peak));
        System.out.println(answer);
    }

    private static void train(Config config, double seconds, JsonObject answer) {
        Training training = new Training(config);
        run(training, WARM_UP);
        long allocated = Allocation.bytes();
        List<Double> times = run(training, seconds);
        answer.addProperty("bytes", (Allocation.bytes() - allocated) / times.size());
        answer.addProperty("ms", Samples.median(times).orElseThrow() / 1e6);
        answer.addProperty("steps", times.size());
        answer.addProperty("loss", training.step());
    }

    private static List<Double> run(Training training, double seconds) {
        List<Double> times = new ArrayList<>();
        long start = System.nanoTime();
        while (times.size() < LEAST_STEPS || System.nanoTime() - start < 1e9 * seconds) {
            long before = System.nanoTime();
            training.step();
            times.add((double) (System.nanoTime() - before));
        }
        return times;
    }
}
