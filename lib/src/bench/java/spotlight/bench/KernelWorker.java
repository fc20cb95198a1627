package spotlight.bench;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The process of one {@link Engine}. It reads a command a line and answers with a JSON object a line: {@code version};
 * {@code prepare TASK}, which also checks the result and warms up; {@code warm TASK}, once more just before it is
 * timed; {@code sample TASK}, its time; {@code scratch TASK}, the memory it needs beyond operands and result.
 */
final class KernelWorker {
    private static final double SAMPLE_NS = 15e6;
    private static final int LEAST_CALLS = 50;

    private final Engine engine;
    private final double warmUpNs;
    private final Map<String, Work> tasks = new HashMap<>();
    private final Map<String, Integer> repeats = new HashMap<>();

    private KernelWorker(String name, double warmUpSeconds) {
        engine = Engine.named(name);
        warmUpNs = 1e9 * warmUpSeconds;
    }

    /** @param args name of the engine, seconds to warm up a task */
    public static void main(String[] args) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err); // whatever a library prints is no answer
        KernelWorker worker = null;
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            JsonObject answer = new JsonObject();
            try {
                if (worker == null) {
                    worker = new KernelWorker(args[0], Double.parseDouble(args[1]));
                }
                worker.answer(line, answer);
            } catch (UnsupportedOperationException e) {
                answer.addProperty("error", e.getMessage());
            } catch (RuntimeException | LinkageError e) {
                e.printStackTrace();
                answer.addProperty("error", message(e));
            }
            answers.println(answer);
            answers.flush();
        }
        System.exit(0); // native libraries keep threads
    }

    private static String message(Throwable e) {
        while (e instanceof ExceptionInInitializerError && e.getCause() != null) {
            e = e.getCause();
        }
        return e.getMessage() == null ? e.toString() : e.getMessage().lines().findFirst().orElse("");
    }

    private void answer(String line, JsonObject answer) {
        String[] words = line.split(" ", 2);
        switch (words[0]) {
            case "version" -> answer.addProperty("version", engine.version());
            case "prepare" -> prepare(words[1]);
            case "warm" -> time(tasks.get(words[1]), repeats.get(words[1]));
            case "sample" -> answer.addProperty("ns", time(tasks.get(words[1]), repeats.get(words[1])));
            case "scratch" -> answer.addProperty("bytes", Allocation.ofFreshThread(tasks.get(words[1]).run()));
            default -> throw new IllegalArgumentException("command: " + line + " is not known");
        }
    }

    private void prepare(String task) {
        Work work = engine.prepare(task.split(" "));
        long start = System.nanoTime();
        work.check();
        double once = System.nanoTime() - start;
        for (int calls = 1; warming(calls, System.nanoTime() - start); calls++) {
            once = time(work, 1);
        }
        int repeat = (int) Math.max(1, Math.min(SAMPLE_NS / once, 1e6));
        if (repeat > 1) {
            repeat = (int) Math.max(1, SAMPLE_NS / time(work, repeat)); // a single short run is too short to judge
        }
        tasks.put(task, work);
        repeats.put(task, repeat);
    }

    /** Until the time is up and the compiler, which counts calls, has had enough of them; but not forever. */
    private boolean warming(int calls, long ns) {
        return ns < warmUpNs || calls < LEAST_CALLS && ns < 6 * warmUpNs;
    }

    /** Nanoseconds per run. */
    private static double time(Work work, int repeat) {
        long start = System.nanoTime();
        for (int i = 0; i < repeat; i++) {
            work.run().run();
        }
        return (System.nanoTime() - start) / (double) repeat;
    }
}
