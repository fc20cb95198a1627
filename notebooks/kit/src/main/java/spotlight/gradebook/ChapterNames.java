package spotlight.gradebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the chapters are called, as the first headings of their notebooks say. */
final class ChapterNames {
    private static final Pattern HEADING = Pattern.compile("\"# (\\d\\d) · ([^\"\\\\]+)");

    private final Map<String, String> names = new TreeMap<>();

    /** @param home the course folder; without notebooks in it, chapters have numbers only */
    ChapterNames(Path home) {
        Path notebooks = home.resolve("notebooks");
        if (!Files.isDirectory(notebooks)) {
            return;
        }
        try (Stream<Path> all = Files.list(notebooks)) {
            for (Path file : all.filter(each -> each.toString().endsWith(".ipynb")).toList()) {
                Matcher heading = HEADING.matcher(Files.readString(file));
                if (heading.find()) {
                    names.put(heading.group(1), heading.group(1) + " " + heading.group(2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the chapters in " + notebooks, e);
        }
    }

    /** {@code 02 The spotlight}, or {@code chapter 02}. */
    String of(int chapter) {
        String number = String.format(Locale.ROOT, "%02d", chapter);
        return names.getOrDefault(number, "chapter " + number);
    }
}
