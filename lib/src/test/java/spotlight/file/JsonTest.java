package spotlight.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.Expect;

class JsonTest {
    @TempDir
    Path folder;

    @Test
    void everyKindOfValueIsRead() {
        assertEquals(Map.of("a", List.of(1L, -2L, 0.5, 1e3, true, false, Json.NULL, "x"), "b", Map.of()),
                Json.parse(" {\"a\" : [1, -2, 0.5, 1E3, true, false, null, \"x\"],\n\t\"b\":{}\r} "));
        assertEquals(List.of(), Json.parse("[ ]"));
        assertEquals("\" \\ / \b \f \n \r \t é 😀 \u0000",
                Json.parse("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e9 \\ud83d\\uDE00 \\u0000\""));
        assertEquals("Ġ😀", Json.parse("\"Ġ😀\""));
        assertEquals(Long.MAX_VALUE, Json.parse("9223372036854775807"));
        assertEquals(0x1p63, Json.parse("9223372036854775808"));
        assertEquals(-0x1p63, ((Number) Json.parse("-9223372036854775808")).doubleValue());
        assertEquals(1e-5, Json.parse("1e-05"));
    }

    @Test
    void membersKeepTheirOrder() {
        assertEquals("{\"z\":1,\"a\":2,\"m\":3}", Json.write(Json.parse("{\"z\":1,\"a\":2,\"m\":3}")));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("text \"\\ \n\u0001", List.of("é😀", 1.5, -3L, true, Json.NULL, List.of(), Map.of()));
        value.put("more", Map.of("x", 1L));
        assertEquals(value, Json.parse(Json.write(value)));
        assertEquals(value, Json.parse(Json.writeLines(value)));
        assertEquals("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}\n",
                Json.writeLines(Json.parse("{\"a\":[1,2],\"b\":{}}")));
    }

    @Test
    void errorsHaveAnOffset() {
        wrong("", "expected a value, got the end at offset 0");
        wrong("[1,]", "expected a value, got \"]\" at offset 3");
        wrong("[1 2]", "expected ',' or ']', got \"2\" at offset 3");
        wrong("[1", "expected ',' or ']', got the end at offset 2");
        wrong("{\"a\":1,}", "expected a name in quotes, got \"}\" at offset 7");
        wrong("{\"a\":1", "expected ',' or '}', got the end at offset 6");
        wrong("{\"a\" 1}", "expected ':', got \"1\" at offset 5");
        wrong("{a:1}", "expected a name in quotes, got \"a\" at offset 1");
        wrong("1 x", "expected the end, got \"x\" at offset 2");
        wrong("tru", "expected a value, got \"t\" at offset 0");
        wrong("01", "expected the end, got \"1\" at offset 1");
        wrong("+1", "expected a value, got \"+\" at offset 0");
        wrong("1.", "expected the end, got \".\" at offset 1");
        wrong("NaN", "expected a value, got \"N\" at offset 0");
        wrong("1e999", "number too large at offset 0");
        wrong("\u00a01", "expected a value, got \"\u00a0\" at offset 0");
        wrong("{\"a\":1, \"a\":2}", "name \"a\" is there twice at offset 8");
        wrong("{\"a\":1, \"\\u0061\":2}", "name \"a\" is there twice at offset 8");
    }

    @Test
    void stringErrorsHaveAnOffset() {
        wrong("\"ab", "a string without an end at offset 0");
        wrong("\"ab\\", "unknown escape at offset 3");
        wrong("\"\\x\"", "unknown escape at offset 1");
        wrong("\"\\u12\"", "unknown escape at offset 1");
        wrong("\"\\u12g4\"", "unknown escape at offset 1");
        wrong("\"a\nb\"", "control character in a string at offset 2");
        wrong("\"\\ud83d\"", "half a pair of surrogates at offset 1");
        wrong("\"a\\ud83dx\"", "half a pair of surrogates at offset 2");
        wrong("\"\\ud83d\\ud83d\\ude00\"", "half a pair of surrogates at offset 1");
        wrong("\"ab\\ude00\"", "half a pair of surrogates at offset 3");
        wrong("\"ab\ude00\"", "half a pair of surrogates at offset 3");
    }

    @Test
    void deepNestingIsAnErrorNotAStackOverflow() {
        wrong("[".repeat(1_000_000), "nested deeper than 100 at offset 100");
        wrong("{\"a\":".repeat(1_000_000), "nested deeper than 100 at offset 500");
        Json.parse("[".repeat(100) + "]".repeat(100));
        wrong("[" + "9".repeat(1_000_000), "number too large at offset 1");
    }

    @Test
    void filesAreNamed() throws IOException {
        Path file = folder.resolve("config.json");
        Files.writeString(file, "[1]");
        assertEquals(file + ": expected a JSON object, got an array",
                assertThrows(ModelFileException.class, () -> Json.object(file)).getMessage());
        Files.writeString(file, "{]");
        assertEquals(file + ": no JSON: expected a name in quotes, got \"]\" at offset 1",
                assertThrows(ModelFileException.class, () -> Json.object(file)).getMessage());
        Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
        assertEquals(file + ": is not a text in UTF-8",
                assertThrows(ModelFileException.class, () -> Json.object(file)).getMessage());
        assertEquals(folder + ": is a folder, not a file",
                assertThrows(ModelFileException.class, () -> Json.object(folder)).getMessage());
    }

    private static void wrong(String text, String problem) {
        Expect.error("no JSON: " + problem, () -> Json.parse(text));
    }
}
