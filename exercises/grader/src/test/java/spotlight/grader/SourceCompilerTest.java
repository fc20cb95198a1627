package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spotlight.grader.SourceCompiler.Compiled;
import spotlight.grader.SourceCompiler.Source;

class SourceCompilerTest {
    private final SourceCompiler compiler = new SourceCompiler(ClassPath.ofThisProgram(), List.of());

    @Test
    void classesAreCompiledInMemoryAndLoadedApart() throws ReflectiveOperationException {
        Compiled compiled = compiler.compile(new Source("a.Two", """
                package a;
                public class Two {
                    record Pair(spotlight.tensor.Tensor first, int second) {}
                    public static int two() { return new Pair(null, 2).second(); }
                }
                """));
        assertEquals(Set.of("a.Two", "a.Two$Pair"), compiled.classes().keySet());
        Class<?> two = new IsolatedLoader(compiled.classes(), getClass().getClassLoader()).loadClass("a.Two");
        assertEquals(2, two.getMethod("two").invoke(null));
    }

    @Test
    void anErrorHasItsPlaceAndItsLine() {
        Compiled compiled = compiler.compile(new Source("a.Two", """
                package a;
                class Two {
                    int two() {
                        int n = "2";
                        return m;
                    }
                }
                """));
        assertEquals(Map.of(), compiled.classes());
        assertEquals(List.of(
                new Problem("Two.java", 4, 17, "incompatible types: String cannot be converted to int",
                        "        int n = \"2\";"),
                new Problem("Two.java", 5, 16, "cannot find symbol\n  symbol:   variable m\n  location: class Two",
                        "        return m;")),
                compiled.problems());
        assertEquals("Two.java:4: incompatible types: String cannot be converted to int\n        int n = \"2\";\n"
                + "                ^", compiled.problems().get(0).text());
    }

    @Test
    void anotherClassIsFoundOnTheSourcePath(@TempDir Path sources) throws IOException {
        Files.createDirectories(sources.resolve("a"));
        Files.writeString(sources.resolve("a/One.java"), "package a; class One { static int one() { return 1; } }");
        Compiled compiled = new SourceCompiler(List.of(), List.of(sources))
                .compile(new Source("a.Two", "package a; class Two { int two() { return One.one() + 1; } }"));
        assertEquals(Set.of("a.One", "a.Two"), compiled.classes().keySet());
        Files.writeString(sources.resolve("a/One.java"), "package a; class One { static int one() { return one } }");
        compiled = new SourceCompiler(List.of(), List.of(sources))
                .compile(new Source("a.Two", "package a; class Two { int two() { return One.one() + 1; } }"));
        assertEquals("One.java:1: ';' expected\npackage a; class One { static int one() { return one } }\n"
                + "                                                    ^", compiled.problems().get(0).text());
    }
}
