package spotlight.grader;

import java.io.IOException;
import java.nio.file.Path;

import spotlight.grader.SourceCompiler.Source;

/**
 * The program that checks: a JVM of its own, so that a learner's endless loop, {@code System.exit} or full memory ends
 * this program and not the notebook. It answers {@link Requests}, {@code check 2.1} or {@code compile 2.1}.
 */
public final class CheckServer {
    private final Checker checker;

    private CheckServer(Path home) {
        this.checker = new Checker(home);
    }

    /** @param args the course folder */
    public static void main(String[] args) throws IOException, InterruptedException {
        Requests requests = Requests.open();
        CheckServer server = new CheckServer(Path.of(args[0]));
        if (requests.idle()) {
            server.warmUp();
        }
        while (true) {
            Requests.Request request = requests.next();
            requests.answer(request, server.answer(request.text()));
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

    private byte[] answer(String request) {
        String number = request.substring(request.indexOf(' ') + 1);
        return request.startsWith("check ") ? Wire.bytes(checker.check(number)) : Wire.bytes(checker.compile(number));
    }
}
