package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.grader.batch.SubmissionResult;

/** The class page and the feedback pages. */
class PagesTest {
    private static final String ATTACK = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    @TempDir
    Path out;

    private GradebookOptions options = GradebookOptions.standard();

    @Test
    void aFeedbackPageNamesTheMistakeAndTheHint() throws IOException {
        write(SampleClass.half("s02"));
        String page = read("feedback/s02.html");
        assertTrue(page.contains("<p class=\"big\">3 of 10 points</p>"));
        assertTrue(page.contains("<span class=\"mistake\">" + SampleClass.UNSCALED
                + "</span><span class=\"hint\">Hint: What grows with headDim?</span>"));
        assertFalse(page.contains("Hint: Look at the formula."), "no hint for what is right");
        assertTrue(page.contains("<b>ManyWeights.java does not compile.</b>"));
        assertTrue(page.contains("<pre>ManyWeights.java:12: &#39;;&#39; expected\n        int x = 1\n"
                + "              ^</pre>"));
    }

    @Test
    void anExamShowsNoHints() throws IOException {
        options = options.withExam(true);
        write(SampleClass.half("s02"));
        assertTrue(read("feedback/s02.html").contains(SampleClass.UNSCALED));
        assertFalse(read("feedback/s02.html").contains("Hint"));
    }

    @Test
    void onlyWhatNeedsMendingIsOpen() throws IOException {
        write(SampleClass.half("s02"), SampleClass.right("s03"));
        assertEquals(2, count("\" open>\n<summary>", read("feedback/s02.html")));
        assertEquals(1, count("\">\n<summary>", read("feedback/s02.html")));
        assertEquals(0, count("\" open>\n<summary>", read("feedback/s03.html")));
        assertTrue(read("feedback/s02.html").contains("<p>To mend: <a href=\"#ex-2.1\">2.1</a> · "
                + "<a href=\"#ex-2.10\">2.10</a></p>\n<p>1 exercise not attempted</p>"));
    }

    @Test
    void whatTheCodePrintedIsShownUpToALimit() throws IOException {
        write(SampleClass.student("s01").ended("2.1 One attention weight", 5, "It printed without end.",
                "x".repeat(20_000)).result());
        assertTrue(read("feedback/s01.html").contains("<b>It printed without end.</b>"));
        assertTrue(read("feedback/s01.html").contains("xxx… and 16000 more characters</pre>"));
    }

    @Test
    void nothingOfAStudentBecomesHtml() throws IOException {
        write(SampleClass.student("s01").name(ATTACK).remarks(ATTACK).wrong("2.1 One attention weight", 3, 2, ATTACK)
                .ended("2.2 Two", 1, ATTACK, ATTACK).notAllowed("2.3 Three", 1, ATTACK).result(),
                SampleClass.student("s02").name(ATTACK).wrong("2.1 One attention weight", 3, 2, ATTACK)
                        .ended("2.2 Two", 1, ATTACK, ATTACK).notAllowed("2.3 Three", 1, ATTACK).result());
        for (String file : List.of("class.html", "feedback/s01.html")) {
            assertFalse(read(file).contains("<script"), file);
            assertFalse(read(file).contains("<img src=x"), file);
            assertTrue(read(file).contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img src=x"), file);
        }
    }

    @Test
    void textThatTurnsItsDirectionStaysInItsPlace() throws IOException {
        write(SampleClass.student("s01").name("Eve\u202Eslaup").graded("2.1 One attention weight", 5).result());
        assertTrue(read("class.html").contains("<bdi>Eve\\u202Eslaup</bdi>"));
    }

    @Test
    void pagesRunNothingAndLoadNothing() throws IOException {
        write(SampleClass.half("s01"), SampleClass.half("s02"));
        for (String file : List.of("class.html", "feedback/s01.html")) {
            String page = read(file);
            assertTrue(page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                    + "style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'\">"), file);
            assertFalse(page.contains("http:") || page.contains("https:"), file);
            Matcher source = Pattern.compile("src=\"([^\"]{5})").matcher(page);
            while (source.find()) {
                assertEquals("data:", source.group(1), file);
            }
        }
    }

    @Test
    void theClassPageStartsWithWhatNeedsALook() throws IOException {
        write(SampleClass.student("s01").ended("2.1 One attention weight", 5, "it hung", "").result(),
                SampleClass.student("s02").notAllowed("2.1 One attention weight", 5, "java.net").result(),
                SampleClass.student("s03").untouched("2.1 One attention weight", 5).result());
        String page = read("class.html");
        assertTrue(page.contains("<details open><summary>1 used what is not allowed</summary><p>"
                + "<a href=\"feedback/s02.html#ex-2.1\"><bdi>s02</bdi></a></p></details>"));
        assertTrue(page.contains("<summary>1 hung, or took the grader&#39;s process down</summary><p>"
                + "<a href=\"feedback/s01.html#ex-2.1\">"));
        assertTrue(page.contains("<summary>1 handed in no exercise</summary><p><a href=\"feedback/s03.html\">"));
        assertTrue(page.indexOf("To look at") < page.indexOf("<h2 id=\"points\">"));
    }

    @Test
    void commonMistakesAreCountedOnceAStudent() throws IOException {
        write(SampleClass.half("s01"), SampleClass.half("s02"), SampleClass.right("s03"));
        assertTrue(read("class.html").contains("<tr><td><bdi>" + SampleClass.UNSCALED + "</bdi><br>"
                + "<span class=\"soft\">2.1 One attention weight</span></td><td class=\"number\">2</td></tr>"));
    }

    @Test
    void theHardestExercisesComeFirst() throws IOException {
        write(SampleClass.half("s01"), SampleClass.right("s02"));
        String page = read("class.html");
        String none = "<td class=\"number\">0</td><td class=\"number\">2</td><td class=\"number\">1</td>";
        assertTrue(page.contains("<tr><td>2.10 Many weights</td>" + none + "<td class=\"number\">50 %</td></tr>\n"
                + "<tr><td>2.1 One attention weight</td>" + none + "<td class=\"number\">80 %</td></tr>"));
        assertTrue(page.contains("alt=\"The hardest exercises, by those who tried them. Bar chart: points: 2.10 50, "
                + "2.1 80.\""));
    }

    @Test
    void anAnonymousClassPageNamesNobody() throws IOException {
        options = options.withAnonymous(true);
        write(SampleClass.student("a7f3").name("Ada Lovelace").broken("2.1 One attention weight", 5).result());
        assertFalse(read("class.html").contains("Lovelace"));
        assertTrue(read("class.html").contains("<a href=\"feedback/a7f3.html\">"));
        assertFalse(read("feedback/a7f3.html").contains("Lovelace"));
        assertTrue(read("grades.csv").contains("Ada Lovelace"), "platforms need the names");
    }

    @Test
    void anIdThatIsMadeFromANameIsNotShownEither() throws IOException {
        options = options.withAnonymous(true);
        write(SampleClass.student("Ada-Lovelace").platform(java.util.Map.of("moodle.participant", "4711"))
                .remarks("Ada_Lovelace.txt was left out").broken("2.1 One attention weight", 5).result());
        assertFalse(read("class.html").contains("Lovelace"));
        assertTrue(read("class.html").contains("<td><bdi>4711</bdi></td>"));
    }

    @Test
    void aLongGroupIsFolded() throws IOException {
        write(java.util.stream.IntStream.range(10, 19).mapToObj(i -> SampleClass.half("s" + i))
                .toArray(SubmissionResult[]::new));
        assertTrue(
                read("class.html").contains("<details><summary>9 handed in something that does not compile</summary>"));
    }

    @Test
    void similarHandInsAreLinkedIfThereIsAReport() throws IOException {
        write(SampleClass.right("s01"));
        assertFalse(read("class.html").contains("similar.html"));
        Files.writeString(out.resolve(Gradebook.SIMILAR), "");
        write(SampleClass.right("s01"));
        assertTrue(read("class.html").contains("<a href=\"similar.html\">Similar hand-ins</a>"));
    }

    @Test
    void chaptersAreCalledLikeTheirNotebooks() throws IOException {
        Files.createDirectories(out.resolve("home/notebooks"));
        Files.writeString(out.resolve("home/notebooks/02-spotlight.ipynb"),
                "{\"cells\": [{\"source\": [\"# 02 · The spotlight\\n\", \"Why?\"]}]}");
        assertEquals("02 The spotlight", new ChapterNames(out.resolve("home")).of(2));
        assertEquals("chapter 03", new ChapterNames(out.resolve("home")).of(3));
    }

    private static int count(String piece, String text) {
        return text.split(Pattern.quote(piece), -1).length - 1;
    }

    private void write(SubmissionResult... results) {
        new Gradebook(out.resolve("no-course"), options).write(out, List.of(results));
    }

    private String read(String file) throws IOException {
        return Files.readString(out.resolve(file));
    }
}
