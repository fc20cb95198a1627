package spotlight.grader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
final class SourceCompiler {
    /** A source text and the class it declares. */
    record Source(String className, String text) {
        String fileName() {
            return className.substring(className.lastIndexOf('.') + 1) + ".java";
        }
    }

    /** Class files by class name; without problems when there are classes, and the other way round. */
    record Compiled(Map<String, byte[]> classes, List<Problem> problems) {
    }

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files;

    /** @param sourcePath folders in which classes that a source mentions are looked up, before the class path */
    SourceCompiler(List<Path> classPath, List<Path> sourcePath) {
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
    Compiled compile(Source... sources) {
        Memory memory = new Memory(files);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of("-g", "-proc:none", "-implicit:class", "-Xlint:none", "--release", "17");
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        JavaCompiler.CompilationTask task = javac.getTask(null, memory, diagnostics, options, null,
                List.of(sources).stream().map(InMemorySource::new).toList());
        if (vectors) {
            task.addModules(List.of("jdk.incubator.vector"));
        }
        boolean fine = task.call();
        return fine
                ? new Compiled(memory.classes(), List.of())
                : new Compiled(Map.of(), problems(diagnostics.getDiagnostics()));
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

    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        Memory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(JavaFileManager.Location location, String className,
                JavaFileObject.Kind kind, FileObject sibling) {
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
    }
}
