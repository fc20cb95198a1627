package spotlight.gradebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the chapters are called, as the files of their notebooks say. */
final class ChapterNames {
    private final List<String> files;

    /** @param home the course folder; without notebooks in it, chapters have numbers only */
    ChapterNames(Path home) {
        Path notebooks = home.resolve("notebooks");
        if (!Files.isDirectory(notebooks)) {
            files = List.of();
            return;
        }
        try (Stream<Path> all = Files.list(notebooks)) {
            files = all.map(file -> file.getFileName().toString()).filter(name -> name.matches("\\d\\d-.*\\.ipynb"))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + notebooks, e);
        }
    }

    /** {@code 02 spotlight}, or {@code chapter 02}. */
    String of(int chapter) {
        String number = String.format(Locale.ROOT, "%02d", chapter);
        return files.stream().filter(name -> name.startsWith(number + "-")).findFirst()
                .map(name -> number + " " + name.substring(3, name.length() - ".ipynb".length()).replace('-', ' '))
                .orElse("chapter " + number);
    }
}
