package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonPrimitive;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void bothFormsOfATextAreTheSameText() {
        assertEquals("a\nb", Text.of(new JsonPrimitive("a\nb")));
        assertEquals("[\"a\\n\",\"b\"]", Text.lines("a\nb").toString());
        assertEquals("a\nb", Text.of(Text.lines("a\nb")));
        assertEquals("", Text.of(null));
        assertEquals("[]", Text.lines("").toString());
    }

    @Test
    void aCarriageReturnStartsTheLineAgain() {
        assertEquals("done\nnext", Text.overwritten("step\rdone\nnext"));
        assertEquals("ab3456", Text.overwritten("123456\rab"));
        assertEquals("a\nb\n", Text.overwritten("a\r\nb\r\n"));
        assertEquals("\n", Text.overwritten("\r\n"));
    }

    @Test
    void coloursAreTakenOff() {
        assertEquals("red and plain", Text.plain("\u001B[1;31mred\u001B[0m and plain"));
    }
}
