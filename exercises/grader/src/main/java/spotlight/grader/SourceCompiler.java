package spotlight.grader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles Java sources into memory. The files on the class path are opened once, so that later calls are quick. */
public final class SourceCompiler {
    /** A source text and the class it declares. */
    public record Source(String className, String text) {
        /** {@code OneWeight.java} */
        public String fileName() {
            return className.substring(className.lastIndexOf('.') + 1) + ".java";
        }
    }

    /** Class files by class name; without problems when there are classes, and the other way round. */
    public record Compiled(Map<String, byte[]> classes, List<Problem> problems) {
    }

    /**
     * What became of each source, by its class name.
     *
     * @param declared the names of the top-level classes in it, as far as the parser came
     * @param classes  class files; none at all if there is any problem
     * @param problems errors in this source
     * @param other    errors that belong to no source
     */
    public record Attributed(Map<String, List<String>> declared, Map<String, Map<String, byte[]>> classes,
            Map<String, List<Problem>> problems, List<Problem> other) {
    }

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files;

    /** @param sourcePath folders in which classes that a source mentions are looked up, before the class path */
    public SourceCompiler(List<Path> classPath, List<Path> sourcePath) {
        if (javac == null) {
            throw new IllegalStateException(
                    "no Java compiler: this is a JRE, a JDK is needed. ./lab doctor has the fix");
        }
        files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, sourcePath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes of these sources, and of those on the source path that they use. */
    public Compiled compile(Source... sources) {
        Memory memory = new Memory(files);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        boolean fine = task(memory, diagnostics, List.of(sources)).call();
        return fine
                ? new Compiled(memory.classes(), List.of())
                : new Compiled(Map.of(), problems(diagnostics.getDiagnostics()));
    }

    /** As {@link #compile}, but says which source is to blame. @param sources their class names differ */
    public Attributed compileEach(List<Source> sources) {
        Memory memory = new Memory(files);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Map<String, List<String>> declared = new TreeMap<>();
        JavacTask task = (JavacTask) task(memory, diagnostics, sources);
        task.addTaskListener(new Declarations(declared));
        boolean fine = task.call();
        Map<String, List<Diagnostic<? extends JavaFileObject>>> bySource = new TreeMap<>();
        diagnostics.getDiagnostics()
                .forEach(
                        each -> bySource.computeIfAbsent(nameOf(each.getSource()), key -> new ArrayList<>()).add(each));
        Map<String, List<Problem>> problems = new TreeMap<>();
        bySource.forEach((name, list) -> problems.put(name, problems(list)));
        problems.values().removeIf(List::isEmpty);
        List<Problem> other = problems.getOrDefault("", List.of());
        problems.remove("");
        return new Attributed(declared, fine ? memory.bySource() : Map.of(), problems, other);
    }

    private JavaCompiler.CompilationTask task(Memory memory, DiagnosticCollector<JavaFileObject> diagnostics,
            List<Source> sources) {
        // Strings put together without invokedynamic: for code that runs once, linking that takes longer than running it.
        List<String> options = List.of("-g", "-proc:none", "-implicit:class", "-Xlint:none", "--release", "17",
                "-XDstringConcat=inline");
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        JavaCompiler.CompilationTask task = javac.getTask(null, memory, diagnostics, options, null,
                sources.stream().map(InMemorySource::new).toList());
        if (vectors) {
            task.addModules(List.of("jdk.incubator.vector"));
        }
        return task;
    }

    /** The class that the file should declare, or nothing if it is no source of ours; javac wraps what it is given. */
    private static String nameOf(FileObject file) {
        if (file == null || !"memory".equals(file.toUri().getScheme())) {
            return "";
        }
        return file.toUri().getPath().replaceFirst("^/+", "").replaceFirst("\\.java$", "").replace('/', '.');
    }

    /** The first error of each line: what follows on it is mostly an echo. */
    private static List<Problem> problems(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        Map<String, Problem> byLine = new LinkedHashMap<>();
        diagnostics.stream().filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(SourceCompiler::problem)
                .forEach(problem -> byLine.putIfAbsent(problem.file() + problem.line(), problem));
        return List.copyOf(byLine.values());
    }

    private static Problem problem(Diagnostic<? extends JavaFileObject> diagnostic) {
        // As javac itself prints it: String, not java.lang.String.
        String message = diagnostic.getMessage(Locale.ENGLISH).replaceAll("\\b([a-z]\\w*\\.)+(?=[A-Z])", "");
        JavaFileObject file = diagnostic.getSource();
        if (file == null) {
            return new Problem("javac", 0, 0, message, "");
        }
        String name = file.getName();
        long line = Math.max(0, diagnostic.getLineNumber());
        return new Problem(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), line,
                Math.max(0, diagnostic.getColumnNumber()), message, line(file, line));
    }

    private static String line(JavaFileObject file, long line) {
        try {
            return file.getCharContent(true).toString().lines().skip(line - 1).findFirst().orElse("");
        } catch (IOException | IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static final class InMemorySource extends SimpleJavaFileObject {
        private final String text;

        InMemorySource(Source source) {
            super(URI.create("memory:///" + source.className().replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = source.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Notes which top-level classes a source declares, as soon as it is parsed. */
    private record Declarations(Map<String, List<String>> declared) implements TaskListener {
        @Override
        public void finished(TaskEvent event) {
            if (event.getKind() != TaskEvent.Kind.PARSE) {
                return;
            }
            CompilationUnitTree unit = event.getCompilationUnit();
            String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
            List<String> names = new ArrayList<>();
            for (Tree tree : unit.getTypeDecls()) {
                if (tree instanceof ClassTree type) {
                    names.add(prefix + type.getSimpleName());
                }
            }
            declared.put(nameOf(event.getSourceFile()), names);
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();
        private final Map<String, String> sources = new HashMap<>();

        Memory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(JavaFileManager.Location location, String className,
                JavaFileObject.Kind kind, FileObject sibling) {
            sources.put(className, nameOf(sibling));
            URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
            return new SimpleJavaFileObject(uri, kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        Map<String, Map<String, byte[]>> bySource() {
            Map<String, Map<String, byte[]>> bySource = new TreeMap<>();
            written.forEach((name, bytes) -> bySource.computeIfAbsent(sources.get(name), key -> new TreeMap<>())
                    .put(name, bytes.toByteArray()));
            return bySource;
        }
    }
}
