package spotlight.grader;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Catches what the learner's code prints, up to a limit: an endless loop may print too. */
public final class Printed implements AutoCloseable {
    static final int LIMIT = 20_000;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Buffer buffer = new Buffer();

    private Printed() {
        PrintStream catcher = new PrintStream(buffer, true, StandardCharsets.UTF_8);
        System.setOut(catcher);
        System.setErr(catcher);
    }

    /** From now on, until it is closed. */
    public static Printed capture() {
        return new Printed();
    }

    /** What was printed, and how much more there was. */
    public String text() {
        return buffer.text();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }

    private static final class Buffer extends OutputStream {
        private byte[] bytes = new byte[1024];
        private int length;
        private long lost;

        @Override
        public synchronized void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] from, int start, int count) {
            int kept = Math.min(count, LIMIT - length);
            if (length + kept > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(LIMIT, 2 * (length + kept)));
            }
            System.arraycopy(from, start, bytes, length, kept);
            length += kept;
            lost += count - kept;
        }

        synchronized String text() {
            String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
            return lost == 0 ? text : text + "\n… and " + lost + " more bytes\n";
        }
    }
}
