package spotlight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Puts BENCHMARKS.md together from what this and earlier runs found. */
final class Document {

    private Document() {
    }

    static void write(Setup setup) throws IOException {
        Path sources = setup.options().lib().resolve("src/bench");
        StringBuilder sections = new StringBuilder();
        StringBuilder goals = new StringBuilder();
        for (Section section : Section.all()) {
            sections.append("## ").append(section.title()).append("\n\n");
            sections.append(Report.saved(setup.work(), section.name() + ".md")
                    .orElse("Not measured yet: `-Dbench.only=" + section.name() + "`.\n\n"));
            goals.append(Report.saved(setup.work(), section.name() + ".goals").orElse(""));
        }
        String page = Files.readString(sources.resolve("page.md"))
                .replace("{machine}", Machine.describe())
                .replace("{jdk}",
                        Jdks.version(setup.jdk()) + setup.old().map(h -> " and " + Jdks.version(h)).orElse(""))
                .replace("{command}", setup.options().command())
                .replace("{minutes}", "" + Math.round(Section.all().stream()
                        .mapToDouble(section -> setup.options().rounds() * section.seconds(setup.options())).sum()
                        / 60))
                .replace("{names}",
                        Section.all().stream().map(s -> "`" + s.name() + "`").collect(Collectors.joining(", ")))
                .replace("{reading}", Files.readString(sources.resolve("reading.md")).strip())
                .replace("{goals}", goals.toString().stripTrailing())
                .replace("{sections}", sections.toString().stripTrailing());
        Files.writeString(setup.options().lib().resolve("BENCHMARKS.md"), page);
    }
}
