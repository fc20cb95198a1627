package spotlight.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import spotlight.data.Corpus;
import spotlight.task.Corpora;

/** {@code ./lab data}: writes the generated data anew. */
@Command(name = "data", mixinStandardHelpOptions = true, usageHelpWidth = 100, header = "Write the data of the course anew.", description = {
        "", "Every corpus in data/ is generated from a fixed seed, so the files come out as they are, byte for byte.",
        "Ends with 0, or with 1 if --check finds a difference.", ""})
final class DataCommand implements Callable<Integer> {

    @Option(names = "--check", description = "Only compare with the files that are there.")
    private boolean check;

    @Spec
    private CommandSpec spec;

    private final List<Corpus> corpora;
    private final Supplier<Path> folder;

    DataCommand() {
        this(Corpora.all(), () -> Home.find().root().resolve("data"));
    }

    DataCommand(List<Corpus> corpora, Supplier<Path> folder) {
        this.corpora = corpora;
        this.folder = folder;
    }

    @Override
    public Integer call() {
        Path data = folder.get();
        boolean same = true;
        for (Corpus corpus : corpora) {
            for (Map.Entry<String, String> file : corpus.files().entrySet()) {
                same &= write(data, corpus.name() + "/" + file.getKey(),
                        file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return same || !check ? 0 : 1;
    }

    /** True if the file was as it should be. */
    private boolean write(Path data, String name, byte[] wanted) {
        Path file = data.resolve(name);
        try {
            boolean exists = Files.exists(file);
            boolean same = exists && Arrays.equals(Files.readAllBytes(file), wanted);
            if (!same && !check) {
                Files.createDirectories(file.getParent());
                Files.write(file, wanted);
            }
            String state = same ? "unchanged" : check ? exists ? "DIFFERS" : "MISSING" : "written";
            spec.commandLine().getOut().println(String.format(Locale.ROOT, "%-9s %9d bytes  %s", state, wanted.length,
                    "data/" + name));
            return same;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
