package spotlight.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import spotlight.site.Site;

/** {@code ./lab site}: the course as web pages. */
@Command(name = "site", mixinStandardHelpOptions = true, usageHelpWidth = 100, header = "Write the course as web pages.", description = {
        "",
        "Chapters with their stored charts, exercises with folded hints and solutions, and the library's javadoc, as",
        "files that need no server and no network. Nothing is executed. Ends with 0, or with 1 if a link is broken.",
        ""}, footer = {"", "Examples:", "  ./lab site                   into target/site; open target/site/index.html",
                "  ./lab site -o ~/spotlight    into another folder, which must be new, empty or an earlier site"})
final class SiteCommand implements Callable<Integer> {
    private static final String MARK = "site.css"; // what tells a site from a folder that must not be emptied

    @Option(names = {"-o", "--out"}, paramLabel = "FOLDER", description = "Where to (default: target/site).")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Home.find();
        Path out = (folder == null ? home.target().resolve("site") : folder).toAbsolutePath().normalize();
        long began = System.nanoTime();
        try {
            clear(out);
            List<String> problems = new Site(home.root(), out, this::say).write();
            problems.forEach(this::say);
            say(String.format("%s: %d pages in %d s", problems.isEmpty() ? "written" : "written, but see above",
                    pages(out), (System.nanoTime() - began) / 1_000_000_000));
            say("open " + out.resolve("index.html"));
            return problems.isEmpty() ? 0 : 1;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + out, e);
        }
    }

    private static void clear(Path out) throws IOException {
        if (!Files.exists(out)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(out)) {
            List<Path> all = tree.sorted(Comparator.reverseOrder()).toList();
            if (all.size() > 1 && !Files.exists(out.resolve(MARK))) {
                throw new Trouble(out + " is not empty and is no site of the course",
                        "name a new folder: ./lab site -o NEW");
            }
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }

    private static long pages(Path out) throws IOException {
        try (Stream<Path> tree = Files.walk(out)) {
            return tree.filter(file -> file.toString().endsWith(".html")).count();
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
