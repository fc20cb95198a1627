package spotlight.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.lab.Home;

class SiteTest {
    @TempDir
    Path folder;

    @Test
    void theWholeCourseIsWrittenAndNothingIsBroken() throws IOException {
        Path out = folder.resolve("site");
        List<String> steps = new ArrayList<>();
        assertEquals(List.of(), new Site(Home.find().root(), out, steps::add).write());
        assertTrue(steps.get(0).matches("chapter 1 of \\d+, 00-welcome.ipynb"), steps.get(0));
        assertEquals("checking links", steps.get(steps.size() - 1));
        String chapter = Files.readString(out.resolve("chapters/05-many-heads.html"));
        assertTrue(chapter.contains("<title>05 · Many heads</title>"));
        assertTrue(chapter.contains("href=\"../exercises/ch05.html#5.1\""));
        assertTrue(chapter.contains("<math"), "formulas are drawn");
        assertTrue(chapter.contains("rel=\"next\" href=\"06-where-am-i.html\""));
        assertTrue(Files.size(out.resolve("chapters/05-many-heads-1.png")) > 1000);
        String exercises = Files.readString(out.resolve("exercises/ch05.html"));
        assertTrue(exercises.contains("<h2 id=\"5.1\">5.1 Split the heads</h2>"));
        assertTrue(exercises.contains("<details id=\"5.1-solution\"><summary>Solution</summary>"));
        assertTrue(Files.exists(out.resolve("javadoc/spotlight/nn/Attention.html")));
    }

    @Test
    void aBrokenPageIsTold() throws IOException {
        Files.writeString(folder.resolve("a.html"), "<h1 id=\"top\">a</h1><a href=\"#top\">up</a>"
                + "<a href=\"b.html\">b</a><a href=\"#below\">down</a><img src=\"data:image/png;base64,\" alt=\"\">"
                + "<img src=\"data:image/png;base64,\" alt=\"<s> has > in it\"><script src=\"https://example.org/x.js\"></script><a href=\"https://example.org\">out</a>");
        assertEquals(List.of("a.html: a picture has no words: <img src=\"data:image/png;base64,\" alt=\"\">",
                "a.html: it asks for https://example.org/x.js", "a.html: the link b.html leads nowhere",
                "a.html: the link #below leads to no place on its page"), new SiteCheck(folder).problems());
    }

    @Test
    void markdownHasTablesAnchorsFormulasAndColours() throws IOException {
        List<String> problems = new ArrayList<>();
        Files.writeString(folder.resolve("b.md"), "");
        Links links = new Links(new SiteMap(folder, List.of()), folder, "a.md", "a.html", problems);
        Markdown markdown = new Markdown(problems);
        assertEquals("<h2 id=\"1-·-A-b\"><span id=\"1--a-b\"></span>1 · A b</h2>\n",
                markdown.html("## 1 · A b", links));
        assertTrue(markdown.html("| a |\n|---|\n| b |", links).contains("<td>b</td>"));
        String formula = markdown.html("is $a_1 * b_2$ and `$x$`", links);
        assertTrue(formula.contains("<math") && formula.contains("<code>$x$</code>") && !formula.contains("<em>"),
                formula);
        assertTrue(
                markdown.html("```java\nint a = 1; // b\n```", links).contains("<span class=\"keyword\">int</span>"));
        assertEquals("<p>see b</p>\n", markdown.html("see [b](b.md)", links)); // it is there, but has no page
        assertEquals(List.of(), problems);
        assertEquals("<p>c</p>\n", markdown.html("[c](c.md)", links));
        assertEquals(List.of("a.md: the link c.md leads to c.md, which is not there"), problems);
        problems.clear();
        assertEquals("<p><code>$\\unheardof{x}$</code></p>\n", markdown.html("$\\unheardof{x}$", links));
        assertTrue(problems.get(0).startsWith("the formula $\\unheardof{x}$ cannot be drawn: "), problems.get(0));
    }

    @Test
    void filesOfTheRepositoryHavePages() throws IOException {
        SiteMap map = new SiteMap(Home.find().root(), spotlight.grader.ExerciseFiles.all(Home.find().root()));
        assertEquals("chapters/05-many-heads.html#9", map.page("notebooks/05-many-heads.ipynb", "9").orElseThrow());
        assertEquals("exercises/ch02.html#2.1", map.page("exercises/hints/ch02.md", "21-one-weight").orElseThrow());
        assertEquals("exercises/ch02.html#2.1",
                map.page("exercises/src/main/java/spotlight/ch02/OneWeight.java", "").orElseThrow());
        assertEquals("exercises/ch02.html#2.1-solution",
                map.page("solutions/src/main/java/spotlight/ch02/OneWeight.java", "").orElseThrow());
        assertEquals("javadoc/spotlight/nn/Attention.html",
                map.page("lib/src/main/java/spotlight/nn/Attention.java", "").orElseThrow());
        assertEquals("javadoc/spotlight/task/package-summary.html",
                map.page("lib/src/main/java/spotlight/task/RecallSequences.java", "").orElseThrow());
        assertEquals("pages/data-README.html", map.page("data", "").orElseThrow());
        assertFalse(map.page("pom.xml", "").isPresent());
    }

    @Test
    void javaIsColoured() {
        assertEquals("<pre class=\"java\"><code><span class=\"keyword\">int</span> a = <span class=\"number\">1</span>;"
                + " <span class=\"comment\">// &lt;b&gt;</span>\nf(<span class=\"string\">&quot;x // y&quot;</span>);"
                + "</code></pre>\n", Html.java("int a = 1; // <b>\nf(\"x // y\");"));
    }
}
