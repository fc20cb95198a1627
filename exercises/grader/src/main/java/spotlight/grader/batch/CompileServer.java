package spotlight.grader.batch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import spotlight.grader.Problem;
import spotlight.grader.Requests;
import spotlight.grader.SourceCompiler;
import spotlight.grader.SourceCompiler.Attributed;
import spotlight.grader.SourceCompiler.Source;
import spotlight.grader.Wire;

/**
 * The program that compiles: a JVM of its own, kept warm, because a source can bring a compiler down. A request is a map
 * of sources; those with errors are set aside and the others compiled again, so that each is to blame for itself only.
 */
public final class CompileServer {
    /** Of processor time. A whole submission takes about one. */
    private static final int SECONDS = 60;
    private static final int MOST_PROBLEMS = 20;

    private final SourceCompiler compiler;
    private final List<Path> taken;

    CompileServer(List<Path> classPath, List<Path> taken) {
        this.compiler = new SourceCompiler(classPath, List.of());
        this.taken = taken;
    }

    /**
     * Answers requests.
     *
     * @param args two class paths: what sources may use, and folders whose classes a source may not declare
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Requests requests = Requests.open();
        CompileServer server = new CompileServer(paths(args[0]), paths(args[1]));
        Deadline deadline = new Deadline(SECONDS);
        if (requests.idle()) {
            server.warmUp();
        }
        while (true) {
            Requests.Request request = requests.next();
            try {
                deadline.start();
                byte[] answer = server.compile(sources(request.text())).bytes();
                deadline.stop();
                requests.answer(request, answer);
            } catch (Throwable crash) { // the stack, the memory, or a bug of the compiler: it may be in any state
                Runtime.getRuntime().halt(1);
            }
        }
    }

    private static List<Path> paths(String text) {
        return Arrays.stream(text.split(File.pathSeparator)).filter(each -> !each.isEmpty()).map(Path::of).toList();
    }

    /** A request as one line. */
    static String request(Map<String, String> sources) {
        return Base64.getEncoder().encodeToString(Wire.write(out -> Compilation.map(out, sources, Wire::text)));
    }

    private static SortedMap<String, String> sources(String request) {
        return Wire.read(Base64.getDecoder().decode(request), in -> Compilation.map(in, Wire::text));
    }

    private void warmUp() {
        compile(Map.of("spotlight.ch00.WarmUp", """
                package spotlight.ch00;
                import spotlight.tensor.Tensor;
                public final class WarmUp {
                    public static Tensor twice(Tensor x) { return x.matmul(x.transpose()).softmax().plus(x.times(2)); }
                }
                """));
    }

    /** @param sources by the names of the classes that they should declare */
    Compilation compile(Map<String, String> sources) {
        Compilation result = Compilation.empty();
        SortedMap<String, String> left = new TreeMap<>(sources);
        while (!left.isEmpty()) {
            Attributed round = compiler.compileEach(
                    left.entrySet().stream().map(each -> new Source(each.getKey(), each.getValue())).toList());
            TreeSet<String> aside = new TreeSet<>();
            round.declared()
                    .forEach((source, names) -> refuse(source, names, sources.keySet(), result.refused(), aside));
            if (aside.isEmpty()) { // a class in the wrong file makes errors in the right one: look again without it
                judge(round, left, result, aside);
            }
            if (aside.isEmpty()) {
                if (left.keySet().stream()
                        .anyMatch(each -> !isPackage(each) && !round.classes().containsKey(each))) {
                    throw new IllegalStateException("javac has given up without a word");
                }
                round.classes().forEach((source, files) -> result.classes().put(source, new TreeMap<>(files)));
                return result;
            }
            left.keySet().removeAll(aside);
        }
        return result;
    }

    private void judge(Attributed round, SortedMap<String, String> left, Compilation result, TreeSet<String> aside) {
        round.problems().forEach((source, problems) -> {
            result.broken().put(source, problems.stream().limit(MOST_PROBLEMS).map(CompileServer::cut).toList());
            aside.add(source);
        });
        if (aside.isEmpty() && !round.other().isEmpty()) {
            if (left.size() > 1) {
                throw new IllegalStateException("nobody to blame"); // whoever asked tries them one by one
            }
            result.broken().put(left.firstKey(), round.other().stream().map(CompileServer::cut).toList());
            aside.add(left.firstKey());
        }
        for (String source : left.keySet()) {
            List<String> declared = round.declared().getOrDefault(source, List.of());
            if (!aside.contains(source) && !declared.contains(source) && !isPackage(source)) {
                result.broken().put(source, List.of(new Problem(file(source), 0, 0, "there is no class "
                        + simple(source) + " in the package " + source.substring(0, source.lastIndexOf('.')), "")));
                aside.add(source);
            }
        }
    }

    private void refuse(String source, List<String> names, Set<String> others, Map<String, List<Problem>> refused,
            TreeSet<String> aside) {
        List<Problem> problems = new ArrayList<>();
        String prefix = source.substring(0, source.lastIndexOf('.') + 1);
        for (String name : names) {
            boolean beside = name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0;
            if (!name.equals(source) && (!beside || others.contains(name) || isTaken(name))) {
                problems.add(new Problem(file(source), 0, 0,
                        "it declares the class " + name + ", which is not its own: give the class another name", ""));
            }
        }
        if (!problems.isEmpty()) {
            refused.put(source, problems.stream().limit(MOST_PROBLEMS).map(CompileServer::cut).toList());
            aside.add(source);
        }
    }

    private static boolean isPackage(String source) {
        return source.endsWith(".package-info");
    }

    private boolean isTaken(String name) {
        return taken.stream().anyMatch(folder -> Files.exists(folder.resolve(name.replace('.', '/') + ".class")));
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static String file(String className) {
        return simple(className) + ".java";
    }

    /** A line of a megabyte helps nobody. */
    static Problem cut(Problem problem) {
        boolean fits = problem.source().length() <= 300;
        return new Problem(problem.file(), problem.line(), problem.column(), Text.cut(problem.message(), 500),
                fits ? problem.source() : "");
    }
}
