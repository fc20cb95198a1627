package spotlight.grader;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import spotlight.grader.SourceCompiler.Source;

/**
 * The program that checks: a JVM of its own, so that a learner's endless loop, {@code System.exit} or full memory ends
 * this program and not the notebook. It answers requests, one a line on standard input ({@code check 2.1} or
 * {@code compile 2.1}), with one line each on standard output: a word that only the asking program knows, a space, and
 * the result in base 64; an empty one says that it is ready. It ends when standard input does, that is, with the program that started it.
 */
public final class CheckServer {
    private final Checker checker;
    private final PrintStream answers;
    private final String password;

    private CheckServer(Path home, String password, PrintStream answers) {
        this.checker = new Checker(home);
        this.password = password;
        this.answers = answers;
    }

    /** @param args the course folder, and the word that starts each answer */
    public static void main(String[] args) throws IOException, InterruptedException {
        InputStream in = System.in;
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
                StandardCharsets.US_ASCII);
        System.setIn(InputStream.nullInputStream());
        System.setOut(new PrintStream(java.io.OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        boolean idle = in.available() == 0;
        BlockingQueue<String> requests = read(in);
        CheckServer server = new CheckServer(Path.of(args[0]), args[1], answers);
        server.send(new byte[0]);
        if (idle) {
            server.warmUp();
        }
        while (true) {
            server.answer(requests.take());
        }
    }

    /** Loads the compiler and JUnit before they are needed, with a small exercise that always passes. */
    private void warmUp() {
        checker.check("0.0 Warm-up", new Source("spotlight.ch00.WarmUp", """
                package spotlight.ch00;
                import spotlight.tensor.Tensor;
                public final class WarmUp {
                    public static Tensor twice(Tensor x) { return x.matmul(x.transpose()).softmax().plus(x.times(2)); }
                }
                """), new Source("spotlight.ch00.WarmUpTest", """
                package spotlight.ch00;
                import org.junit.jupiter.api.Test;
                import org.junit.jupiter.params.ParameterizedTest;
                import org.junit.jupiter.params.provider.ValueSource;
                import spotlight.grader.*;
                import spotlight.tensor.Tensor;
                @Exercise("0.0 Warm-up")
                class WarmUpTest {
                    @Test @Points(hint = "")
                    void twice() {
                        Tensor zero = Tensor.zeros(2, 2);
                        Verify.that("twice", WarmUp.twice(zero)).equalTo(Tensor.full(0.5f, 2, 2));
                    }
                    @ParameterizedTest @ValueSource(ints = {1, 2}) @Points(hint = "")
                    void rows(int row) {
                        Verify.that("row", row).equalTo(row + 1);
                    }
                }
                """));
    }

    private void answer(String request) {
        String number = request.substring(request.indexOf(' ') + 1);
        byte[] answer = request.startsWith("check ")
                ? Wire.bytes(checker.check(number))
                : Wire.bytes(checker.compile(number));
        send(answer);
    }

    private void send(byte[] answer) {
        answers.println("\n" + password + " " + Base64.getEncoder().encodeToString(answer));
    }

    private static BlockingQueue<String> read(InputStream in) {
        BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    requests.add(line);
                }
            } catch (IOException gone) {
                // As if it had ended.
            }
            Runtime.getRuntime().halt(0);
        }, "requests");
        reader.setDaemon(true);
        reader.start();
        return requests;
    }
}
