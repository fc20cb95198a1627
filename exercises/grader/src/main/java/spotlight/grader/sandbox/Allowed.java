package spotlight.grader.sandbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes and members that a submission may use, as {@code allowed.txt} lists them. */
final class Allowed {
    /** What of a class is allowed: only the members named, or all but them. */
    private record Rule(boolean only, Set<String> members) {
        boolean allows(String member) {
            return only == members.contains(member);
        }
    }

    private static final String EVERY = "*";

    private final Map<String, Rule> classes = new HashMap<>();
    private final Set<String> packages = new HashSet<>();
    private final Set<String> extendable = new HashSet<>();
    private final Set<String> never = new HashSet<>();

    /**
     * @param lines of the form that {@code allowed.txt} explains
     * @throws IllegalArgumentException if a line has another form
     */
    Allowed(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                read(line);
            }
        }
    }

    /** The list that comes with the course. */
    static Allowed ofCourse() {
        return new Allowed(SandboxFile.lines("allowed.txt"));
    }

    /** Whether the class may be named at all. @param className with dots, nested ones with {@code $} */
    boolean type(String className) {
        return packages.contains(packageOf(className)) || rule(className) != null;
    }

    /** Whether a method or field of the class may be used; {@code <init>} is a constructor. */
    boolean member(String className, String member) {
        if (never.contains(member)) {
            return false;
        }
        Rule rule = rule(className);
        return rule == null ? packages.contains(packageOf(className)) : rule.allows(member);
    }

    /** Whether a class of the submission may extend or implement the class. */
    boolean mayBeExtended(String className) {
        return extendable.contains(className) || extendable.contains(packageOf(className) + EVERY);
    }

    /** All classes listed by name. */
    Set<String> classNames() {
        return Set.copyOf(classes.keySet());
    }

    /** Of the class itself, or of the one it is nested in when that is allowed as a whole. */
    private Rule rule(String className) {
        Rule own = classes.get(className);
        int dollar = className.indexOf('$');
        if (own != null || dollar < 0) {
            return own;
        }
        Rule outer = classes.get(className.substring(0, dollar));
        return outer == null || outer.only() ? null : outer;
    }

    private static String packageOf(String className) {
        return className.substring(0, className.lastIndexOf('.') + 1);
    }

    private void read(String line) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
            throw new IllegalArgumentException("allowed.txt: `" + line + "` has no `: `");
        }
        List<String> words = List.of(line.substring(colon + 2).strip().split(" +"));
        String start = line.substring(0, colon);
        if (start.equals("never")) {
            never.addAll(words);
        } else if (start.startsWith("extend ")) {
            words.forEach(word -> extendable.add(start.substring(7) + '.' + word));
        } else {
            readClasses(start + '.', words);
        }
    }

    private void readClasses(String prefix, List<String> words) {
        int only = words.indexOf("only");
        int end = Math.max(only, words.indexOf("without"));
        List<String> names = end < 0 ? words : words.subList(0, end);
        Rule rule = new Rule(only >= 0, end < 0 ? Set.of() : Set.copyOf(words.subList(end + 1, words.size())));
        for (String name : names) {
            if (name.equals(EVERY)) {
                packages.add(prefix);
            } else if (classes.put(prefix + name, rule) != null) {
                throw new IllegalArgumentException("allowed.txt: " + prefix + name + " is listed twice");
            }
        }
    }
}
