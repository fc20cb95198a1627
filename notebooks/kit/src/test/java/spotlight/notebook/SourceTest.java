package spotlight.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import spotlight.grader.Home;
import spotlight.matmul.RegisterTile;
import spotlight.matmul.Stopwatch;
import spotlight.matmul.ThreeLoops;

class SourceTest {
    @Test
    void aMethodIsShownAsItStandsInItsFile() {
        assertEquals("""
                public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
                    for (int i = 0; i < m; i++) {
                        for (int j = 0; j < n; j++) {
                            float sum = 0;
                            for (int p = 0; p < k; p++) {
                                sum += a[i * k + p] * b[p * n + j];
                            }
                            c[i * n + j] = sum;
                        }
                    }
                }""", Source.of(Home.get(), ThreeLoops.class, "multiply"));
    }

    @Test
    void aLongHeadAndAPrivateMethodAreFound() {
        String tile = Source.of(Home.get(), RegisterTile.class, "tile");
        assertTrue(tile.startsWith("static void tile(int k, float[] a,"), tile);
        assertTrue(tile.endsWith("\n}"), tile);
        assertTrue(Source.of(Home.get(), Stopwatch.class, "sample").startsWith("private static double sample("));
    }

    @Test
    void anUnknownMethodIsAClearError() {
        assertEquals("source: ThreeLoops has 0 methods called divide, expected one",
                assertThrows(IllegalArgumentException.class,
                        () -> Source.of(Home.get(), ThreeLoops.class, "divide")).getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        Path nowhere = Path.of("nowhere");
        assertEquals("source: " + nowhere.resolve(Path.of("lib", "src", "main", "java", "spotlight", "matmul",
                "ThreeLoops.java")) + " cannot be read",
                assertThrows(java.io.UncheckedIOException.class,
                        () -> Source.of(nowhere, ThreeLoops.class, "multiply")).getMessage());
    }

    @Test
    void jupyterGetsMarkdown() {
        Bundle bundle = Source.bundle("int x;");
        assertEquals("int x;", bundle.plain());
        assertEquals("```java\nint x;\n```", bundle.data().get("text/markdown"));
    }
}
