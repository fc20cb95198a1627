package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class MagicsTest {
    private final ForkedKernel kernel = ForkedKernel.shared();

    @Test
    void magicStandsWhereAStatementCouldBegin() {
        assertEquals(9, Magics.end("%jars  x\nint a;", 0) + 1);
        assertEquals(22, Magics.end("\n// comment\n %jars a b", 0));
        assertEquals(18, Magics.end("int a;\n%classpath\n", 6) + 1);
        assertEquals(17, Magics.end("%%loadFromPOM\n<>", 0) + 1);
        assertEquals(0, Magics.end("% 5", 0));
        assertEquals(0, Magics.end("int a = 7 %b;", 0));
    }

    @Test
    void remainderAcrossLinesIsJava() {
        assertEquals("2", kernel.run("int b = 5;\nint m = 17\n  %b;\nm").value());
        assertEquals("2", kernel.run("17\n%5").value());
    }

    @Test
    void mavenSaysWhatToDoInstead() {
        String advice = " is not supported by this kernel: add the dependency to"
                + " notebooks/kit/pom.xml and restart ./lab,"
                + " or put the jar beside the notebook and write %jars NAME.jar";
        assertEquals("%maven" + advice, kernel.run("%maven org.example:thing:1.0").traceback());
        assertEquals("%%loadFromPOM" + advice, kernel.run("%%loadFromPOM\n<dependency/>").traceback());
        assertEquals("%addMavenDependencies" + advice, kernel.run("// first\n%addMavenDependencies a:b:1").traceback());
    }

    @Test
    void unknownMagicNamesTheKnownOnes() {
        assertEquals("%matplotlib is not known to the Java kernel; it has %classpath, %jars and %load",
                kernel.run("%matplotlib inline").traceback());
    }

    @Test
    void missingPathIsNamed() {
        assertEquals("%jars: nothing is at nowhere*.jar, seen from " + realPath(kernel.folder()),
                kernel.run("%jars nowhere*.jar").traceback());
        assertEquals("%classpath: expected the path of a jar or folder, such as %classpath libs/*.jar",
                kernel.run("%classpath").traceback());
        assertEquals("%load: expected one file, got 0", kernel.run("%load").traceback());
        assertEquals("%load: none.jsh cannot be read: none.jsh", kernel.run("%load none.jsh").traceback());
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void classpathAddsCompiledClasses() throws IOException {
        Path source = Files.writeString(kernel.folder().resolve("Extra.java"),
                "package extra; public class Extra { public static int n() { return 4; } }");
        Path classes = Files.createDirectories(kernel.folder().resolve("extra classes"));
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(),
                source.toString());
        assertEquals(0, failed);
        assertEquals("4", kernel.run("%classpath \"extra classes\"\nextra.Extra.n()").value());
    }

    @Test
    void loadRunsFilesAndNotebooks() throws IOException {
        Files.writeString(kernel.folder().resolve("more.jsh"), "int loaded = 6;\n");
        Files.writeString(kernel.folder().resolve("other.ipynb"), """
                {"cells": [{"cell_type": "markdown", "source": ["no code"]},
                           {"cell_type": "code", "source": ["int fromNotebook =\\n", "  7;"]},
                           {"cell_type": "code", "source": "fromNotebook++;"}]}""");
        assertEquals("14", kernel.run("%load more.jsh\n%load other.ipynb\nloaded + fromNotebook").value());
    }

    @Test
    void errorInALoadedFileNamesIt() throws IOException {
        Files.writeString(kernel.folder().resolve("broken.jsh"), "int ok = 1;\nint no = ;\n");
        String trace = kernel.run("%load broken.jsh").traceback();
        assertTrue(trace.startsWith("in broken.jsh:\ncell line 2: error: illegal start of expression\n"), trace);
    }

    @Test
    void wordsKeepQuotedBlanks() {
        assertEquals(List.of("--add-modules", "a b", "c"), Settings.words("--add-modules \"a b\"  c"));
    }
}
