package spotlight.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text and the class it belongs to.
 *
 * @param text  what is read
 * @param label what is to be said about it
 */
public record Labelled(String text, String label) {

    /**
     * Reads a CSV file with a header; the two columns are found by name, others do not matter.
     *
     * @throws IllegalArgumentException if it cannot be read, or a text or label is empty; the message says where
     */
    public static List<Labelled> csv(Path file, String textColumn, String labelColumn) {
        Csv csv = Csv.read(file, textColumn, labelColumn);
        List<String> texts = csv.column(textColumn);
        List<String> labels = csv.column(labelColumn);
        List<Labelled> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            boolean noText = texts.get(i).isBlank();
            if (noText || labels.get(i).isBlank()) {
                throw TextInput.error(file, csv.lines().get(i),
                        (noText ? textColumn : labelColumn) + " is empty");
            }
            all.add(new Labelled(texts.get(i), labels.get(i).strip()));
        }
        return all;
    }

    /**
     * Reads a folder with one folder for each label, and in these one {@code .txt} file for each text, in the order of
     * their names: {@code reviews/good/17.txt}. Hidden files and files of other kinds do not matter.
     *
     * @throws IllegalArgumentException if a folder is missing or has no texts, or a file cannot be read
     */
    public static List<Labelled> folders(Path folder) {
        List<Labelled> all = new ArrayList<>();
        List<Path> labels = inside(folder).stream().filter(Files::isDirectory).toList();
        if (labels.isEmpty()) {
            throw TextInput.error(folder, "has no folders in it, expected one for each label");
        }
        for (Path label : labels) {
            List<Path> files = inside(label).stream().filter(file -> file.toString().endsWith(".txt")).toList();
            if (files.isEmpty()) {
                throw TextInput.error(label, "has no .txt files in it, expected one for each text");
            }
            files.forEach(file -> all.add(new Labelled(TextInput.read(file).strip(), label.getFileName().toString())));
        }
        return all;
    }

    private static List<Path> inside(Path folder) {
        if (!Files.exists(folder)) {
            throw TextInput.error(folder, "there is no such folder");
        }
        if (!Files.isDirectory(folder)) {
            throw TextInput.error(folder, "is a file, expected a folder");
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList();
        } catch (IOException e) {
            throw TextInput.error(folder, "cannot be read (" + e + ")");
        }
    }
}
