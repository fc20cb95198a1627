package spotlight.grader;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reflection forgets the order in which a class declares its methods; its source file knows. Where the sources are not
 * at hand, the system property {@code spotlight.order} names a file of properties: the methods of each test class, with
 * commas between them.
 */
public final class SourceOrder {
    private SourceOrder() {
    }

    /** The names in the order of the test's source, or by name when there is no source. */
    static List<String> sort(String testClass, Collection<String> methodNames) {
        if (System.getProperty("spotlight.order") != null) {
            List<String> known = List.of(Known.ORDER.getProperty(testClass, "").split(","));
            return methodNames.stream().sorted(Comparator
                    .comparingInt((String name) -> known.contains(name) ? known.indexOf(name) : Integer.MAX_VALUE)
                    .thenComparing(Comparator.naturalOrder())).toList();
        }
        String source = Home.find().map(home -> read(home, testClass)).orElse("");
        return sortBy(source, methodNames);
    }

    static List<String> sortBy(String source, Collection<String> methodNames) {
        Comparator<String> byPosition = Comparator.comparingInt(name -> position(source, name));
        return methodNames.stream().sorted(byPosition.thenComparing(Comparator.naturalOrder())).toList();
    }

    /** The names of all methods that a source declares as {@code void}, in their order; the first of each name counts. */
    public static List<String> of(String source) {
        return Pattern.compile("\\bvoid\\s+(\\w+)\\s*\\(").matcher(source).results().map(match -> match.group(1))
                .distinct().toList();
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

    /** Read when first needed. */
    private static final class Known {
        private static final Properties ORDER = new Properties();

        static {
            try (Reader file = Files.newBufferedReader(Path.of(System.getProperty("spotlight.order")))) {
                ORDER.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the order of the test methods", e);
            }
        }
    }
}
