package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;

/** Display in a JVM without a kernel; what it sends is tested over the wire in {@link JavaKernelTest}. */
class DisplayTest {
    @Test
    void displayDataIsRenderedAsItIs() {
        DisplayData data = new DisplayData("text");
        assertSame(data, Display.render(data));
        assertSame(data, Display.render(data, "text/html"));
    }

    @Test
    void nullAndArraysAreText() {
        assertEquals("null", text(Display.render(null)));
        assertEquals("[1.0, 2.5]", text(Display.render(new float[] {1, 2.5f})));
    }

    @Test
    void longArraysAreCut() {
        String text = text(Display.render(new int[5000]));
        assertEquals(" … (5000 elements)", text.substring(2000));
    }

    @Test
    void withoutAKernelTheMessageSaysSo() {
        assertNull(Display.kernel());
        assertEquals("display: no notebook kernel runs in this JVM",
                assertThrows(IllegalStateException.class, () -> Display.display("x")).getMessage());
    }

    private static String text(DisplayData data) {
        return (String) data.getData(MIMEType.TEXT_PLAIN);
    }
}
