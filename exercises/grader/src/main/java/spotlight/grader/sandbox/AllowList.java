package spotlight.grader.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.objectweb.asm.ClassReader;

import spotlight.grader.Problem;

/**
 * Looks through compiled classes of a submission, before any of them runs, for what an exercise may not use. What is
 * not on the list is refused: {@code allowed.txt} beside this class holds the list, {@code reasons.txt} what the student
 * reads. The classes must come from javac: javac, not the student, decides what bytecode is in them.
 */
public final class AllowList {
    /** Enough to see what is wrong; a file can hold a hundred thousand. */
    private static final int MOST = 20;

    private final Allowed allowed = Allowed.ofCourse();
    private final Reasons reasons = Reasons.ofCourse();
    private final Set<String> stubs;
    private final Predicate<String> taken;

    /**
     * @param stubs names of the course's stubs, {@code spotlight.ch02.OneWeight}: these classes may be defined by a
     *              submission, and used
     * @param taken whether a class of that name belongs to the course, for instance a test or what it needs: a
     *              submission may neither define nor use it, unless it is a stub
     */
    public AllowList(Set<String> stubs, Predicate<String> taken) {
        this.stubs = Set.copyOf(stubs);
        this.taken = taken;
    }

    /**
     * What the classes do or are that is not allowed, in the order of file and line, at most 20 entries.
     *
     * @param classes class files by class name, as javac has written them
     * @param sources source texts by the name of the stub in them, for the line that a problem shows; may be empty
     */
    public List<Problem> check(Map<String, byte[]> classes, Map<String, String> sources) {
        Submitted submitted = new Submitted(classes);
        List<Problem> problems = new ArrayList<>();
        new TreeMap<>(classes).forEach((name, file) -> {
            List<Judge.Finding> findings = new ArrayList<>();
            Judge judge = new Judge(this, submitted, findings);
            String source = "";
            try {
                judge.defines(name);
                ClassReading reading = new ClassReading(judge);
                new ClassReader(file).accept(reading, ClassReader.SKIP_FRAMES);
                source = reading.source();
            } catch (RuntimeException unreadable) {
                findings.add(new Judge.Finding(0, "the class " + name + " cannot be read: " + unreadable));
            }
            String fileName = source.isEmpty() ? name.replaceFirst(".*\\.", "").replaceFirst("\\$.*", "") : source;
            String text = sources.getOrDefault(stubIn(name, fileName), "");
            findings.forEach(finding -> problems.add(problem(fileName, finding, text)));
        });
        return problems.stream().distinct()
                .sorted(Comparator.comparing(Problem::file).thenComparing(Problem::line)
                        .thenComparing(Problem::message))
                .limit(MOST).toList();
    }

    private static Problem problem(String file, Judge.Finding finding, String text) {
        String source = finding.line() == 0
                ? ""
                : text.lines().skip(finding.line() - 1L).findFirst().orElse("");
        return new Problem(file, finding.line(), 0, finding.message(), source);
    }

    /** The class after which a file is named, in the package of a class that the file declares. */
    private static String stubIn(String className, String file) {
        return className.substring(0, className.lastIndexOf('.') + 1) + file.replaceFirst("\\.java$", "");
    }

    Allowed allowed() {
        return allowed;
    }

    Reasons reasons() {
        return reasons;
    }

    /** Whether the class is a stub of the course, or nested in one. */
    boolean isStub(String className) {
        return stubs.contains(outermost(className));
    }

    /** Whether a submission may define the class: a stub, or a helper beside one under a name that is not taken. */
    boolean mayDefine(String className) {
        String outermost = outermost(className);
        String chapter = outermost.substring(0, outermost.lastIndexOf('.') + 1);
        boolean besideStubs = stubs.stream().anyMatch(
                stub -> stub.startsWith(chapter) && stub.indexOf('.', chapter.length()) < 0);
        return stubs.contains(outermost) || !chapter.isEmpty() && besideStubs && !outermost.endsWith("Test")
                && !outermost.endsWith("package-info") && !taken.test(outermost);
    }

    private static String outermost(String className) {
        int dollar = className.indexOf('$');
        return dollar < 0 ? className : className.substring(0, dollar);
    }
}
