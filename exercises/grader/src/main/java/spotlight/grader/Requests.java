package spotlight.grader;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The requests of the program that started this one, and the way back to it; {@link Worker} is the other side. Takes
 * standard input and output away from all other code. When standard input ends, because that program has, so does this
 * JVM.
 */
public final class Requests {
    /**
     * One request.
     *
     * @param text   one line
     * @param secret shows that the answer is one
     */
    public record Request(String text, String secret) {
    }

    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
    private final PrintStream out;
    private final boolean idle;

    private Requests(PrintStream out, BufferedReader in) throws IOException {
        this.out = out;
        this.idle = !in.ready();
        Thread reader = new Thread(() -> read(in), "requests");
        reader.setDaemon(true);
        reader.start();
    }

    /** Says that this program is ready, and begins to listen. Before any code is loaded that is not trusted. */
    public static Requests open() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setIn(InputStream.nullInputStream());
        System.setOut(nowhere);
        String secret = in.readLine();
        Requests requests = new Requests(out, in);
        requests.answer(new Request("", secret), new byte[0]);
        return requests;
    }

    /** Whether nothing has been asked yet: time to warm up. */
    public boolean idle() {
        return idle && waiting.isEmpty();
    }

    /** Waits for the next one. */
    public Request next() throws InterruptedException {
        return waiting.take();
    }

    /** Sends the answer. */
    public void answer(Request to, byte[] answer) {
        out.println("\n" + to.secret() + " " + Base64.getEncoder().encodeToString(answer));
    }

    private void read(BufferedReader in) {
        try (in) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int space = line.indexOf(' ');
                waiting.add(new Request(line.substring(space + 1), line.substring(0, Math.max(0, space))));
            }
        } catch (IOException gone) {
            // As if it had ended.
        }
        Runtime.getRuntime().halt(0);
    }
}
