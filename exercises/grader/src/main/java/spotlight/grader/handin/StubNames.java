package spotlight.grader.handin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which class of the kit a file is, by its path or its package line. */
final class StubNames {
    private final Set<String> classes;
    private final Map<String, String> byPlace = new HashMap<>();
    private final Set<String> fileNames = new HashSet<>();

    /** @param classes {@code spotlight.ch02.OneWeight}, … */
    StubNames(Set<String> classes) {
        this.classes = Set.copyOf(classes);
        for (String name : classes) {
            String[] path = name.split("\\.");
            String file = path[path.length - 1] + ".java";
            fileNames.add(file);
            if (path.length > 1) {
                byPlace.put(path[path.length - 2] + '/' + file, name);
            }
        }
    }

    /** All of them, sorted. */
    List<String> classes() {
        return classes.stream().sorted().toList();
    }

    /** The package lines that a file of this name may have: {@code package spotlight.ch02;}. */
    String packageLines(String fileName) {
        String simple = '.' + fileName.substring(0, fileName.length() - ".java".length());
        return classes().stream().filter(name -> name.endsWith(simple))
                .map(name -> "package " + name.substring(0, name.length() - simple.length()) + ';')
                .collect(Collectors.joining(" or "));
    }

    boolean isFileName(String name) {
        return fileNames.contains(name);
    }

    /** The class of a file that lies in its chapter's folder, {@code ch02/OneWeight.java}, whatever is above that. */
    Optional<String> byPlace(String path) {
        int file = path.lastIndexOf('/');
        int folder = file < 0 ? -1 : path.lastIndexOf('/', file - 1);
        return file < 0 ? Optional.empty() : Optional.ofNullable(byPlace.get(path.substring(folder + 1)));
    }

    /** The class of a file that lies elsewhere, if its package line says so. */
    Optional<String> byPackage(String fileName, String source) {
        String simple = fileName.substring(0, fileName.length() - ".java".length());
        return packageOf(source).map(name -> name + '.' + simple).filter(classes::contains);
    }

    /** The name in the package line; empty if the first words of the source are others. */
    static Optional<String> packageOf(String source) {
        int at = afterComments(source, 0);
        if (!source.startsWith("package", at)) {
            return Optional.empty();
        }
        int name = afterComments(source, at + "package".length());
        int end = source.indexOf(';', name);
        return end < 0 || end - name > 200 ? Optional.empty() : Optional.of(source.substring(name, end).strip());
    }

    private static int afterComments(String source, int from) {
        int at = from;
        while (at < source.length()) {
            if (Character.isWhitespace(source.charAt(at))) {
                at++;
            } else if (source.startsWith("//", at)) {
                at = after(source, "\n", at);
            } else if (source.startsWith("/*", at)) {
                at = after(source, "*/", at + 2);
            } else {
                return at;
            }
        }
        return at;
    }

    private static int after(String source, String mark, int from) {
        int at = source.indexOf(mark, from);
        return at < 0 ? source.length() : at + mark.length();
    }
}
