package spotlight.grader.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import spotlight.grader.batch.BatchListener;
import spotlight.grader.batch.SubmissionResult;

/** How long each submission keeps the next one waiting, when there is one at a time. */
final class Stopwatch implements BatchListener {
    private record Lap(String name, double seconds) {
    }

    private final List<Lap> laps = new ArrayList<>();
    private long last = System.nanoTime();

    @Override
    public void begins(int submissions) {
        last = System.nanoTime();
    }

    @Override
    public void graded(SubmissionResult result, boolean before) {
        long now = System.nanoTime();
        laps.add(new Lap(result.submission().place().toString(), (now - last) / 1e9));
        last = now;
    }

    double seconds() {
        return laps.stream().mapToDouble(Lap::seconds).sum();
    }

    double most() {
        return laps.stream().mapToDouble(Lap::seconds).max().orElse(0);
    }

    double median() {
        return laps.stream().map(Lap::seconds).sorted().skip(laps.size() / 2).findFirst().orElse(0.0);
    }

    String slowest() {
        return laps.stream().max(Comparator.comparing(Lap::seconds)).map(Lap::name).orElse("");
    }
}
