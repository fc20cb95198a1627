package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeAssistTest {
    private final ForkedKernel kernel = ForkedKernel.shared();

    private JsonObject complete(String code) {
        return kernel.ask("complete_request",
                Map.of("code", code, "cursor_pos", code.codePointCount(0, code.length())));
    }

    private static List<String> matches(JsonObject reply) {
        List<String> matches = new ArrayList<>();
        reply.getAsJsonArray("matches").forEach(match -> matches.add(match.getAsString()));
        return matches;
    }

    @Test
    void completesMethodsOfALibraryClass() {
        assertEquals(List.of("sqrt("), matches(complete("Math.sq")));
    }

    @Test
    void completesImports() {
        List<String> matches = List.of();
        long end = System.nanoTime() + ForkedKernel.PATIENCE_MS * 1_000_000L;
        while (matches.isEmpty() && System.nanoTime() < end) { // JShell still reads the packages when a kernel is young
            matches = matches(complete("import java.util.conc"));
        }
        assertEquals(List.of("concurrent."), matches);
    }

    @Test
    void completesWithTheVariablesOfTheSameCell() {
        assertEquals(List.of("length()"), matches(complete("String text = \"a\";\ntext.leng")));
    }

    @Test
    void completesBelowADeclaration() {
        assertEquals(List.of("sqrt("), matches(complete("class Above {}\nMath.sq")));
    }

    @Test
    void positionsAreCodePoints() {
        JsonObject reply = complete("\"😀\".leng");
        assertEquals(List.of("length()"), matches(reply));
        assertEquals(List.of(4, 8), List.of(reply.get("cursor_start").getAsInt(), reply.get("cursor_end").getAsInt()));
    }

    @Test
    void inspectsAMethodFromAnywhereInItsName() {
        JsonObject reply = kernel.ask("inspect_request",
                Map.of("code", "Math.sqrt(2)", "cursor_pos", 6, "detail_level", 0));
        String text = reply.getAsJsonObject("data").get("text/plain").getAsString();
        assertTrue(text.startsWith("double Math.sqrt(double a)"), text);
    }

    @Test
    void inspectsNothingWhereThereIsNothing() {
        JsonObject reply = kernel.ask("inspect_request", Map.of("code", "   ", "cursor_pos", 1, "detail_level", 0));
        assertEquals("false", reply.get("found").getAsString());
    }

    @Test
    void knowsWhetherInputIsComplete() {
        assertEquals("complete", isComplete("int i = 0;").get("status").getAsString());
        assertEquals("invalid", isComplete("int i = ;").get("status").getAsString());
        JsonObject open = isComplete("class A {\n    void f() {");
        assertEquals("incomplete", open.get("status").getAsString());
        assertEquals("        ", open.get("indent").getAsString());
    }

    private JsonObject isComplete(String code) {
        return kernel.ask("is_complete_request", Map.of("code", code));
    }
}
