package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import spotlight.kernel.ForkedKernel.Outcome;

/** Cells over the wire, as Jupyter sends them. */
class JavaKernelTest {
    private final ForkedKernel kernel = ForkedKernel.shared();

    @Test
    void lastExpressionIsTheValue() {
        assertEquals("10", kernel.run("int five = 5;\nfive * 2").value());
    }

    @Test
    void declarationsVoidCallsAndNullHaveNoValue() {
        assertNull(kernel.run("int declared = 5;").value());
        assertNull(kernel.run("List.of(1).forEach(x -> {});").value());
        assertNull(kernel.run("String nothing = null;\nnothing").value());
        assertEquals("ok", kernel.run("// only a comment").status());
        assertEquals("ok", kernel.run("").status());
    }

    @Test
    void arraysShowTheirElements() {
        assertEquals("[[1, 2], [3]]", kernel.run("new int[][]{{1, 2}, {3}}").value());
    }

    @Test
    void classesOfTheKernelJvmAreShared() {
        assertEquals("true",
                kernel.run("spotlight.kernel.Display.class.getClassLoader() == ClassLoader.getSystemClassLoader()")
                        .value());
    }

    @Test
    void vectorModuleCompilesAndRuns() {
        assertEquals("true", kernel.run("jdk.incubator.vector.FloatVector.SPECIES_PREFERRED.length() > 0").value());
    }

    @Test
    void imageArrivesAsPng() throws IOException {
        Outcome outcome = kernel
                .run("new java.awt.image.BufferedImage(3, 2, java.awt.image.BufferedImage.TYPE_INT_RGB)");
        String png = outcome.result().getAsJsonObject("data").get("image/png").getAsString();
        var image = ImageIO.read(new ByteArrayInputStream(Base64.getMimeDecoder().decode(png)));
        assertEquals(List.of(3, 2), List.of(image.getWidth(), image.getHeight()));
    }

    @Test
    void displaysInPlaceByTheIdThatDisplayReturned() {
        Outcome outcome = kernel.run("""
                var id = display("<b>bold</b>", "text/html");
                updateDisplay(id, "<i>italic</i>", "text/html");""");
        JsonObject first = outcome.displayed().get(0);
        JsonObject second = outcome.displayed().get(1);
        assertEquals("<b>bold</b>", first.getAsJsonObject("data").get("text/html").getAsString());
        assertEquals("<i>italic</i>", second.getAsJsonObject("data").get("text/html").getAsString());
        assertEquals(first.getAsJsonObject("transient"), second.getAsJsonObject("transient"));
    }

    @Test
    void displayDataPassesThroughWithItsMetadata() {
        Outcome outcome = kernel.run("""
                import io.github.spencerpark.jupyter.kernel.display.DisplayData;
                var bundle = new DisplayData("alt text");
                bundle.putData("image/png", "aGk=");
                bundle.putMetaData("image/png", Map.of("width", 20));
                display(bundle);
                bundle""");
        for (JsonObject shown : List.of(outcome.displayed().get(0), outcome.result())) {
            assertEquals("{\"text/plain\":\"alt text\",\"image/png\":\"aGk\\u003d\"}".replace("\\u003d", "="),
                    shown.getAsJsonObject("data").toString());
            assertEquals("{\"image/png\":{\"width\":20}}", shown.getAsJsonObject("metadata").toString());
        }
    }

    @Test
    void cellsBehindAFailedOneAreAborted() {
        String failing = kernel.execute("Thread.sleep(300);\nthrow new IllegalStateException(\"stop here\");");
        String next = kernel.execute("\"must not run\"");
        assertEquals("error", kernel.outcome(failing).status());
        assertEquals("aborted", kernel.outcome(next).status());
        assertEquals("runs", kernel.run("\"runs\"").value());
    }

    @Test
    void scannerAsksTheLearner() {
        Outcome outcome = kernel.answering("Zoë", "41").run("""
                var scanner = new Scanner(System.in);
                System.out.println("hello " + scanner.nextLine());
                scanner.nextInt() + 1""");
        assertEquals("hello Zoë\n", outcome.stdout());
        assertEquals("42", outcome.value());
    }

    @Test
    void inputWhereNobodyIsAskedIsAnError() {
        Outcome outcome = kernel.run("System.in.read()");
        String expected = "System.in: nobody can be asked for input here, the notebook runs without a keyboard";
        assertEquals(expected + "\n", outcome.stderr());
        assertEquals(expected, outcome.error().get("evalue").getAsString());
    }

    @Test
    void kernelInfoNamesTheLanguage() {
        JsonObject info = kernel.ask("kernel_info_request", Map.of());
        JsonObject language = info.getAsJsonObject("language_info");
        assertEquals("ok", info.get("status").getAsString());
        assertEquals("java", language.get("name").getAsString());
        assertEquals("text/x-java", language.get("mimetype").getAsString());
        assertEquals(".java", language.get("file_extension").getAsString());
        assertEquals("java", language.get("codemirror_mode").getAsString());
        assertEquals("java", language.get("pygments_lexer").getAsString());
        assertFalse(language.has("version"), "a notebook opened on another JDK stays as it is");
    }

    @Test
    void heartbeatComesBack() {
        kernel.client().heartbeat.send("ping");
        kernel.client().heartbeat.setReceiveTimeOut(ForkedKernel.PATIENCE_MS);
        assertEquals("ping", kernel.client().heartbeat.recvStr());
    }

    @Test
    void historyKnowsTheCells() {
        kernel.run("int remembered = 1;");
        kernel.run("remembered + [1];");
        assertEquals(List.of("int remembered = 1;", "remembered + [1];"),
                history(Map.of("hist_access_type", "tail", "n", 2)));
        assertEquals(List.of("int remembered = 1;"),
                history(Map.of("hist_access_type", "search", "pattern", "int rem*", "n", 9)));
        assertEquals(List.of("remembered + [1];"),
                history(Map.of("hist_access_type", "search", "pattern", "*[?];", "n", 1)));
        assertEquals(1, history(Map.of("hist_access_type", "range", "session", 0, "start", 1, "stop", 2)).size());
    }

    private List<String> history(Map<String, Object> request) {
        Map<String, Object> full = new HashMap<>(request);
        full.putAll(Map.of("output", false, "raw", true));
        List<String> cells = new ArrayList<>();
        kernel.ask("history_request", full).getAsJsonArray("history")
                .forEach(entry -> cells.add(entry.getAsJsonArray().get(2).getAsString()));
        return cells;
    }

    @Test
    void silentCellLeavesNoTrace() {
        String id = kernel.client().send(kernel.client().shell, "execute_request",
                Map.of("code", "1 + 1", "silent", true, "store_history", false, "user_expressions", Map.of(),
                        "allow_stdin",
                        false, "stop_on_error", true));
        assertNull(kernel.outcome(id).result());
    }
}
