package spotlight.baseline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** How short a text becomes when it is compressed: a model of text that everybody has at hand. */
public final class Gzip {
    private Gzip() {
    }

    /**
     * The bits of a text after gzip. A good model needs fewer: with arithmetic coding a text takes
     * {@code -log2 P(text)} bits.
     */
    public static long bits(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // not in memory
        }
        return 8L * bytes.size();
    }
}
