package spotlight.grader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines of ASCII from a program that is not trusted: one without end does not fill the memory. */
final class Lines {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    /** @param longest bytes of a line */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line, or null at the end: what comes after the last line's end is none. @throws IOException if it is too long */
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int stop = start;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            line.write(buffer, start, stop - start);
            start = stop + 1;
            if (stop < end) {
                return line.toString(StandardCharsets.US_ASCII).replace("\r", "");
            }
            if (line.size() > longest) {
                throw new IOException("a line without end");
            }
            start = 0;
            end = in.read(buffer);
            if (end < 0) {
                return null;
            }
        }
    }
}
