package spotlight.bench;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Contestants that take turns: each is a process that has prepared and warmed up all its tasks before the first is
 * timed, so that a compiler that trips over many shapes in one program shows; then, task by task, one sample each.
 */
final class Race {
    private static final double SAMPLING_NS = 100e6; // per task, round and contestant

    private final Setup setup;
    private final Map<String, List<String>> contestants = new LinkedHashMap<>();
    private final Samples samples;
    private boolean withScratch;
    private final Map<String, String> versions = new LinkedHashMap<>();

    Race(Setup setup, Samples samples) {
        this.setup = setup;
        this.samples = samples;
    }

    /** Adds a contestant and the command of its process. */
    Race with(String name, List<String> command) {
        contestants.put(name, command);
        return this;
    }

    /** Asks for the memory of each task, too. */
    Race withScratch() {
        withScratch = true;
        return this;
    }

    /** Says of a contestant why it does not take part. */
    void without(String name, String why) {
        versions.put(name, "not measured: " + why);
    }

    /** Runs all rounds; who does not answer is left out and said to be. */
    void run(String title, List<String> tasks, double secondsPerRound) {
        for (int round = 1; round <= setup.options().rounds(); round++) {
            setup.progress().begin(title + ", round " + round + " of " + setup.options().rounds(), secondsPerRound);
            Map<String, Child> children = new LinkedHashMap<>();
            contestants.forEach((name, command) -> start(name, command, children));
            Map<String, List<String>> ready = new LinkedHashMap<>();
            children.forEach((name, child) -> ready.put(name,
                    tasks.stream().filter(task -> prepared(name, task, child)).toList()));
            for (String task : tasks) {
                children.forEach((name, child) -> ask("warm", name, task, child, ready.get(name)));
                for (int i = 0; i < samples(task); i++) {
                    children.forEach((name, child) -> ask("sample", name, task, child, ready.get(name)));
                }
                if (withScratch) {
                    children.forEach((name, child) -> ask("scratch", name, task, child, ready.get(name)));
                }
            }
            children.values().forEach(Child::close);
        }
    }

    /** Five of the usual 15 ms, fewer of what takes longer. */
    private int samples(String task) {
        OptionalDouble slowest = contestants.keySet().stream().map(name -> samples.median(task, name))
                .filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).max();
        return (int) Math.max(1, Math.min(5, SAMPLING_NS / Math.max(20e6, slowest.orElse(0))));
    }

    private void start(String name, List<String> command, Map<String, Child> children) {
        Child child = new Child(command, setup.log());
        JsonObject answer = child.ask("version");
        if (answer.has("error")) {
            versions.put(name, "not measured: " + answer.get("error").getAsString());
            child.close();
        } else {
            versions.put(name, answer.get("version").getAsString());
            children.put(name, child);
        }
    }

    private boolean prepared(String name, String task, Child child) {
        JsonObject answer = child.ask("prepare " + task);
        String error = answer.has("error") ? answer.get("error").getAsString() : "";
        if (!error.isEmpty() && !error.startsWith("not offered")) {
            versions.merge(name, "; " + task + ": " + error,
                    (before, now) -> before.contains(now) ? before : before + now);
        }
        return error.isEmpty();
    }

    private void ask(String command, String name, String task, Child child, List<String> ready) {
        if (ready.contains(task)) {
            JsonObject answer = child.ask(command + " " + task);
            if (answer.has("ns")) {
                samples.add(task, name, answer.get("ns").getAsDouble());
            } else if (answer.has("bytes")) {
                samples.add("scratch " + task, name, answer.get("bytes").getAsDouble());
            }
        }
    }

    /** A line for each contestant: what it is, or why it was not measured. */
    String notes() {
        StringBuilder notes = new StringBuilder();
        versions.forEach((name, version) -> notes.append("- ").append(name).append(": ").append(version).append('\n'));
        return notes.toString();
    }
}
