package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class CallTest {
    @Test
    void comesBackAsItWasWritten() {
        for (List<Object> arguments : List.of(List.<Object>of(), List.<Object>of(""), List.<Object>of("none"),
                List.<Object>of("null"), List.<Object>of("int 3 ", -0.0f, Float.NaN, 1e-42f, Math.PI, Long.MIN_VALUE),
                List.<Object>of((byte) 1, (short) 2, 3, true, ' ', '\r', "\r\t\u8e22"),
                Arrays.<Object>asList("a", null, "b"), Arrays.<Object>asList((Object) null))) {
            Call call = new Call("rows", arguments);
            assertEquals(call, Wire.read(Wire.write(out -> Call.write(out, call)), Call::read));
        }
    }

    @Test
    void objectsCannotBeWritten() {
        assertEquals(Optional.empty(), Call.written(List.of(1, Path.of("x"))));
        assertEquals(Optional.empty(), Call.written(List.of(new int[1])));
        assertEquals(Optional.empty(), Call.written(List.of("two\nlines")));
        assertEquals(Optional.empty(), Call.written(List.of('\n')));
        assertEquals(Optional.empty(), Call.written(List.of(new java.math.BigDecimal("1"))));
    }

    @Test
    void whatNobodyWroteIsRefused() {
        assertEquals("no argument of a test: Path x",
                assertThrows(IllegalArgumentException.class, () -> Call.read("Path x")).getMessage());
    }
}
