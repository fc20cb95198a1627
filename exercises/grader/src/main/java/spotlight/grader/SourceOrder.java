package spotlight.grader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reflection forgets the order in which a class declares its methods; its source file knows. */
final class SourceOrder {
    private SourceOrder() {
    }

    /** The names in the order of the test's source, or by name when there is no source. */
    static List<String> sort(String testClass, Collection<String> methodNames) {
        String source = Home.find().map(home -> read(home, testClass)).orElse("");
        return sortBy(source, methodNames);
    }

    static List<String> sortBy(String source, Collection<String> methodNames) {
        Comparator<String> byPosition = Comparator.comparingInt(name -> position(source, name));
        return methodNames.stream().sorted(byPosition.thenComparing(Comparator.naturalOrder())).toList();
    }

    private static int position(String source, String name) {
        Matcher matcher = Pattern.compile("\\bvoid\\s+" + Pattern.quote(name) + "\\s*\\(").matcher(source);
        return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
    }

    private static String read(Path home, String testClass) {
        Path file = home.resolve("exercises/src/test/java").resolve(testClass.replace('.', '/') + ".java");
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
