package spotlight.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the chapters a user means. */
final class Chapters {

    private final List<Path> all;

    Chapters(Home home) {
        try (Stream<Path> files = Files.list(home.notebooks())) {
            all = files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + home.notebooks(), e);
        }
    }

    /**
     * @param names numbers ({@code 2}, {@code 02}), names ({@code 02-spotlight}) or files; none means every chapter
     * @throws Trouble if there is no such chapter
     */
    List<Path> find(List<String> names) {
        List<Path> found = new ArrayList<>();
        for (String name : names) {
            Path file = Path.of(name);
            found.add(name.endsWith(".ipynb") && Files.isRegularFile(file)
                    ? file.toAbsolutePath().normalize()
                    : named(name));
        }
        return names.isEmpty() ? all : found;
    }

    private Path named(String name) {
        String plain = Path.of(name).getFileName().toString().replaceFirst("\\.ipynb$", "");
        String wanted = plain.matches("\\d") ? "0" + plain : plain;
        return all.stream().filter(file -> {
            String own = name(file);
            return own.equals(wanted) || own.startsWith(wanted + "-");
        }).findFirst().orElseThrow(() -> new Trouble("there is no chapter " + name,
                "name one of these, by number or in full: "
                        + all.stream().map(Chapters::name).collect(Collectors.joining(", "))));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ipynb$", "");
    }
}
