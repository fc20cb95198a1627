package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8DecoderTest {
    @Test
    void charactersCutAnywhereAreWholeAgain() {
        byte[] bytes = "aé注😀z".getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            Utf8Decoder decoder = new Utf8Decoder();
            String text = decoder.decode(bytes, 0, cut).toString() + decoder.decode(bytes, cut, bytes.length - cut);
            assertEquals("aé注😀z", text);
        }
    }

    @Test
    void malformedBytesAreReplaced() {
        assertEquals("\uFFFDa", new Utf8Decoder().decode(new byte[] {(byte) 0xff, 'a'}, 0, 2).toString());
    }
}
