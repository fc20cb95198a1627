package spotlight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Measures Spotlight beside its peers and writes BENCHMARKS.md; see there for the command and its options. */
final class Bench {

    private static final double BUSY = 0.7; // cores

    private Bench() {
    }

    public static void main(String[] args) throws IOException {
        try {
            Options options = Options.read();
            if (options.profile()) {
                profile(Setup.of(options, new Progress()));
            } else {
                run(options);
            }
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(2);
        }
    }

    /** Where the time of a step goes; nothing is written. */
    private static void profile(Setup setup) throws IOException {
        for (Config config : Config.values()) {
            List<String> flags = List.of("-Dspotlight.threads=1");
            Process process = new ProcessBuilder(setup.java(setup.jdk(), flags, Profile.class, config)).inheritIO()
                    .start();
            process.onExit().join();
        }
    }

    private static void run(Options options) throws IOException {
        Progress progress = new Progress();
        Setup setup = Setup.of(options, progress);
        List<Section> sections = chosen(options);
        sections.forEach(section -> progress.plan(options.rounds() * section.seconds(options)));
        Files.deleteIfExists(setup.log());
        String load = Machine.load().map(l -> ", load of the machine before it all " + l).orElse("");
        if (Machine.load().map(Double::parseDouble).orElse(0.0) > BUSY) {
            System.err.println("bench: the machine is busy" + load + ": take the figures as a trial");
        }
        for (Section section : sections) {
            Report report = new Report();
            section.run(setup, report);
            report.add("*" + DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(LocalDateTime.now()) + ", rounds: "
                    + options.rounds() + load + "; a typical sample lies "
                    + Table.number(report.samples.spreadPercent()) + " % from its median.*");
            report.save(setup.work(), section.name());
            Document.write(setup);
        }
        progress.begin("written: " + options.lib().getFileName() + "/BENCHMARKS.md", 0);
    }

    private static List<Section> chosen(Options options) {
        List<String> names = Section.all().stream().map(Section::name).collect(Collectors.toList());
        for (String name : options.only()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("-Dbench.only=" + name + " is none of " + String.join(",", names));
            }
        }
        return Section.all().stream()
                .filter(section -> options.only().isEmpty() || options.only().contains(section.name())).toList();
    }
}
