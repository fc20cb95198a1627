package spotlight.grader.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the operating system offers to confine the JVM in which a submission runs, as far as it really works on this
 * machine: each means was tried by starting a JVM in it. The allow-list ({@link AllowList}) comes before it and works
 * everywhere; this is the second fence, for what slips through the first.
 */
public final class Confinement {
    /** What none of the means here can do. */
    public static final Confinement NONE = new Confinement(List.of());

    private static Optional<Confinement> best = Optional.empty();

    private final List<Layer> layers;

    /** @param layers the first is the innermost */
    Confinement(List<Layer> layers) {
        this.layers = List.copyOf(layers);
    }

    /** The strongest that works here; found out by the first call, in about a second. */
    public static synchronized Confinement best() {
        if (best.isEmpty()) {
            best = Optional.of(tried(candidates()));
        }
        return best.get();
    }

    /** Those that work here, each tried inside the ones before; of several alternatives the first that works. */
    static Confinement tried(List<List<Layer>> candidates) {
        List<Layer> working = new ArrayList<>();
        for (List<Layer> alternatives : candidates) {
            alternatives.stream().filter(layer -> Probe.works(plus(working, layer))).findFirst()
                    .ifPresent(working::add);
        }
        return new Confinement(working);
    }

    private static List<Layer> plus(List<Layer> working, Layer layer) {
        List<Layer> all = new ArrayList<>(working);
        all.add(layer);
        return all;
    }

    private static List<List<Layer>> candidates() {
        Optional<String> bubblewrap = Probe.output(List.of("bwrap", "--version"))
                .map(text -> text.strip().replaceFirst("^bubblewrap ", ""));
        List<Layer> namespaces = bubblewrap
                .map(version -> List.<Layer>of(new Bubblewrap(version, true), new Bubblewrap(version, false)))
                .orElse(List.of());
        Layer counting = new ShellLimits(true);
        boolean counts = namespaces.stream().anyMatch(layer -> Probe.countsTasks(List.of(counting, layer)));
        List<Layer> limits = counts ? List.of(counting) : List.of(new ShellLimits(false));
        return List.of(limits, namespaces, List.of(new SystemdScope()));
    }

    /** Whether a program inside has no network, sees no files but those named, and can write none. */
    public boolean isolates() {
        return layers.stream().anyMatch(layer -> layer instanceof Bubblewrap);
    }

    /** What is on, in one line without a full stop: {@code bubblewrap 0.8.0: no network, …; ulimit: …}. */
    public String title() {
        List<Layer> outermostFirst = new ArrayList<>(layers);
        Collections.reverse(outermostFirst);
        return layers.isEmpty()
                ? "nothing of the operating system"
                : outermostFirst.stream().map(Layer::title).collect(Collectors.joining("; "));
    }

    /** What that means for who grades, in a sentence or two. */
    public String says() {
        if (isolates()) {
            return "Each submission runs in a box of the operating system (" + title() + ").";
        }
        return "Only the list of allowed classes keeps submissions from files and network; the operating system adds "
                + (layers.isEmpty() ? "nothing" : "limits (" + title() + ")")
                + ". On Linux, install bubblewrap for a second fence: sudo apt install bubblewrap";
    }

    /**
     * The command that runs the given one confined. Its input, output and error stream are those of the process that
     * is started, and must be pipes: no file may be written. It runs in an empty folder, so all paths must be absolute.
     *
     * <p>Bubblewrap ends the command when the thread that started it ends, not only the program: start it from a thread
     * that outlives it.
     *
     * @param command  a JVM of {@code java.home}; give it {@code -XX:-UsePerfData}, which would write a file
     * @param readable files and folders that it needs: class path, archive; the JDK and its libraries are there anyway
     */
    public List<String> wrap(List<String> command, Limits limits, List<Path> readable) {
        List<String> wrapped = List.copyOf(command);
        for (Layer layer : layers) {
            wrapped = layer.wrap(wrapped, limits, readable);
        }
        return wrapped;
    }

    /** How much longer a JVM takes to start and end in this confinement than without, the best of five tries each. */
    public Duration overhead() {
        if (layers.isEmpty()) {
            return Duration.ZERO;
        }
        List<String> confined = wrap(Probe.java(), Probe.LIMITS, List.of());
        long with = Long.MAX_VALUE;
        long without = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            with = Math.min(with, nanos(confined));
            without = Math.min(without, nanos(Probe.java()));
        }
        return Duration.ofNanos(Math.max(0, with - without));
    }

    private static long nanos(List<String> command) {
        long start = System.nanoTime();
        Probe.output(command);
        return System.nanoTime() - start;
    }
}
